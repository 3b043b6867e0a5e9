"""The language model beside the other witnesses: asked about the segments that they leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mtqa.checks.base import View
from mtqa.config import Config
from mtqa.errors import MtqaError
from mtqa.glossary.house import house, terminology
from mtqa.judgement.arbitration import arbitrate
from mtqa.judgement.calibration import shifted
from mtqa.judgement.fitted import Fitted, read
from mtqa.judgement.hints import hints
from mtqa.judgement.judge import believed, judge
from mtqa.judgement.profiles import graded, threshold
from mtqa.judgement.quality import headline, quality, verdict
from mtqa.languages.ro import Document
from mtqa.model import Article, Issue, ModelSpan, Segment
from mtqa.scorers.article import ArticleScores, Part, part_of
from mtqa.scorers.llm.asking import Asker, Reply
from mtqa.scorers.llm.prompt import PROMPT_VERSION, Question
from mtqa.scorers.llm.routing import Open, chosen
from mtqa.scorers.llm.spans import Marks, marks

#: Code points of a segment that the model is asked about; a longer one is no sentence.
_LONGEST = 6_000
#: Code points of the sentences before it, and entries of the glossary, that it is shown.
_BEFORE, _TERMS = 600, 20
#: What another witness in the same place adds to a mark, in log-odds.
_AGREEMENT = 1.0
#: The least confidence with which a witness counts as one.
_HINT = 0.3
_LACKS = {
    "unusable": "no answer that can be used",
    "budget": "no budget left",
    "failed": "no answer from the server",
}


@dataclass(frozen=True, slots=True)
class Case:
    """An article as the other witnesses leave it.

    Attributes:
        article: without the suppressions in its text.
        target: its Romanian.
        segments: its alignment.
        language: ISO 639-1 code of its source's language; empty where there is no source.
        issues: what the checks have found, as probable as the judge believes.
        scores: what the metrics say.
        fails: whether it fails the gate by all that.
    """

    article: Article
    target: Document
    segments: tuple[Segment, ...]
    language: str
    issues: tuple[Issue, ...]
    scores: ArticleScores
    fails: bool


@dataclass
class Advice:
    """What the model says of an article.

    Attributes:
        spans: offsets into the article's target.
        score: 0 to 100, the mean of its segments; None if it was not asked about all of them.
        notes: what has no answer and what was dropped, a line each.
    """

    spans: list[ModelSpan] = field(default_factory=list)
    score: float | None = None
    notes: tuple[str, ...] = ()


class Adviser:
    """A language model that is asked about articles.

    Args:
        config: the user's options, with glossaries read; ``judge.model`` says whom to ask.
        sleep: waits between tries, in seconds.

    Raises:
        MtqaError: the settings mean nothing, or what they need is not installed.
    """

    def __init__(self, config: Config, *, sleep: Callable[[float], None] | None = None) -> None:
        self._config = config
        self.settings = config.judge.model
        self.asker = Asker(self.settings, config.ui, sleep=sleep)

    def begin(self) -> None:
        """Begin a run: what this process and those that it starts use counts together from here.

        Raises:
            MtqaError: the file of the cache cannot be used.
        """
        self.asker.begin()

    def require_budget(self) -> None:
        """Make sure that nothing was left out for want of budget.

        Raises:
            MtqaError: something was; what was answered is remembered.
        """
        if self.asker.spent:
            raise MtqaError(
                f"the budget of {self.settings.budget:,} tokens is spent; what is finished is "
                "kept: raise --llm-budget, and go on with --resume"
            )

    def advise(self, cases: Sequence[Case]) -> list[Advice]:
        """What the model says of articles; its share is of all their segments together.

        Raises:
            MtqaError: the model cannot be asked at all.
        """
        parts = [list(_parts(case)) for case in cases]
        asked = chosen(
            [
                _opened(case, part, place)
                for place, (case, listed) in enumerate(zip(cases, parts, strict=True))
                for part in listed
            ],
            self.settings.share,
        )
        everything = [(place, part) for place, listed in enumerate(parts) for part in listed]
        questions = [self.question(cases[everything[n][0]], everything[n][1]) for n in asked]
        replies = self.asker.ask(questions)
        found: list[list[tuple[Part, Reply]]] = [[] for _ in cases]
        for number, reply in zip(asked, replies, strict=True):
            place, part = everything[number]
            found[place].append((part, reply))
        if self.settings.dry_run:
            return [Advice() for _ in cases]
        return [
            _advice(case, len(listed), replied)
            for case, listed, replied in zip(cases, parts, found, strict=True)
        ]

    def question(self, case: Case, part: Part) -> Question:
        """A segment with what the model is shown beside it."""
        start = part.pieces[0].start
        text = case.article.target
        head = headline(case.target)
        inside = head is not None and start < head.end
        after = head.end if head else 0
        before = [
            text[a:b].strip() for a, b in case.target.sentences if after <= a and b <= start
        ][-self.settings.context :] if self.settings.context else []  # fmt: skip
        return Question(
            part.sample.target,
            part.sample.source,
            case.language or None,
            "" if head is None or inside else text[head.start : head.end].strip()[:_BEFORE],
            " ".join(before)[-_BEFORE:],
            tuple(self._terms(case, part))[:_TERMS],
        )

    def _terms(self, case: Case, part: Part) -> Iterator[tuple[str, str]]:
        """What the house wants of words of the segment's source, each once."""
        text = case.article.source or ""
        names, terms = house(self._config.names.entry), terminology(self._config.terms.entry)
        wanted: dict[str, str] = {}
        for start, end in part.source_pieces:
            for word, entry in names.in_source(text, start, end, case.language):
                wanted.setdefault(word.text, next(iter(entry.good), ""))
            for use in terms.in_source(text, start, end, case.language):
                wanted.setdefault(text[use.start : use.end], next(iter(use.entry.good), ""))
        yield from ((word, good) for word, good in wanted.items() if good)


