"""Two article texts in, segments out: what the pipeline calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtqa.align.aligner import Aligner, Alignment
from mtqa.common.lines import LINE
from mtqa.errors import MtqaError
from mtqa.languages.sentences import detect, split
from mtqa.model import Segment, Span


class NotATranslation(MtqaError):
    """The two texts have too little in common to be translations of each other."""

    def __init__(self, likeness: float, floor: float) -> None:
        self.likeness, self.floor = likeness, floor
        super().__init__(
            f"the texts do not look like translations of each other (likeness {likeness:.2f}, "
            f"expected at least {floor:.2f}); check that they belong together, or use --force"
        )


@dataclass(frozen=True)
class ArticleAlignment:
    """Two aligned articles.

    Attributes:
        segments: the beads as spans of both texts, in the order of the beads.
        alignment: the beads by sentence number, with likeness and moves.
        source_lang: ISO 639-1 code, given or detected; ``None`` if it is unknown.
        target_lang: the same for the target.
    """

    segments: tuple[Segment, ...]
    alignment: Alignment
    source_lang: str | None
    target_lang: str | None


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """The sentences of a text as half-open spans of code points.

    Args:
        text: the text as read.
        language: ISO 639-1 code; detected if not given.
    """
    if (language or detect(text)) == "ro":
        from mtqa.languages.ro.sentences import split as split_romanian

        return split_romanian(text)
    return split(text)


def align_articles(
    source: str,
    target: str,
    aligner: Aligner | None = None,
    *,
    source_lang: str | None = None,
    target_lang: str | None = "ro",
    force: bool = False,
) -> ArticleAlignment:
    """Align two article texts sentence by sentence.

    Args:
        source: source text as read.
        target: target text as read.
        aligner: the aligner to use; a new one with the best encoder installed if not given.
        source_lang: ISO 639-1 code of the source; detected if not given.
        target_lang: the same for the target.
        force: align texts that do not look like translations of each other as well.

    Raises:
        NotATranslation: the texts have too little in common, and ``force`` is not set.
    """
    source_lang = source_lang or detect(source)
    target_lang = target_lang or detect(target)
    left, right = sentences(source, source_lang), sentences(target, target_lang)
    aligner = aligner or Aligner()
    found = aligner.align(
        [source[a:b] for a, b in left],
        [target[a:b] for a, b in right],
        source_breaks=breaks(source, left),
        target_breaks=breaks(target, right),
    )
    if left and right and not force and not found.related:
        raise NotATranslation(found.likeness, found.floor)
    segments = tuple(
        Segment(
            tuple(Span(*left[i]) for i in bead.source),
            tuple(Span(*right[j]) for j in bead.target),
            bead.score,
        )
        for bead in found.beads
    )
    return ArticleAlignment(segments, found, source_lang, target_lang)


def breaks(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether a line ends between each sentence and the next; the last one ends the text."""
    found = [
        any(mark in text[end:start] for mark in "\n\r\u2028\u2029")
        for (_, end), (start, _) in pairwise(spans)
    ]
    return [*found, True] if spans else []


def parallel(source: str, target: str) -> tuple[Segment, ...]:
    """Segments of two texts that are line-parallel already, one a line: a line that is blank is a
    segment without that side, or without either. Only line feeds and carriage returns end a line.

    Raises:
        MtqaError: the texts do not have the same number of lines.
    """
    left, right = _lines(source), _lines(target)
    if len(left) != len(right):
        raise MtqaError(
            f"the texts are not line-parallel ({len(left)} and {len(right)} lines); "
            "leave --aligned out to have them aligned"
        )
    return tuple(Segment(a, b) for a, b in zip(left, right, strict=True))


def _lines(text: str) -> list[tuple[Span, ...]]:
    """Each line as one span without the white space around it, or none."""
    found: list[tuple[Span, ...]] = []
    for match in LINE.finditer(text):
        line = match.group()
        body = line.strip()
        at = match.start() + len(line) - len(line.lstrip())
        found.append((Span(at, at + len(body)),) if body else ())
    return found


def whole(source: str, target: str) -> tuple[Segment, ...]:
    """One segment of two lines, white space around them left out; a side without text is empty."""
    spans: list[tuple[Span, ...]] = []
    for text in (source, target):
        start, size = len(text) - len(text.lstrip()), len(text.strip())
        spans.append((Span(start, start + size),) if size else ())
    return (Segment(spans[0], spans[1]),)
