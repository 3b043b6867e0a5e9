"""Corrections as replacements of spans, and what they make of a text. No files, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple


class Edit(NamedTuple):
    """``text[start:end]`` gives way to ``replacement``; code points, half-open."""

    start: int
    end: int
    replacement: str


class Piece(NamedTuple):
    """A stretch of a diff: what both texts have, what only the old or only the new one has."""

    kind: Literal["same", "del", "ins"]
    text: str


def overlaps(edit: Edit, others: Iterable[Edit]) -> Edit | None:
    """The first of ``others`` that wants to replace some of the same code points, or None."""
    for other in others:
        if edit.start < other.end and other.start < edit.end:
            return other
    return None


def corrected(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made.

    An edit that deletes takes a superfluous space, or the line that it leaves empty, with it.

    Args:
        text: the text that the offsets refer to.
        edits: replacements that do not overlap, in any order.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    parts, at, written = [], 0, 0
    for edit in sorted(edits):
        if not 0 <= edit.start <= edit.end <= len(text) or edit.start < written:
            raise ValueError(f"edit {edit} overlaps another or lies outside the text")
        written = edit.end
        start, end = _with_its_space(text, edit)
        parts += [text[at : max(at, start)], edit.replacement]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _with_its_space(text: str, edit: Edit) -> tuple[int, int]:
    """The span to cut: for a deletion also the space, or the line break, that it would strand."""
    start, end = edit.start, edit.end
    if edit.replacement or start == end:
        return start, end
    before, after = text[:start][-1:], text[end : end + 1]
    opens, closes = before in ("", "\n"), after in ("", "\n", "\r")
    if opens and closes:
        breaks = re.compile(r"\r?\n").match(text, end)
        return start, breaks.end() if breaks else end
    if after in (" ", "\u00a0") and (opens or before.isspace()):
        return start, end + 1
    if before in (" ", "\u00a0") and (closes or after in ",.;:!?…)”"):
        return start - 1, end
    return start, end


_TOKEN = re.compile(r"\w+|\s|[^\w\s]", re.UNICODE)


def diff(old: str, new: str) -> list[Piece]:
    """A word diff: the pieces that are the same or deleted make ``old``, the others ``new``."""
    before, after = _tokens(old), _tokens(new)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if a < b:
            pieces.append(Piece("del", "".join(before[a:b])))
        if c < d:
            pieces.append(Piece("ins", "".join(after[c:d])))
    return _readable(list(_joined(pieces)))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Changes with only a space between them read as one: "a fost" → "fu" is one change."""
    held: list[Piece] = []
    for place, piece in enumerate(pieces):
        space = piece.kind == "same" and piece.text == " "
        if piece.kind != "same" or (space and held and place + 1 < len(pieces)):
            held.append(piece)
            continue
        yield from _change(held)
        held = []
        yield piece
    yield from _change(held)


def _change(held: list[Piece]) -> Iterator[Piece]:
    old = "".join(piece.text for piece in held if piece.kind != "ins")
    new = "".join(piece.text for piece in held if piece.kind != "del")
    if old:
        yield Piece("del", old)
    if new:
        yield Piece("ins", new)


def _readable(pieces: list[Piece]) -> list[Piece]:
    """A change of spaces or marks alone takes the words beside it in: "l -a" → "l-a"."""
    out: list[Piece] = []
    place = 0
    while place < len(pieces):
        change = [piece for piece in pieces[place : place + 2] if piece.kind != "same"]
        if pieces[place].kind == "same" or any(map(str.isalnum, "".join(p.text for p in change))):
            out.append(pieces[place])
            place += 1
            continue
        place += len(change)
        old, new = ("".join(p.text for p in change if p.kind == kind) for kind in ("del", "ins"))
        before = after = ""
        if out and out[-1].kind == "same":
            before = _WORD_BEFORE.search(out[-1].text)[0]  # type: ignore[index]
            out[-1] = Piece("same", out[-1].text[: len(out[-1].text) - len(before)])
        if place < len(pieces):
            after = _WORD_AFTER.match(pieces[place].text)[0]  # type: ignore[index]
            pieces[place] = Piece("same", pieces[place].text[len(after) :])
        out += _change([Piece("del", before + old + after), Piece("ins", before + new + after)])
    return [piece for piece in out if piece.text]


_WORD_BEFORE = re.compile(r"\S*\Z")
_WORD_AFTER = re.compile(r"\S*")


class Shift:
    """Where the spans of one text went in another.

    Lines that both texts have are paired first, then the code points of the lines between them, so
    that long articles cost little.

    >>> Shift("Trump l -a acuzat.", "Trump l-a acuzat.").span(11, 17)
    (10, 16)
    """

    def __init__(self, old: str, new: str) -> None:
        self._blocks = list(_blocks(old, new))

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The place of ``old[start:end]`` in the new text; None if any of it was changed."""
        for a, b, shift in self._blocks:
            if a <= start and end <= b:
                return start + shift, end + shift
        return None


#: Beyond this many cells the code points of a changed stretch are not compared.
_CELLS = 60_000_000


def _blocks(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Stretches ``[a, b)`` of the old text that the new one has, ``shift`` further on; joined."""
    run: tuple[int, int, int] | None = None
    for a, b, shift in _stretches(old, new):
        if run and run[1] == a and run[2] == shift:
            run = (run[0], b, shift)
            continue
        if run:
            yield run
        run = (a, b, shift)
    if run:
        yield run


def _stretches(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts, places = _starts(before), _starts(after)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left, right = starts[a], places[c]
        if kind == "equal":
            yield left, starts[b], right - left
        elif kind == "replace" and (starts[b] - left) * (places[d] - right) <= _CELLS:
            for op in Levenshtein.opcodes(old[left : starts[b]], new[right : places[d]]):
                if op.tag == "equal":
                    first = left + op.src_start
                    yield first, left + op.src_end, right + op.dest_start - first


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts
