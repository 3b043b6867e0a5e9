"""Offsets are those that clients count: UTF-16 code units, into the text with its mark-up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.serve.offsets import Annotated, Part, Utf16

#: Text with what takes one code unit and what takes two.
TEXTS = st.text(st.sampled_from("aăț -.\n😀🇷🇴𝔘"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_an_offset_is_the_number_of_code_units_before_it(text: str) -> None:
    counted = Utf16(text)
    assert [counted.at(n) for n in range(len(text) + 1)] == [
        units(text[:n]) for n in range(len(text) + 1)
    ]


@given(st.lists(TEXTS), st.data())
def test_a_span_of_plain_parts_stays_where_it_is(texts: list[str], data: st.DataObject) -> None:
    text = Annotated(Part(one, one) for one in texts)
    assert text.sent == text.plain == "".join(texts)
    if text.plain:
        start = data.draw(st.integers(0, len(text.plain) - 1))
        end = data.draw(st.integers(start + 1, len(text.plain)))
        assert text.place(start, end) == (start, end, True)


@given(st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), min_size=1), st.data())
def test_a_span_between_marks_covers_its_words_as_sent(
    parts: list[tuple[str, str, bool]], data: st.DataObject
) -> None:
    text = Annotated(Part(sent, read if mark else sent, mark) for sent, read, mark in parts)
    if text.plain:
        start = data.draw(st.integers(0, len(text.plain) - 1))
        end = data.draw(st.integers(start + 1, len(text.plain)))
        place = text.place(start, end)
        assert 0 <= place.start <= place.end <= len(text.sent)
        if place.whole:
            assert text.sent[place.start : place.end] == text.plain[start:end]


def test_words_behind_mark_up_are_found_in_the_text_with_it() -> None:
    parts = [Part("<p>", "", True), Part("Ana l -a", "Ana l -a"), Part("</p><p>", "\n\n", True)]
    text = Annotated([*parts, Part("Apoi", "Apoi")])
    assert text.plain == "Ana l -a\n\nApoi"
    assert text.place(4, 8) == (7, 11, True)
    assert text.sent[7:11] == "l -a"
    assert text.place(10, 14) == (18, 22, True)


def test_words_on_both_sides_of_mark_up_take_it_in() -> None:
    text = Annotated([Part("l ", "l "), Part("<b>", "", True), Part("-a", "-a")])
    assert text.place(0, 4) == (0, 7, False)
