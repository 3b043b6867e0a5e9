"""From a model's words to spans of the text: what cannot be found there is dropped, and counted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtqa.model import ModelSpan, Span
from mtqa.scorers.llm.answers import Said, SaidError

#: How probable it is that an editor agrees with a model of which nothing is known: of what it calls
#: grave it is more often right than of trifles. `mtqa judge fit` says better.
PRIOR = {"neutral": 0.3, "minor": 0.5, "major": 0.6, "critical": 0.6}
#: A correction may be longer than its span by so many code points; a longer one is another text.
_LONGER = 120
_LONGEST_REASON = 200
#: Of the same width, so that offsets stay: what a model writes in place of what it read.
_ALIKE = str.maketrans("şţŞŢ“”„«»‘’‚–—\u00a0\u202f\u2009\t\n", 'șțȘȚ"""""\'\'\'--     ')


@dataclass(frozen=True, slots=True)
class Marks:
    """The spans of one segment.

    Attributes:
        score: the model's, 0 to 100, if it gives one.
        spans: half-open code points of the segment's target.
        dropped: how many of its errors are no spans, by reason.
    """

    score: float | None
    spans: tuple[ModelSpan, ...]
    dropped: Counter[str] = field(default_factory=Counter)


def marks(said: Said, target: str, source: str | None) -> Marks:
    """The spans of what a model says of a segment.

    Args:
        said: its answer.
        target: the segment's Romanian.
        source: the segment's source, if there is one.
    """
    dropped: Counter[str] = Counter()
    if said.malformed:
        dropped["malformed"] = said.malformed
    spans: list[ModelSpan] = []
    for error in said.errors:
        place = _found(error.text, target, spans)
        if place is None:
            dropped["not in the text"] += 1
        elif error.suggestion == target[place.start : place.end]:
            dropped["no change"] += 1
        elif any(place == (span.start, span.end) for span in spans):
            dropped["twice"] += 1
        else:
            spans.append(_span(error, place, source))
    return Marks(said.score, tuple(spans), dropped)


def _span(error: SaidError, place: Span, source: str | None) -> ModelSpan:
    suggestion = error.suggestion
    if suggestion is not None and (
        len(suggestion) > place.end - place.start + _LONGER or clean(suggestion) != suggestion
    ):
        suggestion = None
    return ModelSpan(
        place.start,
        place.end,
        error.severity,
        PRIOR[error.severity],
        error.category,
        "llm",
        _found(error.source, source, ()) if source and error.source.strip() else None,
        suggestion,
        " ".join(clean(error.reason).split())[:_LONGEST_REASON],
    )


def clean(text: str) -> str:
    """The text without what acts on a terminal or on the order of letters: controls, marks of
    direction, lone halves of surrogate pairs."""
    return "".join(
        char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def _found(words: str, text: str, taken: list[ModelSpan] | tuple[()]) -> Span | None:
    """Where words stand in a text: as they are, else with quotes, dashes and spaces of any kind;
    where they stand several times, as whole words first, and where nothing is marked yet."""
    places = list(_places(words.strip(), text)) or list(
        _places(words.strip().translate(_ALIKE), text.translate(_ALIKE))
    )
    if not places:
        return None
    return min(places, key=lambda place: (_overlaps(place, taken), _cuts(place, text), place))


def _places(words: str, text: str) -> Iterator[Span]:
    if not words:
        return
    for match in re.finditer(re.escape(words), text):
        yield Span(*match.span())


def _overlaps(place: Span, taken: list[ModelSpan] | tuple[()]) -> bool:
    return any(span.start < place.end and place.start < span.end for span in taken)


def _cuts(place: Span, text: str) -> bool:
    """Whether a span begins or ends inside a word."""
    start, end = place
    left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    right = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return left or right
