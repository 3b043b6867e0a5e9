"""Mark-up against the source: each kind lost, altered, added, and what is no fault."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.languages.ro.markup import marks
from tests.checks.pairs import fixes, issues


@pytest.mark.parametrize(
    ("source", "target", "fixed"),
    [
        ("See https://example.com/news.", "Vezi https://exemplu.com/news.",
         ("https://exemplu.com/news", "https://example.com/news")),
        ("Write to ana@mtqa.org.", "Scrie la ana@mtqa.ro.", ("ana@mtqa.ro", "ana@mtqa.org")),
        ("Write to ana@mtqa.org.", "Scrie la ana @ mtqa.org.", ("ana @ mtqa.org", "ana@mtqa.org")),
        ("DM @MerPolCC now.", "Scrieți lui @MerPollCC acum.", ("@MerPollCC", "@MerPolCC")),
        ("DM @MerPolCC now.", "Scrieți lui MerPolCC acum.", ("MerPolCC", "@MerPolCC")),
        ("Join #SaveTheBats.", "Participă la # SaveTheBats.", ("# SaveTheBats", "#SaveTheBats")),
        ("A <b>bold</b> man", "Un bărbat <b>curajos< /b>", ("< /b>", "</b>")),
        ("Hello, {name}!", "Salut, {nume}!", ("{nume}", "{name}")),
        ("Of %s and %(total)d", "Din % s și %(total)d", ("% s", "%s")),
        ("${user} left", "$ {user} a plecat", ("$ {user}", "${user}")),
        ("{0} of {1}", "{0} din {2}", ("{2}", "{1}")),
    ],
)  # fmt: skip
def test_altered(source: str, target: str, fixed: tuple[str, str]) -> None:
    assert fixes("markup.altered", source, target) == [fixed]
    (issue,) = issues("markup", source, target)
    assert issue.source_span and issue.source_span.text == fixed[1]


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        ("Read more at https://example.com/a today", "https://example.com/a"),
        ("Write to ana@mtqa.org today", "ana@mtqa.org"),
        ("Ask @MerPolCC today", "@MerPolCC"),
        ("Join #SaveTheBats today", "#SaveTheBats"),
        ("Hello {{user}} today", "{{user}}"),
        ("A day of <br/> rest", "<br/>"),
    ],
)
def test_lost(source: str, lost: str) -> None:
    (issue,) = issues("markup", source, "Citiți astăzi mai multe aici")
    assert issue.check == "markup.lost"
    assert issue.source_span and issue.source_span.text == lost


@pytest.mark.parametrize("added", ["https://spam.com/x", "ana@mtqa.org", "@cineva"])
def test_added(added: str) -> None:
    assert fixes("markup", "Read it there.", f"Citiți la {added} acolo.") == [(added, "")]


def test_a_translated_hash_tag_is_only_noted() -> None:
    (issue,) = issues("markup", "Join #ClimateAction now.", "Participă la #AcțiunePentruClimă.")
    assert (issue.severity, issue.weight) == ("neutral", 0)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("See www.example.com/a.", "Vezi https://example.com/a/."),
        ("See https://www.example.com.", "Vezi pe example.com."),
        ("R&amp;D costs", "Costurile R&D"),
        ("A <B>bold</B> man", "Un bărbat <b>curajos</b>"),
        ("He paid $5 & won 50% at #1.", "A plătit 5 $ și a câștigat 50% la nr. 1."),
        ("Ask ana@mtqa.org. Then @bob.", "Întreabă @bob. Apoi ana@mtqa.org."),
        ("{name} has 3% s", "{name} are 3 %"),
        ("See https://example.com/a.", ""),
    ],
)
def test_what_is_no_fault(source: str, target: str) -> None:
    assert fixes("markup", f"One.\n{source}\nEnd.", f"Unu.\n{target}\nSfârșit.") == []


def test_a_text_stripped_of_its_tags_is_said_once() -> None:
    source = "<p>One <i>two</i></p> <p>three</p>"
    found = issues("markup", source, "Unu doi trei")
    assert [(issue.check, issue.severity) for issue in found] == [("markup.lost", "minor")]


def test_mark_up_of_the_source_is_no_page_furniture() -> None:
    assert fixes("boilerplate.markup", "A <b>man</b>, {{name}}", "Un <b>om</b>, {{name}}") == []
    assert fixes("boilerplate.markup", "A man", "Un <b>om</b>")
    assert fixes("garbled.entity", "R&amp;D", "R&amp;D") == []
    assert fixes("garbled.entity", "R&D", "R&amp;D") == [("&amp;", "&")]


@given(st.text(alphabet="ab@#<>{}%$&;:/.w s\n", max_size=60))
def test_marks_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = list(marks(text))
    assert all(text[mark.start : mark.end] == mark.text for mark in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
