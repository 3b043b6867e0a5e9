"""An issue keeps its identity when the text around it moves."""

import unicodedata

import pytest

from mtqa import check_article
from mtqa.silence.fingerprints import beside, fingerprints

LINE = "Președintele Trump l -a acuzat pe Putin la Moscova, potrivit agenției."


def keys(target: str) -> tuple[str, ...]:
    return fingerprints(target, check_article(target).issues)


@pytest.mark.parametrize(
    "moved",
    [
        f"Un paragraf nou despre altceva.\n\n{LINE}",
        f"{LINE}\nUn paragraf nou despre altceva.",
        LINE.replace(" Trump", "\u00a0Trump").replace("acuzat pe", "acuzat  pe"),
        LINE.replace("la Moscova, potrivit agenției", "la Sankt Petersburg"),
        f"{LINE}\r\n",
        f"{LINE} <!-- mtqa: ignore grammar -- citat -->",
        unicodedata.normalize("NFD", LINE),
    ],
    ids=["above", "below", "white space", "far words", "line end", "marker", "decomposed"],
)
def test_what_changes_nothing(moved: str) -> None:
    assert keys(LINE)[0] in keys(moved)


def test_other_words_beside_it_are_another_issue() -> None:
    assert keys("Trump l -a acuzat pe Putin.") != keys("Trump l -a văzut pe Putin.")


def test_the_same_fault_twice_has_two_keys() -> None:
    found = keys(f"{LINE}\nAltă frază aici.\n{LINE}")
    assert len(found) == len(set(found)) >= 2
    assert found[0] == keys(LINE)[0]


def test_the_words_beside_an_issue_end_with_its_line() -> None:
    text = f"Ultimul cuvânt\n{LINE}"
    (issue,) = check_article(text).issues
    assert beside(text, issue) == ("Președintele Trump", "acuzat pe")
