"""Facts at work: false friends, idioms and terms, on sentences that no row was made from."""

from __future__ import annotations

import pytest

from mtqa.align.article import parallel
from mtqa.compare.meaning import Verdict, pairs
from mtqa.compare.meaning.rules import RuleBook, rule_book
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.pattern import Pattern
from mtqa.knowledge.rows import Context, Row, senses

FACTS = [row for row in senses() if row.provenance == "fact"]
KINDS = ("false-friend", "sense", "idiom")


def plain(pattern: Pattern) -> str:
    """Words that the pattern fits, the ones that may be missing left out."""
    return " ".join(
        sorted(item.exact or item.keys or item.beginnings)[0]
        for item in pattern.items
        if not item.gap and not item.optional
    )


def asked(needs: Context, language: str) -> str:
    """A word that the row asks for."""
    if needs.words:
        return needs.words[0].rstrip("*")
    topics = {r["topic"]: r["words"] for r in rows("topics") if r["language"] == language}
    return next((topics[topic].split()[0] for topic in needs.topics), "")


def said(source: str, target: str, language: str, books: list[RuleBook]) -> list[Verdict]:
    return [
        verdict
        for pair in pairs(source, target, parallel(source, target), language)
        for book in books
        for verdict in book.verdicts(pair)
    ]


@pytest.mark.parametrize("language", sorted({code for row in FACTS for code in row.languages}))
def test_every_fact_can_speak_and_is_silent_where_the_right_word_stands(language: str) -> None:
    mute, loud = [], []
    for row in FACTS:
        if language not in row.languages:
            continue
        source = f"{plain(row.source[0])} {asked(row.needs, language)}".strip()
        book, wrong = [RuleBook([row], language)], plain(row.wrong[0])
        if not said(source, wrong, language, book):
            mute.append(row.name)
        if said(source, f"{wrong} {plain(row.right[0])}", language, book):
            loud.append(row.name)
    assert (mute, loud) == ([], [])
