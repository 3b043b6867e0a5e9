"""Corrections, diffs, and where spans go when the text around them changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.review.edits import Edit, Shift, corrected, diff, overlaps


@pytest.mark.parametrize(
    ("text", "marked", "replacement", "expected"),
    [
        ("Trump l -a acuzat.", "l -a", "l-a", "Trump l-a acuzat."),
        ("un un gol", "un ", "", "un gol"),
        # a deletion leaves no double space, no space before a mark, no empty line
        ("El a fost foarte mare aici.", "foarte", "", "El a fost mare aici."),
        ("A venit ieri, spune el.", "ieri", "", "A venit, spune el."),
        ("Titlu.\nKommentare (0)\nText.", "Kommentare (0)", "", "Titlu.\nText."),
        ("Titlu.\r\nComentarii\r\nText.", "Comentarii", "", "Titlu.\r\nText."),
        ("Comentarii (0)", "Comentarii (0)", "", ""),
        ("Text. Comentarii", "Comentarii", "", "Text."),
    ],
)
def test_corrected(text: str, marked: str, replacement: str, expected: str) -> None:
    start = text.index(marked)
    assert corrected(text, [Edit(start, start + len(marked), replacement)]) == expected


def test_two_deletions_side_by_side_take_each_space_once() -> None:
    assert corrected("unu doi trei patru", [Edit(4, 7, ""), Edit(8, 12, "")]) == "unu patru"


def test_edits_that_overlap_or_lie_outside_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        corrected("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])
    with pytest.raises(ValueError, match="outside"):
        corrected("abc", [Edit(2, 9, "x")])
    assert overlaps(Edit(0, 3, ""), [Edit(3, 5, ""), Edit(2, 4, "y")]) == Edit(2, 4, "y")


words = st.lists(st.sampled_from(["gol", "l", "-a", " ", "\n", ",", "ță", "😀", "."]), max_size=30)


@given(words, words)
def test_a_diff_makes_both_texts(before: list[str], after: list[str]) -> None:
    old, new = "".join(before), "".join(after)
    pieces = diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "ins") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "del") == new


def test_a_diff_reads_word_by_word() -> None:
    assert [(p.kind, p.text) for p in diff("Bayern l -a cumpărat.", "Bayern l-a cumpărat.")] == [
        ("same", "Bayern "),
        ("del", "l -a"),
        ("ins", "l-a"),
        ("same", " cumpărat."),
    ]


@given(
    st.text(alphabet="ab \nșț😀", max_size=60),
    st.text(alphabet="ab \nșț😀", max_size=60),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_a_shifted_span_says_the_same(old: str, new: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(old)), min(other, len(old))))
    found = Shift(old, new).span(start, end)
    if found is not None and start < end:
        assert new[slice(*found)] == old[start:end]


def test_a_span_moves_with_a_paragraph_put_before_it_and_is_lost_when_it_changes() -> None:
    old = "Primul rând.\nTrump l -a acuzat pe Putin.\n"
    new = "Un rând nou.\n" + old.replace("Putin", "Lavrov")
    shift = Shift(old, new)
    start = old.index("l -a")
    assert shift.span(start, start + 4) == (start + 13, start + 17)
    assert shift.span(old.index("Putin"), old.index("Putin") + 5) is None
