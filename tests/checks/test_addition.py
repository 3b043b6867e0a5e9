"""Text that stands twice."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("trebuie să găsească un un înlocuitor", [("un un", "un")]),
        ("zeci de de mii de oameni", [("de de", "de")]),
        ("a murit în timpul în timpul luptelor", [("în timpul în timpul", "în timpul")]),
        ("foarte foarte mult, încet încet, de colo colo", []),
        ("trupa Duran Duran, orașul Baden Baden", []),
        ("cei ce ce vor, o o casă", []),
        ("și și-a luat", []),
        ("Ce s-a întâmplat s-a întâmplat; cine a plătit a plătit.", []),
        ("Ministrul Ministrul a spus", [("Ministrul Ministrul", "Ministrul")]),
        ("variază de la regiune la regiune și de la caz la caz", []),
        ("a trimis 5 5 mesaje", []),
        ("a spus că vine, că vine mâine", []),
        ("înainte de a de a pleca", [("de a de a", "de a")]),
        ("crește zi de zi de câteva luni, pas cu pas cu grijă", []),
        ("au venit câte unul câte unul; „o să... o să...”", []),
        (
            "Trenul a rămas blocat lângă gară, a rămas blocat lângă gară.",
            [("a rămas blocat lângă gară, a rămas blocat lângă gară", "a rămas blocat lângă gară")],
        ),
        ("„Nu renunțăm la nimic acum, nu renunțăm la nimic acum”, a zis ea.", []),
    ],
)
def test_doubled_words(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("addition.doubled-word", text) == found


def test_doubled_headline() -> None:
    text = "Werder câștigă derbyul\nWerder câștigă derbyul\nA fost un meci greu.\n"
    assert fixes("addition.headline", text) == [("Werder câștigă derbyul", "")]


def test_a_headline_above_a_different_lead() -> None:
    text = "Werder câștigă derbyul\nWerder a câștigat derbyul\nA fost un meci greu.\n"
    assert marks("addition.headline", text) == []


def test_repeated_sentence() -> None:
    sentence = "Premierul a plecat joi dimineață la Bruxelles, unde se vede cu liderii europeni."
    assert marks("addition.sentence", f"Titlu\n{sentence} Atât.\n{sentence}\n") == [sentence]


def test_short_answers_repeat() -> None:
    assert marks("addition.sentence", "Nu știu. Nu știu. Chiar nu știu.") == []