def adviser_of(config: Config) -> Adviser | None:
    """The language model of a configuration, if it has one.

    Raises:
        MtqaError: its settings mean nothing, or what they need is not installed.
    """
    return Adviser(config) if config.judge.model.url else None


def fitted_of(config: Config) -> Fitted | None:
    """The confidences of the house's own, if it has fitted some.

    Raises:
        ConfigError: they cannot be read, or are of another model.
    """
    if not config.judge.fitted:
        return None
    found = read(Path(config.judge.fitted))
    found.require(model_of(config))
    return found


def advised(
    adviser: Adviser,
    config: Config,
    views: Sequence[View],
    found: Sequence[tuple[Issue, ...] | None],
    scores: Sequence[ArticleScores],
) -> list[ArticleScores]:
    """What the metrics say of articles, with what the model and the checks say in it.

    Args:
        adviser: the model.
        config: the user's options.
        views: the articles.
        found: the issues of the checks; of an article with None the model is not asked.
        scores: what the metrics say.

    Raises:
        MtqaError: the model cannot be asked at all.
    """
    places = [place for place, issues in enumerate(found) if issues is not None]
    cases = [_case(views[n], config, found[n] or (), scores[n]) for n in places]
    all_scores = list(scores)
    for place, advice in zip(places, adviser.advise(cases), strict=True):
        score = {} if advice.score is None else {"llm": advice.score}
        all_scores[place] = replace(
            scores[place],
            scores={**scores[place].scores, **score},
            spans=(*scores[place].spans, *advice.spans),
            issues=found[place],
            notes=(*views[place].notes, *advice.notes),
        )
    return all_scores


def _case(view: View, config: Config, found: tuple[Issue, ...], scores: ArticleScores) -> Case:
    """An article as the judge sees it without the model."""
    probable = believed(found, scores.words, hints(view) if scores.words else ())
    judged = tuple(replace(one, confidence=p) for one, p in zip(found, probable, strict=True))
    kept = [
        replace(one, severity=graded(one.severity, one.confidence))
        for one in judged
        if one.confidence >= threshold(config)
    ]
    kept = list(arbitrate(kept))
    level = quality(kept, view.target.words)
    return Case(
        view.article,
        view.target,
        view.segments,
        view.source_language if view.article.source else "",
        judged,
        scores,
        verdict(kept, level, config.gate, scores.scores) == "fail",
    )


def signature(config: Config) -> str:
    """What a signature says of the model: its name, its prompt and its share; empty without one."""
    name = "".join("_" if char in "|,:" or char.isspace() else char for char in model_of(config))
    return name and f"{name}@share-{config.judge.model.share:g}"


def model_of(config: Config) -> str:
    """The model that is asked, with its prompt: ``NAME@prompt-1``; empty if none is."""
    settings = config.judge.model
    asked = settings.url and not settings.dry_run
    return f"{settings.name}@prompt-{PROMPT_VERSION}" if asked else ""


def _parts(case: Case) -> Iterator[Part]:
    """The segments that the model can be asked about."""
    for segment in case.segments:
        if segment.target:
            part = part_of(case.article, segment)
            size = max(len(part.sample.target), len(part.sample.source or ""))
            if part.sample.target.strip() and size <= _LONGEST:
                yield part


def _opened(case: Case, part: Part, place: int) -> Open:
    """What is known of a segment before the model is asked."""
    start, end = part.pieces[0].start, part.pieces[-1].end
    qe = dict(case.scores.parts.get("qe", ())).get(start)
    here = tuple(issue for issue in case.issues if start <= issue.start < end)
    return Open(place, len(part.sample.target.split()), qe, here, case.fails)


def _advice(case: Case, segments: int, replied: Sequence[tuple[Part, Reply]]) -> Advice:
    advice = Advice()
    heard = bool(case.scores.words) and judge() is not None  # it will see the agreement itself
    lacks: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    scores: list[float] = []
    for part, reply in replied:
        if reply.said is None:
            lacks[_LACKS[reply.lack or "failed"]] += 1
            continue
        found: Marks = marks(reply.said, part.sample.target, part.sample.source)
        dropped.update(found.dropped)
        scores += [] if found.score is None else [found.score]
        advice.spans += [
            placed if heard else _weighed(placed, case.issues)
            for span in found.spans
            for placed in part.located(span)
        ]
    if segments and len(scores) == segments:
        advice.score = sum(scores) / segments
    lines = [f"{number} of {len(replied)} segments: {why}" for why, number in lacks.items()]
    if dropped:
        listed = ", ".join(f"{number} {why}" for why, number in sorted(dropped.items()))
        lines.append(f"{sum(dropped.values())} marks left out ({listed})")
    advice.notes = tuple(f"language model: {line}" for line in lines)
    return advice


def _weighed(span: ModelSpan, issues: Sequence[Issue]) -> ModelSpan:
    """The span, more probable where another witness speaks of the same place."""
    near = (i for i in issues if i.start < span.end and span.start < i.end)
    if not any(issue.confidence >= _HINT for issue in near):
        return span
    return span._replace(confidence=round(shifted(span.confidence, _AGREEMENT), 3))
