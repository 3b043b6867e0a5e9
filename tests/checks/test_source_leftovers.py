"""Words of the source that may stay, and those that may not."""

from __future__ import annotations

import pytest

from tests.checks.pairs import issues

SELECT = "untranslated.copied,untranslated.half"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # a loanword written apart, or with a hyphen more
        (
            "She won the set in a tie break.",
            "A câștigat setul la tie break după o oră și jumătate.",
        ),
        (
            "The off-side flag was late.",
            "Semnalizarea pentru off-side a venit prea târziu, la mijloc.",
        ),
        # what defines a loanword, borrowed with it
        (
            "The fair offers employer branding to small firms.",
            "Târgul oferă soluții de employer branding pentru firmele mici și mijlocii.",
        ),
        # a loanword that the dictionary gives as its own translation
        ("A wallaby fled from the zoo.", "Un wallaby a fugit din grădina zoologică."),
        ("She fries okra in a pan.", "Ea prăjește okra într-o tigaie, cu ceapă și roșii."),
        # a source without capitals: the word may be a name
        ("hill is the head negotiator.", "Negociatorul-șef este hill, au anunțat autoritățile."),
        # an adjective of Latin make with a Romanian ending
        ("They treat colorectal tumours.", "Ei tratează și tumorile colorectale, spune spitalul."),
    ],
)
def test_words_that_may_stay(source: str, target: str) -> None:
    assert [issue.text for issue in issues(SELECT, source, target)] == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "The employer raised wages.",
            "Fabrica are un employer care a mărit salariile în această iarnă.",
            "employer",
        ),
        (
            "The unification took years.",
            "Procesul unificationului celor două orașe a durat mulți ani.",
            "unificationului",
        ),
    ],
)
def test_words_that_may_not(source: str, target: str, found: str) -> None:
    assert [issue.text for issue in issues(SELECT, source, target)] == [found]
