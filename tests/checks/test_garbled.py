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


ROUND = "Podul de la Rediu va fi închis trei luni."
TWO = "Echipa a pierdut acasă. Antrenorul nu și-a dat demisia."


@pytest.mark.parametrize(
    ("text", "found", "once"),
    [
        (f"Titlu. {ROUND} {ROUND} {ROUND} Atât.", f"{ROUND} {ROUND} {ROUND}", ROUND),
        (f"{ROUND}\n{ROUND}\n{ROUND}\nAtât.", f"{ROUND}\n{ROUND}\n{ROUND}", ROUND),
        (f"Aseară. {TWO} {TWO} {TWO}", f"{TWO} {TWO} {TWO}", TWO),
        (
            "Legea va intra în vigoare și va schimba totul și va schimba totul, și va schimba totul.",
            "și va schimba totul și va schimba totul, și va schimba totul",
            "și va schimba totul",
        ),
    ],
)
def test_loops_of_sentences_and_clauses(text: str, found: str, once: str) -> None:
    assert fixes("garbled.loop", text) == [(found, once)]


def test_a_loop_ends_with_its_last_whole_sentence() -> None:
    text = "Unii au plecat cu barca. " * 3 + "Unii au plecat pe jos."
    assert marks("garbled.loop", text) == [("Unii au plecat cu barca. " * 3).rstrip()]


@pytest.mark.parametrize(
    "text",
    [
        "„Nu cedăm niciun metru! Nu cedăm niciun metru! Nu cedăm niciun metru!”, au strigat.",
        "Unii vin cu trenul. Unii vin cu mașina. Unii vin pe jos.",
        "Foto: Agerpres\nFoto: Agerpres\nFoto: Agerpres",
        "Da. Da. Da. Pas, pas, pas. „Vrem apă, vrem apă, vrem apă.”",
    ],
)
def test_what_people_repeat(text: str) -> None:
    assert marks("garbled.loop", text) == []
