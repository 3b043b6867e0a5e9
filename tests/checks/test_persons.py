"""Gender and person against the source."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config


def marks(check: str, source: str, target: str) -> list[tuple[str, str | None]]:
    report = Checker(Config()).check(Article("test", target, source=source, source_lang="en"))
    return [(issue.text, issue.suggestion) for issue in report.issues if issue.check == check]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Astrid Holm left the party on Friday because she disagreed with its leaders.",
            "Astrid Holm a părăsit partidul vineri, deoarece el nu era de acord cu liderii.",
            [],  # its: "el" may be the party
        ),
        (
            "Astrid Holm said on Friday that she would resign.",
            "Astrid Holm a declarat vineri că el va demisiona.",
            [("el", "ea")],
        ),
        (
            "The victim, Karl Brandt, told police that he had been followed.",
            "Victima, Karl Brandt, a spus poliției că ea a fost urmărită.",
            [],
        ),
        (
            "Astrid Holm met Karl Brandt and she left.",
            "Astrid Holm l-a întâlnit pe Karl Brandt, iar el a plecat.",
            [],
        ),
    ],
)
def test_pronouns(source: str, target: str, found: list[tuple[str, str | None]]) -> None:
    assert marks("meaning.pronoun-gender", source, target) == found


def test_persons_of_verbs() -> None:
    check = "meaning.verb-person"
    source, target = "“I never saw the letter,” he said.", "„Nu ai văzut scrisoarea”, a spus el."
    assert marks(check, source, target) == [("ai văzut", None)]
    assert marks(check, "You never saw it, I think.", "Nu ai văzut-o niciodată, cred.") == []
