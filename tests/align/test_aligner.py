"""The aligner as a whole, with a toy encoder: nothing lost, mirrored, moved, unrelated, absurd."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.align import Aligner, Alignment
from mtqa.align.article import NotATranslation, align_articles, parallel
from mtqa.align.beads import LARGEST
from mtqa.align.evaluate import Tally, evaluate
from mtqa.errors import MtqaError
from mtqa.workshop.alignment.disturb import Disturbance, disturb
from tests.align.conftest import Words

WORDS = [f"word{k}" for k in range(400)]
sentence = st.lists(st.sampled_from(WORDS[:12]), min_size=1, max_size=5).map(" ".join)
texts = st.lists(sentence, max_size=12)


def some(count: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return [" ".join(draw.choices(WORDS, k=draw.randint(6, 14))) + "." for _ in range(count)]


def everything_once(found: Alignment, n: int, m: int) -> None:
    assert sorted(i for bead in found.beads for i in bead.source) == list(range(n))
    assert sorted(j for bead in found.beads for j in bead.target) == list(range(m))


@given(texts, texts)
@settings(max_examples=80, deadline=None)
def test_every_sentence_is_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    found = Aligner(Words()).align(source, target)
    everything_once(found, len(source), len(target))
    for bead in found.beads:
        assert bead.source or bead.target
        assert len(bead.source) <= LARGEST and len(bead.target) <= LARGEST
        assert (bead.score is None) == (not bead.source or not bead.target)


@given(texts, texts)
@settings(max_examples=80, deadline=None)
def test_beads_rise_except_where_they_are_moved(source: list[str], target: list[str]) -> None:
    found = Aligner(Words()).align(source, target)
    for block in (*found.moved, tuple(bead for bead in found.beads if not bead.moved)):
        filled = [bead for bead in block if bead.source and bead.target]
        for one, after in pairwise(filled):
            assert one.source[-1] < after.source[0]
            assert one.target[-1] < after.target[0]
    assert all(
        list(side) == list(range(side[0], side[-1] + 1))
        for bead in found.beads
        for side in (bead.source, bead.target)
        if side
    )


@given(texts, texts)
@settings(max_examples=80, deadline=None)
def test_swapping_the_sides_mirrors_the_result(source: list[str], target: list[str]) -> None:
    aligner = Aligner(Words())
    forth = {(b.source, b.target, b.score, b.moved) for b in aligner.align(source, target).beads}
    back = {(b.target, b.source, b.score, b.moved) for b in aligner.align(target, source).beads}
    assert forth == back


def test_it_is_deterministic(words: Words) -> None:
    source, target = some(30, 1), some(30, 2)
    assert Aligner(words).align(source, target) == Aligner(words).align(source, target)


@pytest.mark.parametrize("seed", range(4))
def test_merges_splits_and_gaps_are_found(words: Words, seed: int) -> None:
    """A sentence and its "translation" share their words: an easy pair for the whole machinery."""
    source = some(60, seed)
    how = Disturbance(reshape=0.2, delete=0.05, insert=0.05)
    strangers = list(zip(some(9, 99), some(9, 98), strict=True))
    case = disturb("toy", source, source, strangers, how, seed)
    found = Aligner(words).align(case.source, case.target)
    tally = evaluate([(b.source, b.target) for b in found.beads], case.gold)
    assert tally.strict[2] >= 0.95


def test_a_moved_paragraph_is_reported_as_moved(words: Words) -> None:
    source = some(20, 5)
    target = source[:3] + source[7:15] + source[3:7] + source[15:]
    found = Aligner(words).align(source, target)
    assert len(found.moved) == 1
    assert [(b.source, b.target) for b in found.moved[0]] == [
        ((3 + k,), (11 + k,)) for k in range(4)
    ]
    assert all(bead.source and bead.target for bead in found.beads)


def test_nothing_is_called_moved_where_nothing_was(words: Words) -> None:
    source = some(40, 6)
    assert not Aligner(words).align(source, source[:10] + source[13:]).moved


def test_moves_can_be_left_out(words: Words) -> None:
    source = some(20, 5)
    target = source[10:] + source[:10]
    assert not Aligner(words, moves=False).align(source, target).moved


def test_a_doubled_headline_is_an_addition_and_no_merge(words: Words) -> None:
    source = some(6, 7)
    found = Aligner(words).align(source, [source[0], *source])
    pairs = [(b.source, b.target) for b in found.beads]
    assert sorted(pairs, key=lambda pair: pair[1])[:2] in (
        [((0,), (0,)), ((), (1,))],
        [((), (0,)), ((0,), (1,))],
    )


@pytest.mark.parametrize("counts", [(0, 0), (0, 3), (3, 0), (1, 1), (1, 100), (100, 1), (3, 300)])
def test_empty_and_lopsided_texts(words: Words, counts: tuple[int, int]) -> None:
    found = Aligner(words).align(some(counts[0], 1), some(counts[1], 2))
    everything_once(found, *counts)


def test_sentences_that_are_all_the_same(words: Words) -> None:
    found = Aligner(words).align(["Same words again."] * 50, ["Same words again."] * 47)
    everything_once(found, 50, 47)


def test_odd_texts(words: Words) -> None:
    """Empty sentences, no letters, very long ones, lone surrogates' neighbours."""
    odd = ["", "   ", "!!!", "1", "a" * 20_000, "\u200b", "é\u0301", "🙂", "\x00"]
    everything_once(Aligner(words).align(odd, odd[::-1]), len(odd), len(odd))


