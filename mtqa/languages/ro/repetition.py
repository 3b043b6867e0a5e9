"""Words and phrases that stand several times in a row, found in one pass over the tokens."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq
from typing import NamedTuple

from mtqa.languages.ro.document import Document

#: Longest phrase, in tokens, whose repetition is looked for.
_LONGEST = 10


class Repetition(NamedTuple):
    """A stretch that is one phrase several times over.

    Attributes:
        start, end: half-open code-point span of all the repetitions.
        once: the phrase as it stands the first time.
        period: number of tokens of the phrase.
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


def _runs(document: Document) -> Iterator[Repetition]:
    tokens = document.tokens
    words = [token.text.lower() for token in tokens]
    for period in range(1, min(_LONGEST, len(words) // 2) + 1):
        if True not in map(eq, words, words[period:]):
            continue
        same = list(map(eq, words, words[period:]))
        index = 0
        while index < len(same):
            if not same[index]:
                index += 1
                continue
            first = index
            while index < len(same) and same[index]:
                index += 1
            if index - first < period:
                continue
            times = (index - first) // period + 1
            # a stuck translation often breaks off inside its last round
            last = index + period - 1 if times > 2 else first + times * period - 1
            start, end = tokens[first].start, tokens[last].end
            if "\n" in document.text[start:end]:
                continue
            once = document.text[start : tokens[first + period - 1].end].rstrip(",;. ")
            if any(map(str.isalpha, once)):  # dots and dashes repeat by right
                yield Repetition(start, end, once, period, times)
