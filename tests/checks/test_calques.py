"""The calque table as a check."""

from __future__ import annotations

import pytest

from mtqa.checks.calques import Calque
from tests.checks.direct import fixes, issues


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fabricile merg în jurul ceasului.", [("în jurul ceasului", "non-stop")]),
        ("Bun. În jurul ceasului merg fabricile.", [("În jurul ceasului", "Non-stop")]),
        ("Fabricile merg zi și noapte.", []),
    ],
)
def test_a_calque_and_its_suggestion(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(Calque, text) == found


def test_the_message_names_the_english_words_and_no_markup() -> None:
    text = "Potrivit vorbitorului ministerului, fabricile merg în jurul ceasului."
    found = issues(Calque, text)
    assert [issue.category for issue in found] == ["mistranslation"] * 2
    assert "around the clock" in found[1].message
    assert not any(mark in issue.message_ro for issue in found for mark in "<>{}")


def test_offsets_count_from_the_beginning_of_the_article() -> None:
    text = "Titlu\n\nAlt rând, cu virgulă. Fabricile merg în jurul ceasului azi."
    (issue,) = issues(Calque, text)
    assert text[issue.start : issue.end] == issue.text == "în jurul ceasului"
