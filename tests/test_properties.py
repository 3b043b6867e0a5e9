"""What holds for any text at all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import Article, Checker
from mtqa.languages.ro.sentences import split
from mtqa.languages.ro.tokens import tokens
from mtqa.report.formats import Run
from mtqa.report.json import render

CHECKER = Checker()

#: Pieces that checks look for, so that random texts come near them.
PIECES = st.sampled_from(
    [
        "l -a", " ", "  ", "\n", "\r\n", ". ", ".", ",", "„", "”", "\"", "(", ")", "-", "–", "a", "și",
        "de de", "Choe, fiul Hui", "nord -coreean", "41,500 de ", "38.5 milioane", "Trump", "Trump's",
        "Zelenski", "Zelensky", "Kommentare (0)", "&amp;", "<unk>", "▁", "Ã®n", "\ufffd", "ţară", "si",
        "în țară", "\u0301", "\u200b", "\u202e", "😀", "Москва", "a b a b a b", "aaaaaaaa", "11 - 13 iulie",
        "http://a.ro/x", "Tass.invitație", "%50", "$5 de dolari", "07/25/2025", "\x00", "\x85", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_issue_is_the_text_it_names(text: str) -> None:
    report = CHECKER.check(Article("any", text))
    for issue in report.issues:
        assert issue.start < issue.end
        assert text[issue.start : issue.end] == issue.text
        for other in issue.related:
            assert text[other.start : other.end] == other.text
            assert other.start < issue.end
            assert issue.start < other.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_issues_never_overlap_and_come_in_reading_order(text: str) -> None:
    issues = CHECKER.check(Article("any", text)).issues
    for one, other in pairwise(issues):
        assert one.end <= other.start


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_checking_is_deterministic(text: str) -> None:
    article = Article("any", text)
    run = Run(CHECKER.signature, CHECKER.config)
    once = render([CHECKER.check(article)], run)
    assert once == render([Checker().check(article)], run)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    spans = split(text)
    covered = set()
    for start, end in spans:
        assert start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        covered.update(range(start, end))
    assert sum(end - start for start, end in spans) == len(covered)
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_tokens_are_stretches_of_the_text_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    inside = {i for token in found for i in range(token.start, token.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)
