"""Language detection and the splitter for source languages; surface keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.align.surface import across_scripts, keys
from mtqa.languages.sentences import detect, split

TEXTS = {
    "en": "The minister said on Tuesday that the talks with the union were difficult.",
    "de": "Der Minister sagte am Dienstag, dass die Gespräche mit der Gewerkschaft schwierig sind.",
    "fr": "Le ministre a dit mardi que les discussions avec le syndicat sont difficiles.",
    "ru": "Министр сказал во вторник, что переговоры с профсоюзом были трудными.",
    "uk": "Міністр сказав у вівторок, що переговори з профспілкою були складними.",
    "hu": "A miniszter kedden azt mondta, hogy a tárgyalások a szakszervezettel nem könnyűek.",
    "it": "Il ministro ha detto martedì che i colloqui con il sindacato sono difficili.",
    "es": "El ministro dijo el martes que las conversaciones con el sindicato son difíciles.",
    "ro": "Ministrul a spus marți că discuțiile cu sindicatul sunt dificile și lungi.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages_are_told_apart(code: str) -> None:
    assert detect(TEXTS[code]) == code


def test_too_little_to_tell() -> None:
    assert detect("") is None and detect("12 345") is None and detect("Obama") is None


@pytest.mark.parametrize(
    "text, expected",
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Smith met Dr. Brown. They talked.", ["Mr. Smith met Dr. Brown.", "They talked."]),
        ("It cost 3.5 million. Really!", ["It cost 3.5 million.", "Really!"]),
        ("Am 11. Juli 2025 kam er. Dann ging er.", ["Am 11. Juli 2025 kam er.", "Dann ging er."]),
        ('„Ja.“ Er ging. "No!" he said.', ["„Ja.“", "Er ging.", '"No!" he said.']),
        ("J. K. Rowling schrieb es. Gut.", ["J. K. Rowling schrieb es.", "Gut."]),
        ("Headline\nText here. More", ["Headline", "Text here.", "More"]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split(text)] == expected


@given(st.text(max_size=200))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    spans = split(text)
    held = {k for a, b in spans for k in range(a, b)}
    assert all(c.isspace() for k, c in enumerate(text) if k not in held)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= after[0] for one, after in pairwise(spans))


@pytest.mark.parametrize(
    "one, other",
    [
        ("Zakharova", "Захарова"),
        ("Șoigu", "Шойгу"),
        ("Putina", "Путин"),
        ("Müller", "Muller"),
        ("PHOTOGRAPH", "fotograf"),
    ],
)
def test_names_meet_across_scripts(one: str, other: str) -> None:
    assert across_scripts(one)[:5] == across_scripts(other)[:5]


def test_keys_are_numbers_and_stems() -> None:
    assert set(keys("În 2019, 007 expediții")) == {"2019", "7", "exped"}
