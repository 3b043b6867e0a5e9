"""Whole sentences that the translation lacks: in a bead of their own, or beside others in one."""

from __future__ import annotations

import pytest

from mtqa.compare.coverage.beads import ArticleBeads
from mtqa.compare.coverage.judge import gaps
from mtqa.languages.ro import Document
from mtqa.model import Segment, Span


def missing(pairs: list[tuple[str, str]], language: str = "en") -> list[str]:
    """The sentences of the source that are missing, of texts aligned as given."""
    source = "\n".join(left for left, _ in pairs)
    target = "\n".join(right for _, right in pairs)
    segments, at, there = [], 0, 0
    for left, right in pairs:
        spans = [
            (Span(start, start + len(text)),) if text else ()
            for start, text in ((at, left), (there, right))
        ]
        segments.append(Segment(spans[0], spans[1]))
        at, there = at + len(left) + 1, there + len(right) + 1
    article = ArticleBeads(source, language, Document(target), segments)
    return [source[slice(*gap.source)] for gap in gaps(article, "omission") if gap.whole]


BRIDGE = "The bridge will be closed until May because of the flood."
POD = "Podul va fi închis până în mai din cauza inundației."


@pytest.mark.parametrize(
    ("source", "target", "language", "lost"),
    [
        (f"{BRIDGE} Tickets will be refunded.", POD, "en", "Tickets will be refunded."),
        (f"No one was hurt. {BRIDGE}", POD, "en", "No one was hurt."),
        (
            "Die Brücke bleibt bis Mai gesperrt. Radfahrer dürfen sie benutzen. Autos werden "
            "über Kellbach umgeleitet.",
            "Podul rămâne închis până în mai. Mașinile sunt deviate prin Kellbach.",
            "de",
            "Radfahrer dürfen sie benutzen.",
        ),
    ],
)
def test_a_short_sentence_missing_beside_others(
    source: str, target: str, language: str, lost: str
) -> None:
    assert missing([(source, target)], language) == [lost]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # several sentences made one
        ("The bridge is old. It was built in 1912. It needs urgent repairs.",
         "Podul este vechi, construit în 1912, și are nevoie de reparații urgente."),
        ("The man was arrested at the airport. He did not resist.",
         "Bărbatul a fost arestat la aeroport, fără să opună rezistență."),
        # the same number of sentences, one said freely
        (f"{BRIDGE} Pretty unique.", f"{POD} Un caz aparte."),
        # words without their marks are not found
        (f"{BRIDGE} The mayor is sorry.", "Podul va fi inchis pana in mai din cauza inundatiei."),
    ],
)  # fmt: skip
def test_sentences_put_otherwise_are_not_missing(source: str, target: str) -> None:
    assert missing([(source, target)]) == []


def test_a_short_sentence_that_the_aligner_pairs_with_nothing() -> None:
    beads = [
        (BRIDGE, POD),
        ("Two hotels are full.", ""),
        ("The mayor is sorry.", "Primarului îi pare rău."),
    ]
    assert missing(beads) == ["Two hotels are full."]


def test_a_heading_that_the_aligner_pairs_with_nothing_is_no_sentence() -> None:
    assert missing([("Flood in Tarnby", ""), (BRIDGE, POD)]) == []


def test_where_the_words_are_not_listed_a_sentence_must_be_longer() -> None:
    beads = [("Le pont reste fermé.", "Podul rămâne închis."), ("Deux hôtels sont pleins.", "")]
    assert missing(beads, "fr") == []