def test_texts_that_have_nothing_in_common_are_refused(words: Words) -> None:
    source, target = "\n".join(some(20, 1)), "\n".join(some(20, 2)[::-1]).replace("word", "cuv")
    with pytest.raises(NotATranslation, match="do not look like translations"):
        align_articles(source, target, Aligner(words))
    forced = align_articles(source, target, Aligner(words), force=True)
    assert not forced.alignment.related


def test_segments_are_spans_of_the_texts(words: Words) -> None:
    source = "Unu doi trei patru.  Cinci șase!\r\nȘapte opt nouă zece.\n"
    target = "Unu doi trei patru. Cinci șase!\nȘapte opt nouă zece."
    found = align_articles(source, target, Aligner(words))
    for segment in found.segments:
        left = " ".join(source[a:b] for a, b in segment.source)
        right = " ".join(target[a:b] for a, b in segment.target)
        assert left == right
    assert len(found.segments) == 3


def test_parallel_lines() -> None:
    source, target = "a\n  b \n\n\r\nc", "x\ny\n\nz\n"
    found = parallel(source + "\n", target + "w")
    texts = [
        (
            [source[a:b] for a, b in segment.source],
            [(target + "w")[a:b] for a, b in segment.target],
        )
        for segment in found
    ]
    blank: tuple[list[str], list[str]] = ([], [])
    assert texts == [(["a"], ["x"]), (["b"], ["y"]), blank, ([], ["z"]), (["c"], ["w"])]
    with pytest.raises(MtqaError, match="not line-parallel"):
        parallel("a\nb", "x")


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\x1e"])
def test_separators_inside_a_line_end_none(mark: str) -> None:
    source, target = f"a{mark}b\nc\n", f"x\ny{mark}{mark}z\n"
    found = parallel(source, target)
    assert [(s.source[0], s.target[0]) for s in found] == [((0, 3), (0, 1)), ((4, 5), (2, 6))]


def test_one_break_per_sentence(words: Words) -> None:
    with pytest.raises(ValueError, match="one break"):
        Aligner(words).align(["a"], ["b"], source_breaks=[True, False])


def test_tallies_of_documents_add_up(words: Words) -> None:
    total = Tally()
    for seed in range(3):
        source = some(12, seed)
        found = Aligner(words).align(source, source)
        total += evaluate(
            [(b.source, b.target) for b in found.beads], [((k,), (k,)) for k in range(12)]
        )
    assert total.strict == (1.0, 1.0, 1.0) and total.gold == 36
