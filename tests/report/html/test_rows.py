"""Source and target side by side: every character has its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.model import Segment, Span
from mtqa.report.html.rows import rows, soft_breaks
from tests.report.html.made import report

S = Span


def cut(text: str, span: Span | None) -> str:
    return "" if span is None else text[span.start : span.end]


def test_without_a_source_a_row_is_a_paragraph() -> None:
    text = "Titlul\n\nPrima frază. A doua.\nA treia.\n"
    spans = [S(0, 6), S(8, 20), S(21, 28), S(29, 37)]
    found = rows(report(text, segments=[Segment((), (span,)) for span in spans]))
    assert [cut(text, row.target) for row in found] == [
        "Titlul\n\n",
        "Prima frază. A doua.\n",
        "A treia.\n",
    ]


def test_a_bead_is_a_row() -> None:
    source, target = "One. Two. Three.", "Unu și doi. Trei."
    segments = [
        Segment((S(0, 4), S(5, 9)), (S(0, 11),), 0.9),
        Segment((S(10, 16),), (S(12, 17),), 0.9),
    ]
    found = rows(report(target, source=source, segments=segments))
    assert [(cut(source, row.source[0]), cut(target, row.target)) for row in found] == [
        ("One. Two. ", "Unu și doi. "),
        ("Three.", "Trei."),
    ]


def test_lost_and_added_sentences_stand_where_they_belong() -> None:
    source, target = "One. Two. Three.", "Unu. Adaos. Trei."
    segments = [
        Segment((S(0, 4),), (S(0, 4),), 0.9),
        Segment((S(5, 9),), ()),
        Segment((), (S(5, 11),)),
        Segment((S(10, 16),), (S(12, 17),), 0.9),
    ]
    found = rows(report(target, source=source, segments=segments))
    assert [
        ("".join(cut(source, s) for s in row.source), cut(target, row.target)) for row in found
    ] == [
        ("One. ", "Unu. "),
        ("Two. ", ""),
        ("", "Adaos. "),
        ("Three.", "Trei."),
    ]


def test_a_lost_first_sentence_comes_first() -> None:
    segments = [Segment((S(0, 4),), ()), Segment((S(5, 9),), (S(0, 4),), 0.9)]
    found = rows(report("Doi.", source="One. Two.", segments=segments))
    assert [row.target for row in found] == [None, S(0, 4)]


def test_moved_sentences_follow_the_translation() -> None:
    source, target = "One. Two.", "Doi. Unu."
    segments = [
        Segment((S(0, 4),), (S(5, 9),), 0.9),
        Segment((S(5, 9),), (S(0, 4),), 0.9),
    ]
    found = rows(report(target, source=source, segments=segments))
    assert [cut(source, row.source[0]).strip() for row in found] == ["Two.", "One."]


def test_a_line_end_inside_a_sentence_is_soft() -> None:
    text = "Guvernul a\nhotărât.\nAlt rând."
    assert soft_breaks(text, [S(0, 19), S(20, 29)]) == [10]


@st.composite
def alignments(draw: st.DrawFn) -> tuple[str, str, list[Segment]]:
    """Two texts and any beads over them, neat or not."""
    source = draw(st.text(alphabet="ab \n🙂", max_size=30))
    target = draw(st.text(alphabet="ab \n🙂", max_size=30))

    def spans(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
        ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
        return st.lists(ends.map(lambda pair: Span(*sorted(pair))), max_size=2).map(tuple)

    beads = draw(st.lists(st.builds(Segment, spans(source), spans(target)), max_size=5))
    return source, target, beads


@given(alignments())
def test_every_character_of_the_translation_stands_in_one_row(
    made: tuple[str, str, list[Segment]],
) -> None:
    source, target, segments = made
    found = rows(report(target, source=source, segments=segments))
    assert "".join(cut(target, row.target) for row in found) == target
    if source.strip() and any(segment.source for segment in segments):
        shown = {n for row in found for span in row.source for n in range(*span)}
        told = {n for s in segments for span in s.source for n in range(*span)}
        assert told <= shown
