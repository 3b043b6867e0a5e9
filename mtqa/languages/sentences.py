"""Which language a text is in, and where its sentences end: enough to align news.

Romanian sentences are split by `mtqa.languages.ro`; the splitter here serves the source languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mtqa.languages.tables import known, languages, letters, words

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 20_000
#: Share of frequent words below which no language is named.
_LEAST = 0.08

_END = re.compile(r"[.!?…。]+[\"'»”’“)\]]*(?=\s)|(?<=[。！？])")
#: What follows a mark, white space and opening marks left out: any character, or nothing.
_AFTER = re.compile(r"\s*(?=\S)[\"'«„“‘(\[ ]*(?P<first>[\s\S]?)")


@lru_cache(maxsize=1)
def _frequent() -> dict[str, frozenset[str]]:
    """Frequent short words, which tell the languages from each other."""
    return {
        code: frozenset(words(code).frequent.split()) for code in known() if words(code).frequent
    }


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(word for code in languages() for word in words(code).abbreviations.split())


@lru_cache(maxsize=1)
def _before_ordinals() -> frozenset[str]:
    return frozenset(word for code in languages() for word in words(code).before_ordinals.split())


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language of a text; ``None`` if it is none of those known or if there
    is too little of it.

    >>> detect("The minister said that the talks were difficult and would go on.")
    'en'
    """
    found = [word.lower() for word in _WORD.findall(text[:_LONGEST])]
    if not found:
        return None
    counts = {code: sum(map(listed.__contains__, found)) for code, listed in _frequent().items()}
    lower = text[:_LONGEST].lower()
    if any("а" <= c <= "я" for c in lower):
        counts = {
            code: count + sum(c in letters(code).own for c in lower)
            for code, count in counts.items()
            if letters(code).cyrillic
        }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= max(2, _LEAST * len(found)) else None


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text in any European language, as half-open spans of code points.

    A line break always ends a sentence. White space around a sentence is not part of it.
    """
    spans = []
    for line in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        start = line.start()
        for match in _END.finditer(line.group()):
            end = line.start() + match.end()
            if _ends(text, start, line.start() + match.start(), end, line.end()):
                spans.append((start, end))
                start = end
        spans.append((start, line.end()))
    return list(_stripped(text, spans))


def _ends(text: str, start: int, stop: int, end: int, limit: int) -> bool:
    """Whether the mark at ``stop`` ends a sentence. Looks at the words beside the mark alone: a
    line may have thousands of marks and no end."""
    beside = _AFTER.match(text, end, limit)
    if beside is None:
        return True
    first = beside["first"]
    if text[stop] == "." and text[stop : stop + 2] != "..":
        last = text[_word_before(text, start, stop) : stop]
        initial = len(last) == 1 and last.isupper()
        if initial or last.lower() in _abbreviations():
            return False
        if last.isdigit() and len(last) <= 2 and not first.isupper():
            return False
        if last.isdigit() and len(last) <= 2 and _is_ordinal(text, start, stop - len(last)):
            return False
    return not first.islower()


def _word_before(text: str, start: int, stop: int) -> int:
    """Where the letters and digits before a place begin."""
    while stop > start and text[stop - 1].isalnum():
        stop -= 1
    return stop


def _is_ordinal(text: str, start: int, stop: int) -> bool:
    """Whether a small number at ``stop``, before a full stop, opens its sentence (a list) or is a
    German or Hungarian date or ordinal: a capitalised noun follows without ending anything."""
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop == start:
        return True
    articles = _before_ordinals()
    longest = max(map(len, articles), default=0)
    return text[max(start, stop - 1 - longest) : stop].split()[-1].lower() in articles


def _stripped(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    for start, end in spans:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end
