"""Words, phrases and sentences that stand several times in a row, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from mtqa.languages.ro.document import Document, Token

#: Longest phrase, in tokens, whose repetition is looked for at every place.
_LONGEST = 10
#: What is longer is found by so many words that come again, at most so many words later: a round
#: of a stuck translation is a few sentences.
_SEED, _FARTHEST = 5, 150
#: Phrases of so many words are no custom of speech: their rounds may be sentences and lines.
_LONG = 4
_ENDS = re.compile(r"[.!?;:…\r\n]")


class Repetition(NamedTuple):
    """A stretch that is one phrase several times over.

    Attributes:
        start, end: half-open code-point span of all the repetitions.
        once: the phrase as it stands the first time.
        period: number of tokens (of a loop: words) of the phrase.
        times: how often it stands there in full.
    """

    start: int
    end: int
    once: str
    period: int
    times: int


def repetitions(document: Document) -> tuple[Repetition, ...]:
    """The repetitions within single lines, shortest period first, none inside another."""
    found: list[Repetition] = []
    # widest first at each place; a run inside the last one kept says nothing new
    for run in sorted(_runs(document), key=lambda run: (run.start, -run.end, run.period)):
        if not found or run.end > found[-1].end:
            found.append(run)
    return tuple(found)


def loops(document: Document) -> tuple[Repetition, ...]:
    """What comes three times in a row or more, or twice with a comma between, if it is long.

    Only words are compared, so that the signs between the rounds may differ; rounds of four words
    or more may be sentences and lines. In order, none inside another.
    """
    words = [token for token in document.tokens if token.text[0].isalnum()]
    plain = [word.text.lower() for word in words]
    found: list[Repetition] = []
    runs = (_loop(document.text, words, *run) for run in _same(plain, _lags(plain)))
    for run in sorted(filter(None, runs), key=lambda run: (run.start, -run.end, run.period)):
        if not found or run.end > found[-1].end:
            found.append(run)
    return tuple(found)


def _lags(words: Sequence[str]) -> list[int]:
    """The distances at which words come again: pairs nearby, longer phrases farther off."""
    pairs = list(pairwise(words))
    if len(set(pairs)) == len(pairs):
        return []
    lags = set()
    last: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairs):
        before = last.get(pair, -_FARTHEST - 1)
        lag = at - before
        if lag <= _LONGEST or (
            lag <= _FARTHEST and words[at : at + _SEED] == words[before : before + _SEED]
        ):
            lags.add(lag)
        last[pair] = at
    return sorted(lags)


def _same(words: Sequence[str], lags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The runs of a period's length or more that stand there again a period later: first, end,
    period."""
    for period in lags:
        same = bytes(map(eq, words, words[period:]))
        enough = b"\x01" * period
        first = same.find(enough)
        while first >= 0:
            end = same.find(0, first)
            end = len(same) if end < 0 else end
            yield first, end, period
            first = same.find(enough, end)


def _loop(
    text: str, words: Sequence[Token], first: int, end: int, period: int
) -> Repetition | None:
    """The loop that a run of words is, None if it may be a way of speaking."""
    between = text[words[first + period - 1].end : words[first + period].start]
    times = (end - first) // period + 1
    if times == 2 and not (period >= _LONG and between.strip() == ","):
        return None
    last = end + period - 1
    sentences = _ENDS.search(text, words[first].start, words[first + period].start) is not None
    if times > 2 and sentences:
        # its rounds are sentences: the first may begin later, and the last must be whole
        first += next((n for n in range(period) if _begins(text, words, first + n)), 0)
        times = (end - first) // period + 1
        last = first + times * period - 1
    elif times == 2:
        last = first + times * period - 1
    start, stop = words[first].start, words[last].end
    if (times < 3 and sentences) or (period < _LONG and _ENDS.search(text, start, stop)):
        return None
    once = text[start : words[first + period - 1].end]
    if not any(map(str.isalpha, once)):
        return None
    closing = text[stop : stop + 1]
    if sentences and closing in {".", "!", "?", "…"}:
        stop, once = stop + 1, once + closing
    return Repetition(start, stop, once, period, times)


def _begins(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a sentence or a line begins with the word."""
    before = text[words[index - 1].end : words[index].start] if index else "."
    return _ENDS.search(before) is not None


def _runs(document: Document) -> Iterator[Repetition]:
    tokens = document.tokens
    words = [token.text.lower() for token in tokens]
    lags = range(1, min(_LONGEST, len(words) // 2) + 1)
    for first, index, period in _same(words, lags):
        times = (index - first) // period + 1
        # a stuck translation often breaks off inside its last round
        last = index + period - 1 if times > 2 else first + times * period - 1
        start, end = tokens[first].start, tokens[last].end
        if "\n" in document.text[start:end]:
            continue
        once = document.text[start : tokens[first + period - 1].end].rstrip(",;. ")
        if any(map(str.isalpha, once)):  # dots and dashes repeat by right
            yield Repetition(start, end, once, period, times)
