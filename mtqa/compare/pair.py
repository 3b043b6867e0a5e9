"""An article and its source, aligned: each side read once, for all who compare them.

Whatever a check wants to know of both sides is asked here, so that a text is split, looked up and
linked once, however many checks ask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from mtqa.compare.coverage.beads import ArticleBeads
from mtqa.compare.figures.judge import Judge as FigureJudge
from mtqa.compare.figures.verdict import Verdict as FigureVerdict
from mtqa.compare.meaning.pair import Pair as SegmentWords
from mtqa.compare.meaning.pair import pairs
from mtqa.compare.names import Judge as NameJudge
from mtqa.compare.names import SourceText
from mtqa.compare.names import Verdict as NameVerdict
from mtqa.languages.ro import Document
from mtqa.model import Segment

#: Half-open code-point span in the source, and the label of a spaCy pipeline.
Entity = tuple[int, int, str]


class ArticlePair:
    """What both sides of an article say, read when asked for and remembered.

    Args:
        source: the source text as read.
        language: its ISO 639-1 code.
        target: the Romanian text.
        segments: the alignment, in reading order; either side of one may be empty.
        entities: gives the names that a better judge than capitals finds in the source, if there
            is one; called when names are asked for.
    """

    def __init__(
        self,
        source: str,
        language: str,
        target: Document,
        segments: Sequence[Segment],
        entities: Callable[[], Sequence[Entity]] = tuple,
    ) -> None:
        self.source, self.language, self.target = source, language, target
        self.segments = segments
        self._entities = entities

    @cached_property
    def beads(self) -> ArticleBeads:
        """The segments with their content words, and which stands for which."""
        return ArticleBeads(self.source, self.language, self.target, self.segments)

    @cached_property
    def words(self) -> tuple[SegmentWords, ...]:
        """The segments that have both sides, with all their words and the keys to look them up."""
        return tuple(pairs(self.source, self.target.text, self.segments, self.language))

    @cached_property
    def source_names(self) -> SourceText:
        """The source with its names."""
        return SourceText(self.source, self.language, tuple(self._entities()))

    @cached_property
    def name_judge(self) -> NameJudge:
        """Who says what became of the source's names."""
        return NameJudge(self.source_names, self.target, self.segments)

    @cached_property
    def names(self) -> tuple[NameVerdict, ...]:
        """What is wrong with names, in order of the segments."""
        return tuple(self.name_judge.verdicts())

    @cached_property
    def figure_judge(self) -> FigureJudge:
        """Who says what became of the source's figures; holds them segment by segment."""
        return FigureJudge(self.source, self.language, self.target.text, self.segments)

    @cached_property
    def figures(self) -> tuple[FigureVerdict, ...]:
        """What is wrong with figures, in order of the segments."""
        return tuple(self.figure_judge.verdicts())
