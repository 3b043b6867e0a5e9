"""What flows through the house: frozen dataclasses, nothing else.

Offsets are code points into the text as read, half-open: ``text[start:end]`` is the span. They
survive every step, because no room normalises the text in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple, get_args

Category = Literal[
    "name",
    "untranslated",
    "mistranslation",
    "omission",
    "addition",
    "number",
    "garbled",
    "grammar",
    "spelling",
    "punctuation",
    "spacing",
    "casing",
    "boilerplate",
]
Severity = Literal["neutral", "minor", "major", "critical"]
Verdict = Literal["pass", "fail"]
Ui = Literal["en", "ro"]
#: How much is shown: see :mod:`mtqa.judgement.profiles`.
Profile = Literal["quiet", "balanced", "thorough"]
#: Why an issue stays quiet: it stood in the baseline, or a reason was given in the text or in the
#: configuration.
Silence = Literal["baseline", "inline", "file"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
PROFILES: tuple[Profile, ...] = get_args(Profile)

#: The MQM path of each category (MQM Core typology, themqm.org).
MQM: Mapping[Category, str] = {
    "name": "Accuracy/Mistranslation/Entity",
    "untranslated": "Accuracy/Untranslated",
    "mistranslation": "Accuracy/Mistranslation",
    "omission": "Accuracy/Omission",
    "addition": "Accuracy/Addition",
    "number": "Accuracy/Mistranslation/Number",
    "garbled": "Fluency/Unintelligible",
    "grammar": "Linguistic conventions/Grammar",
    "spelling": "Linguistic conventions/Spelling",
    "punctuation": "Linguistic conventions/Punctuation",
    "spacing": "Linguistic conventions/Typography",
    "casing": "Linguistic conventions/Typography",
    "boilerplate": "Design/Markup",
}

#: The MQM penalty of each severity.
WEIGHTS: Mapping[Severity, int] = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One translated article as read.

    Attributes:
        id: what reports call it (usually the path).
        target: the Romanian text.
        source: the text it was translated from, if known.
        reference: a human translation, if known.
        source_lang: ISO 639-1 code of the source's language, if known.
        meta: anything the reader wants to hand to the report (``target_path``, ``source_path`` …).
    """

    id: str
    target: str
    source: str | None = None
    reference: str | None = None
    source_lang: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Segment:
    """A bead of the alignment: source sentences and the target sentences that say the same.

    Either side may be empty; without a source every target sentence is a segment of its own.
    ``score`` is the alignment's similarity, higher is better, ``None`` where nothing was compared.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """The place in the source that an issue points to, with its text."""

    start: int
    end: int
    text: str


class ModelSpan(NamedTuple):
    """A half-open stretch of the target, in code points, that a learned metric takes for an error.

    ``confidence`` is the metric's own probability, 0 to 1; ``metric`` its family; ``source`` what
    of the source is left out or meant there, ``suggestion`` what should stand there (``""``:
    nothing) and ``reason`` why, where the metric says so.
    """

    start: int
    end: int
    severity: Severity
    confidence: float
    category: Category = "mistranslation"
    metric: str = "comet"
    source: Span | None = None
    suggestion: str | None = None
    reason: str = ""


class WordMark(NamedTuple):
    """A word of the target, half-open in code points, and what the error tagger says of it.

    ``bad`` is the probability that it is wrong, ``kinds`` those that it is part of an error of
    accuracy, of grammar, of the word itself and of a name or figure, ``severe`` that of a major or
    critical one; ``score`` is that of its segment, in standard deviations from the mean.
    """

    start: int
    end: int
    bad: float
    kinds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    severe: float = 0.0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Issue:
    """One error of the translation.

    Attributes:
        check: name of the check that found it (``names.kinship``).
        category: what users filter by.
        severity: how much harm it does.
        start: first code point of the span in the target.
        end: first code point after the span; ``target[start:end] == text`` always.
        text: the span itself.
        message: the reason, in English.
        message_ro: the reason, in Romanian.
        suggestion: what should stand in place of the span: ``""`` means delete it,
            ``None`` that mtqa does not know.
        confidence: probability that an editor would agree, 0 to 1.
        source_span: the place in the source, if one is known.
        related: the issues of the same place, or omissions of the same words of the source, that
            arbitration ranked below this one.
        factor: what its penalty is multiplied by: more than 1 in a headline, and where it stands
            for an error in each of several sentences.
        row: the row of a table that spoke, by its name; empty where a rule needs no table.
    """

    check: str
    category: Category
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    message_ro: str = ""
    suggestion: str | None = None
    confidence: float = 1.0
    source_span: SourceSpan | None = None
    related: tuple[Issue, ...] = ()
    factor: float = 1
    row: str = ""

    @property
    def mqm(self) -> str:
        """The MQM path of the category."""
        return MQM[self.category]

    @property
    def weight(self) -> float:
        """The MQM penalty of the severity, multiplied by the issue's factor."""
        return WEIGHTS[self.severity] * self.factor

    def message_in(self, ui: Ui) -> str:
        """The reason in the language of the interface."""
        return (self.message_ro or self.message) if ui == "ro" else self.message

    def with_related(self, related: tuple[Issue, ...]) -> Issue:
        """The same issue, carrying the ones it stands for."""
        return replace(self, related=related)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """An issue that stays quiet: it neither weighs nor fails an article.

    Attributes:
        issue: the issue.
        by: what silences it.
        reason: why, in the words of who silenced it; of a baseline, its file.
        origin: where that is written (a line of the text, an entry of the configuration).
    """

    issue: Issue
    by: Silence
    reason: str
    origin: str


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Everything mtqa has to say about one article.

    Attributes:
        article: the article as read.
        segments: the alignment, or the target's sentences where there is no source.
        issues: what is wrong, in reading order, never overlapping.
        words: number of target words (the denominator of the quality).
        quality: 100 × (1 − Σ weight / words), clipped at 0.
        verdict: whether the article passes the quality gate.
        signature: versions and settings that produced this report.
        scores: further metrics by name; higher is better, but for ``ter``.
        suppressed: issues that stay quiet, in reading order; they count for nothing above.
        notes: what the user should know beside the issues, a line each.
    """

    article: Article
    segments: tuple[Segment, ...]
    issues: tuple[Issue, ...]
    words: int
    quality: float
    verdict: Verdict
    signature: str
    scores: Mapping[str, float] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[str, ...] = ()
