"""What a check is: a docstring an editor can read, an MQM category and a generator of issues."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from mtqa.config import Config
from mtqa.languages.codes import language_code
from mtqa.languages.ro import Document
from mtqa.languages.ro.name_index import NameIndex
from mtqa.languages.ro.repetition import Repetition, loops, repetitions
from mtqa.model import Article, Category, Issue, ModelSpan, Segment, Severity, SourceSpan

if TYPE_CHECKING:
    from mtqa.compare.coverage.beads import ArticleBeads
    from mtqa.compare.pair import ArticlePair


class Message(NamedTuple):
    """The reason for an issue, in both languages of the interface."""

    en: str
    ro: str


#: So many places of what was left out are named.
_SHOWN = 5


class View:
    """What a check may look at: the article, its parts and the user's settings.

    Attributes:
        article: the article as read.
        target: its Romanian text, with lines, sentences and tokens.
        segments: the alignment; without a source every sentence is a segment.
        config: the user's settings.
        model_spans: what a learned metric takes for errors, if one is in use.
        memory: what checks of a family have found out about the article, by who found it out
            (see :func:`mtqa.checks.once.once`).
    """

    def __init__(
        self,
        article: Article,
        target: Document,
        segments: tuple[Segment, ...],
        config: Config,
        model_spans: tuple[ModelSpan, ...] = (),
    ) -> None:
        self.article = article
        self.target = target
        self.segments = segments
        self.config = config
        self.model_spans = model_spans
        self.memory: dict[Any, Any] = {}
        self._left_out: dict[str, set[int]] = {}

    def leave_out(self, what: str, segment: Segment | None = None) -> None:
        """Tell the user what is not looked at, and in which segment, as there is too much of it."""
        start = segment.target[0].start if segment and segment.target else 0
        self._left_out.setdefault(what, set()).add(start)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, a line each, with the first lines of the target where."""
        return tuple(
            f"{self._lines(sorted(starts))}: {what}" for what, starts in self._left_out.items()
        )

    def _lines(self, starts: Sequence[int]) -> str:
        text = self.article.target
        shown = dict.fromkeys(text.count("\n", 0, start) + 1 for start in starts[:_SHOWN])
        more = f" and {len(starts) - _SHOWN} more" if len(starts) > _SHOWN else ""
        return f"line{'s' * (len(shown) > 1)} {', '.join(map(str, shown))}{more}"

    @cached_property
    def source(self) -> Document | None:
        """The source text, if the article has one."""
        return None if self.article.source is None else Document(self.article.source)

    def source_at(self, offset: int) -> str | None:
        """The source of the segment at an offset of the target, in code points; None if none is."""
        source = self.article.source
        if source is None:
            return None
        for segment in self.segments:
            if any(span.start <= offset < span.end for span in segment.target):
                return " ".join(source[s.start : s.end] for s in segment.source) or None
        return None

    @cached_property
    def source_language(self) -> str:
        """ISO 639-1 code of the source's language, given or detected; English if neither."""
        from mtqa.languages.sentences import detect

        given = self.article.source_lang
        return language_code(given) if given else detect(self.article.source or "") or "en"

    @cached_property
    def pair(self) -> ArticlePair | None:
        """Both sides read together; None without a source."""
        text = self.article.source
        if not text or not text.strip():
            return None
        from mtqa.compare.pair import ArticlePair

        language = self.source_language
        return ArticlePair(text, language, self.target, self.segments, self._entities)

    @property
    def beads(self) -> ArticleBeads | None:
        """The segments of both sides with their content words and links; None without a source."""
        return self.pair.beads if self.pair else None

    def _entities(self) -> tuple[tuple[int, int, str], ...]:
        """The names that the user's spaCy pipeline finds in the source, if one is switched on."""
        model = self.config.names.source_spacy_model
        if not model:
            return ()
        from mtqa.languages.ro.pipeline_model import entities

        return entities(self.article.source or "", model, "names.source_spacy_model")

    @cached_property
    def repetitions(self) -> tuple[Repetition, ...]:
        """Stretches of the target that stand twice or more in a row."""
        return repetitions(self.target)

    @cached_property
    def loops(self) -> tuple[Repetition, ...]:
        """Stretches of the target in which the same words come round and round."""
        return loops(self.target)

    @cached_property
    def names(self) -> NameIndex:
        """The capitalised words of the target."""
        return NameIndex(self.target)


class Check(ABC):
    """One kind of error. Subclasses set the class attributes and yield issues from :meth:`find`.

    The docstring is what ``mtqa checks`` prints, so its first line says what is wrong in words an
    editor knows. ``name`` is ``family.fault``; users select checks by name or by family.

    Example of a third-party check, registered under the entry-point group ``mtqa.checks``::

        class Shouting(Check):
            \"\"\"A word in capitals followed by three exclamation marks.\"\"\"

            name = "house.shouting"
            category = "punctuation"

            def find(self, view):
                for match in re.finditer(r"[A-Z]+!!!", view.target.text):
                    yield self.issue(view, *match.span(), Message("Shouting", "Strigăt"))
    """

    name: ClassVar[str]
    category: ClassVar[Category]
    severity: ClassVar[Severity] = "minor"
    #: Probability that an editor agrees, unless a single issue says otherwise.
    confidence: ClassVar[float] = 0.9
    #: Whether a word that is a name is none of its business; a spaCy pipeline that the user
    #: switches on then has the last word.
    spares_names: ClassVar[bool] = False
    #: Whether it reads diacritics, so that a paragraph typed without them is none of its business.
    needs_diacritics: ClassVar[bool] = False
    #: Whether the check has nothing to say without a source.
    needs_source: ClassVar[bool] = False
    #: Whether it reads :attr:`Document.analysis`, so that it has nothing to say where
    #: ``mtqa-ro-core`` is not installed.
    needs_parser: ClassVar[bool] = False
    #: What the checks of a family find out together, once per article; where it is empty they have
    #: nothing to say and are not asked: a static method that takes the view.
    shared: ClassVar[Any] = None

    @abstractmethod
    def find(self, view: View) -> Iterator[Issue]:
        """The issues of one article, in any order, overlapping or not."""

    def issue(
        self,
        view: View,
        start: int,
        end: int,
        message: Message,
        suggestion: str | None = None,
        *,
        severity: Severity | None = None,
        confidence: float | None = None,
        source_span: SourceSpan | None = None,
        row: str = "",
    ) -> Issue:
        """An issue of this check at ``[start, end)`` of the target, in code points."""
        return Issue(
            check=self.name,
            category=self.category,
            severity=severity or self.severity,
            start=start,
            end=end,
            text=view.article.target[start:end],
            message=message.en,
            message_ro=message.ro,
            suggestion=suggestion,
            confidence=self.confidence if confidence is None else confidence,
            source_span=source_span,
            row=row,
        )

    @classmethod
    def title(cls) -> str:
        """The first paragraph of the docstring on one line."""
        return cls.description().partition("\n\n")[0].replace("\n", " ")

    @classmethod
    def description(cls) -> str:
        """The docstring without its indentation."""
        return cleandoc(cls.__doc__ or cls.name)
