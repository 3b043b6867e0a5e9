"""Calques as a check: wrong renderings that show without a source."""

from __future__ import annotations

import pytest

from mtqa.checks.meaning.target import Calque
from tests.checks.direct import issues


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Incendiile sălbatice au ars trei sate.", ["Incendiile sălbatice"]),
        ("Bun. Un incendiu sălbatic a ars satul.", ["incendiu sălbatic"]),
        ("Incendiile de vegetație au ars trei sate.", []),
        ("Incendiile sunt sălbatice.", []),
    ],
)
def test_a_calque_is_heard_in_any_form(text: str, marked: list[str]) -> None:
    assert [issue.text for issue in issues(Calque, text)] == marked


def test_the_message_names_the_english_words_and_the_row() -> None:
    (issue,) = issues(Calque, "Incendiile sălbatice au ars trei sate.")
    assert issue.category == "mistranslation"
    assert "“wildfire”" in issue.message and "„wildfire”" in issue.message_ro
    assert "“incendiu de vegetație”" in issue.message
    assert issue.row == "wildfire"


def test_offsets_count_from_the_beginning_of_the_article() -> None:
    text = "Titlu\n\nAlt rând, cu virgulă. Incendiile sălbatice au ars trei sate."
    (issue,) = issues(Calque, text)
    assert text[issue.start : issue.end] == issue.text == "Incendiile sălbatice"
