"""Quotations against the source: kept, closed, in Romanian marks, by the same speaker."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.align.quotes import balanced, quotes
from tests.checks.pairs import fixes, issues

SAID = '"We will never accept this deal," said Angela Merkel, who met Emmanuel Macron.'


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("„Nu vom accepta niciodată acest acord”, a spus Angela Merkel.", []),
        ('"Nu vom accepta niciodată acest acord", a spus Angela Merkel.', []),
        ("– Nu vom accepta niciodată acest acord, a spus Angela Merkel.", []),
        ("Nu vom accepta niciodată acest acord, a spus Angela Merkel.", [("Nu", "major")]),
        ("Angela Merkel a spus că nu va accepta niciodată acordul.", [("Angela", "minor")]),
    ],
)
def test_a_lost_quotation(target: str, found: list[tuple[str, str]]) -> None:
    marked = issues("quotes.lost", SAID, target)
    assert [(issue.text, issue.severity) for issue in marked] == found


@pytest.mark.parametrize(
    "source",
    ['He took a "hard look" at it.', 'The film "Gone with the Wind" won.', "He's sure it's fine."],
)
def test_words_and_titles_may_lose_their_marks(source: str) -> None:
    assert fixes("quotes", source, "A văzut totul foarte bine acolo.") == []


@pytest.mark.parametrize(
    ("target", "marked"),
    [
        ("„Nu vom accepta acest acord, a spus Angela Merkel.", ["„"]),
        ("Nu vom accepta acest acord”, a spus Angela Merkel.", ["”"]),
        ('„Nu vom accepta acest acord", a spus Angela Merkel.', []),
        ("„Nu vom accepta „acest” acord”, a spus Angela Merkel.", []),
    ],
)
def test_a_quotation_without_its_end(target: str, marked: list[str]) -> None:
    assert [text for text, _ in fixes("quotes.unclosed", SAID, target)] == marked


def test_a_quotation_may_end_in_the_next_segment() -> None:
    source = '"We lost," he said.\n"We will win," he said.'
    target = "„Am pierdut.\nVom învinge”, a spus el."
    assert fixes("quotes.unclosed", source, target) == []


@pytest.mark.parametrize(
    ("target", "fixed"),
    [
        ("“Vom învinge”, a spus el.", [("“Vom învinge”", "„Vom învinge”")]),
        ("„Vom învinge“, a spus el.", [("„Vom învinge“", "„Vom învinge”")]),
        ("„Vom învinge”, «a spus» el.", []),
        ('"Vom învinge", a spus el.', []),
    ],
)
def test_foreign_marks(target: str, fixed: list[tuple[str, str]]) -> None:
    assert fixes("quotes.marks", None, target) == fixed


def test_in_a_long_quotation_only_the_mark_is_marked() -> None:
    assert fixes("quotes.marks", None, f"„{'foarte ' * 20}bine“.") == [("“", "”")]


@pytest.mark.parametrize(
    ("target", "fixed"),
    [
        ("„Nu vom accepta asta”, a spus Angela Merkel, care l-a întâlnit pe Emmanuel Macron.", []),
        ("„Nu vom accepta asta”, a spus Merkel, care l-a întâlnit pe Emmanuel Macron.", []),
        ("„Nu vom accepta asta”, a spus cancelarul, care l-a întâlnit pe Emmanuel Macron.", []),
        ("„Nu vom accepta asta”, a spus despre Emmanuel Macron Angela Merkel.", []),
        (
            "„Nu vom accepta asta”, a spus Emmanuel Macron, care a întâlnit-o pe Angela Merkel.",
            [("Emmanuel Macron", "Angela Merkel")],
        ),
        (
            "„Nu vom accepta asta”, a declarat președintele Macron, care a întâlnit-o pe Merkel.",
            [("Macron", "Angela Merkel")],
        ),
    ],
)
def test_the_speaker(target: str, fixed: list[tuple[str, str]]) -> None:
    assert fixes("quotes.attribution", SAID, target) == fixed


def test_the_speaker_in_german() -> None:
    source = "„Das ist falsch“, sagte Angela Merkel, bevor sie Emmanuel Macron traf."
    target = "„Este greșit”, a spus Emmanuel Macron înainte să o întâlnească pe Angela Merkel."
    assert fixes("quotes.attribution", source, target, language="de")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"A," he said, "B."', ["A,", "B."]),
        ("“A,” he said.", ["A,"]),
        ("„A“, sagte er.", ["A"]),
        ("« A », dit-il.", ["A"]),
        ("»A«, sagte er.", ["A"]),
        ("a 5'10\" man", []),
    ],
)
def test_quotations_of_the_source(text: str, inside: list[str]) -> None:
    assert [quote.text for quote in quotes(text)] == inside


@given(st.text(alphabet='ab „“”"«».\n', max_size=50))
def test_quotations_lie_in_the_text(text: str) -> None:
    found = quotes(text)
    assert all(quote.text in text[quote.start : quote.end] for quote in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    balanced(text)
