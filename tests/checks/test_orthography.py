"""Romanian letters."""

from __future__ import annotations

import pytest

from tests.checks.marks import issues, marks


def test_cedilla_is_reported_once_with_its_count() -> None:
    (issue,) = issues("spelling.cedilla", "Preşedintele a spus că ţara aşteaptă.")
    assert (issue.text, issue.suggestion) == ("Preşedintele", "Președintele")
    assert "2" in issue.message


@pytest.mark.parametrize(
    "text",
    [
        "Președintele Erdoğan s-a întâlnit cu Kılıçdaroğlu și Yılmaz la Beşiktaş, în țară, și-a spus.",
        "Președintele a spus că țara așteaptă.",
    ],
)
def test_comma_letters_and_turkish_names(text: str) -> None:
    assert marks("spelling.cedilla", text) == []
