"""Letters lost to encoding: what is found, what stood there, and what only looks like it."""

from __future__ import annotations

import pytest

from mtqa import Article, Config
from mtqa.checks.base import View
from mtqa.checks.garbled.encoding import Encoding
from mtqa.languages.ro import Document
from mtqa.languages.ro.mojibake import from_cyrillic, from_western, undone
from mtqa.pipeline import segment
from tests.checks.marks import fixes, marks

CHECK = "garbled.encoding"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prefectul a vizitat ?coala din Br?ila.", [("?coala", "școala"), ("Br?ila", "Brăila")]),
        ("Ancheta continu? la Timi?oara.", [("continu?", "continuă"), ("Timi?oara", "Timișoara")]),
        ("?tirea a apărut ieri.", [("?tirea", "Știrea")]),
        ("SÂMBĂTĂ, ÎN IA?I, a nins.", [("IA?I", "IAȘI")]),
        ("Merge ?ntr-un oraș mic.", [("?ntr-un", "într-un")]),
        ("Compozitorul Jan?ček", [("Jan?ček", None)]),
        ("Un □ofer a trecut granița.", [("□ofer", "șofer")]),
        ("Minis\ufffdrii și judec\ufffd\ufffdtorii", [("Minis\ufffdrii", None),
         ("judec\ufffd\ufffdtorii", "judecătorii")]),
    ],
)  # fmt: skip
def test_a_sign_for_a_letter(text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(CHECK, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "De ce nu?Pentru că nu vrea.",
        "Ce mai e nou?nimic, a zis el.",
        "A plecat (?) fără bagaje. Cum?! Chiar așa?",
        "Detalii la https://exemplu.ro/stiri?judet=alba și pe exemplu.ro/a?b=c.",
        "Întrebarea „Cine?” a rămas fără răspuns, iar „de ce?” la fel.",
        "Știe cineva ce urmează? nimeni nu răspunde.",
    ],
)
def test_a_question_mark_that_asks(text: str) -> None:
    assert marks(CHECK, text) == []


def test_the_source_decides_a_name() -> None:
    text = "Sculptorul Ond?ej Hlinka expune la Praga."
    source = "Sculptor Ondřej Hlinka has a show in Prague."
    target = Document(text)
    view = View(Article("a", text, source), target, segment(target), Config())
    assert [issue.suggestion for issue in Encoding().find(view)] == ["Ondřej"]


@pytest.mark.parametrize("page", ["cp1252", "latin-1", "cp1250", "mac_roman", "cp852"])
def test_misread_utf8_is_read_again(page: str) -> None:
    for word in ("Iași", "câine", "încă", "țări", "făină", "Șură"):
        wrong = "".join(_decoded(page, byte) for byte in word.encode())
        assert (wrong, word) in fixes(CHECK, f"A spus {wrong} ieri."), wrong


def _decoded(page: str, byte: int) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize(
    "text",
    ["VIAȚĂ – O CARTE, „FETIȚĂ”", "CAFÉ DÉJÀ VU", "Ăştia vin", "São Paulo, João, não", "π√2 ≈ 4,4"],
)
def test_honest_letters(text: str) -> None:
    assert marks(CHECK, text) == []


def test_western_letters_for_central_european_ones() -> None:
    assert fixes(CHECK, "Þara întreagã aºteaptã.") == [
        ("Þara", "Țara"), ("întreagã", "întreagă"), ("aºteaptã", "așteaptă"),
    ]  # fmt: skip
    assert marks(CHECK, "Þorbjörn a cântat la Reykjavík.") == []


def test_a_damaged_paragraph_is_one_issue() -> None:
    text = (
        "Pre?edintele a convocat ?edin?a la Bucure?ti, iar mini?trii au confirmat.\nTotul e bine."
    )
    [(found, right)] = fixes(CHECK, text)
    assert (found[:12], found[-8:]) == ("Pre?edintele", "mini?trii"[-8:])
    assert right == "Președintele a convocat ședința la București, iar miniștrii"


def test_cyrillic_readings_of_romanian_words() -> None:
    assert fixes("garbled.script", "La Chiєinгu a nins.") == [("Chiєinгu", "Chișinău")]


def test_reversals() -> None:
    assert undone("DvoÅ™Ã¡k") == "Dvořák"
    assert from_western("ªtefan cel Mare ºi Sfânt") == "Ștefan cel Mare și Sfânt"
    assert from_cyrillic("стр") is not None
    assert from_cyrillic("漢") is None
