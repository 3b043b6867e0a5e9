"""Damaged text."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, marks


@pytest.mark.parametrize(
    "text",
    [
        "Președintele României s-a întâlnit în țară cu „oameni”…",
        "ROMÂNIA",
        "Fußball in Österreich",
        "São Paulo, Łódź, İstanbul",
        "DÉJÀ VU",
    ],
)
def test_honest_letters(text: str) -> None:
    assert marks("garbled.encoding", text) == []


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "cp1250"])
def test_utf8_read_as_something_else(wrong: str) -> None:
    damaged = "Președintele a spus că țara așteaptă".encode().decode(wrong, "replace")
    assert marks("garbled.encoding", damaged) != []


def test_the_repair_is_suggested() -> None:
    damaged = "în București".encode().decode("cp1252", "replace")
    assert ("BucureÈ™ti", "București") in fixes("garbled.encoding", damaged)


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        ("garbled.encoding", "Pre\ufffdedintele", [("Pre\ufffdedintele", "Președintele")]),
        (
            "garbled.entity",
            "AT&amp;T și &#39;el&#39;",
            [("&amp;", "&"), ("&#39;", "'"), ("&#39;", "'")],
        ),
        ("garbled.entity", "R&B; Marks & Spencer; P&G", []),
        ("garbled.token", "A spus <unk> că ▁vine</s>", [("<unk>", ""), ("▁", ""), ("</s>", "")]),
        ("garbled.token", "Prețul < 5 lei > 3 lei; nume_fisier", []),
        ("garbled.loop", "a spus că că că vine", [("că că că", "că")]),
        (
            "garbled.loop",
            "în țară, în țară, în țară, în țară",
            [("în țară, în țară, în țară, în țară", "în țară")],
        ),
        ("garbled.loop", "ha ha ha, foarte foarte foarte mult", []),
        ("garbled.loop", "aplicațțțțțțțție", [("aplicațțțțțțțție", None)]),
        ("garbled.loop", "„Demisia! Demisia! Demisia!” Goooooool! Nuuuuuuu", []),
        ("garbled.script", "Mosсova a anunțat", [("Mosсova", "Moscova")]),
        ("garbled.script", "Москва și µm, α-tocoferol", []),
    ],
)
def test_damage(check: str, text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(check, text) == found
