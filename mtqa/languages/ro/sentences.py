"""Sentence splitting for Romanian news.

Every line is a paragraph: headlines and captions have no full stop, so a line break always ends a
sentence. Inside a line a sentence ends at ``.``, ``!``, ``?`` or ``…`` (with the quotes and
brackets that close there) when something that can begin a sentence follows, unless the full stop
belongs to an abbreviation, an initial, an ordinal, a time, a date or a web address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.languages.ro.abbreviations import ends_in_abbreviation, may_end
from mtqa.languages.ro.letters import CLOSING_QUOTES, LETTER, LOWER, OPENING_QUOTES, UPPER
from mtqa.languages.ro.web import in_address

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")

_CLOSERS = rf"[{CLOSING_QUOTES})\]]*"
_OPENERS = rf"[{OPENING_QUOTES}(\[–—-]*"
_BOUNDARY = re.compile(
    rf"(?P<mark>(?<![.!?…])[.!?…]+(?![.!?…]))(?P<close>{_CLOSERS})"
    rf"(?:(?P<gap>[ \t\u00a0\u2009\u202f]+)(?P<open>{_OPENERS})(?P<next>\S)"
    # a lost space ("oraș.Primarul") still ends a sentence; web addresses are kept whole
    rf"|(?<=[{LOWER}][{LOWER}]\.)(?=[{UPPER}][{LOWER}]{{2}}))"
)
_LAST_WORD = re.compile(rf"(?:{LETTER}|[.\-])+$")
_INITIAL = re.compile(rf"(?:^|[^\w.])(?:[{UPPER}][{LOWER}]?\.-?)*(?:[{UPPER}]|Gh|Șt|St|Th|Al)$")
_FIGURE = re.compile(r"(?:^|[\s(„\"])\d{1,2}$")
_LABEL = re.compile(r"\s*[\d.]{1,8}")
_DIALOGUE = "-–—"


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as half-open code-point spans, in order, without outer white space.

    Lines are paragraphs; blank lines yield nothing. The spans never overlap and cover every
    character that is not white space.
    """
    return [span for line in LINE.finditer(text) for span in split_line(text, *line.span())]


def split_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one line ``text[start:end]``."""
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match["gap"] is None:
            cut = match.end("close")
            if in_address(text, match.start("mark")):
                continue
        elif _is_end(text, begin, match):
            cut = match.end("close")
        else:
            continue
        span = _strip(text, begin, cut)
        if span:
            yield span
        begin = cut
    span = _strip(text, begin, end)
    if span:
        yield span


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    """``[start, end)`` without white space at its ends, or None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_end(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the punctuation found at ``match`` ends a sentence."""
    following, opening, mark = match["next"], match["open"], match["mark"]
    if following.islower():
        return False
    if not (following.isupper() or following.isdigit() or opening):
        return False
    if opening and opening in _DIALOGUE and not following.isupper():
        return False
    if mark != ".":
        # "Ce faci? a întrebat el": the reporting clause begins in lower case, handled above
        return not (mark in {"...", "…"} and following.isdigit())
    if match["close"]:
        return True
    return not _full_stop_belongs_to_word(text, begin, match.start("mark"), following)


def _full_stop_belongs_to_word(text: str, begin: int, stop: int, following: str) -> bool:
    """Whether the full stop at ``stop`` is part of an abbreviation, an initial or an ordinal."""
    if _LABEL.fullmatch(text, begin, stop):
        return True
    window = text[max(begin, stop - 24) : stop]
    if _INITIAL.search(window):
        return True
    if following.isdigit() and _FIGURE.search(window):
        return True
    word = _LAST_WORD.search(window)
    if not word:
        return False
    found = word.group()
    if may_end(found):
        return False
    if ends_in_abbreviation(found):
        return True
    # "p.m.", "a.c.", "S.U.A.": a capital after it begins a sentence, a figure does not
    return "." in found.strip(".") and following.isdigit()
