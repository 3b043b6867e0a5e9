"""Labels from ``ro-mqm``: real English to Romanian translations, their errors marked and scored."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from mtqa.evaluation.gold import GoldSpan, GoldText, read_gold
from mtqa.workshop.training.examples import Example, Mark, kind_of

#: What may be learnt from; ``dev`` stands beside them for measuring.
PARTS = ("train", "fables")
#: Mean and standard deviation of the scores, which run from 0 to 100.
SCORE = (77.0, 19.0)
_SEVERE = ("major", "critical")


def read(folder: Path) -> list[GoldText]:
    """The annotated segments of the parts that may be learnt from, as far as they are there.

    Args:
        folder: ``gold/ro-mqm``.

    Raises:
        InputError: a part is broken.
    """
    return [
        text
        for part in PARTS
        if (folder / part / "segments.jsonl").is_file()
        for text in read_gold(folder / part)
    ]


def left_out(source: str | None, hold: tuple[int, int] | None) -> bool:
    """Whether a source belongs to the part that is held out.

    Args:
        source: its text.
        hold: which of how many equal parts; None holds nothing out.
    """
    return hold is not None and zlib.crc32((source or "").encode()) % hold[1] == hold[0]


def examples(texts: Iterable[GoldText]) -> Iterator[Example]:
    """Every segment with its marks, their kinds and its score."""
    mean, deviation = SCORE
    for text in texts:
        spans = text.spans
        score = None if text.score is None else max(-2.5, (text.score - mean) / deviation)
        yield Example(
            text.article.target,
            text.article.source,
            annotated=score,
            bad=_marks(spans),
            garbled=_marks(span for span in spans if span.category == "garbled"),
            kinds=tuple((kind_of(span.category), span.start, span.end) for span in spans),
            severe=_marks(span for span in spans if span.severity in _SEVERE),
            origin="annotated",
        )


def _marks(spans: Iterable[GoldSpan]) -> tuple[Mark, ...]:
    return tuple((span.start, span.end, 1.0) for span in spans)
