"""The one way through the house: read → segment → align → check → arbitrate → score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mtqa.checks.base import Check, View
from mtqa.checks.models.llm import LlmSpan
from mtqa.checks.registry import all_checks, select
from mtqa.checks.run import run
from mtqa.common.lines import is_one_line
from mtqa.config import Config, with_glossaries
from mtqa.errors import ConfigError, MtqaError, UnknownCheck
from mtqa.glossary.house import Overruled, house
from mtqa.judgement.arbitration import arbitrate
from mtqa.judgement.hints import Hint, hints
from mtqa.judgement.judge import believed
from mtqa.judgement.profiles import graded, threshold
from mtqa.judgement.quality import quality, verdict, weigh_headline
from mtqa.languages.codes import language_code
from mtqa.languages.ro import Document
from mtqa.languages.ro.parse import folder_of
from mtqa.model import Article, ArticleReport, Issue, Segment, Span, WordMark
from mtqa.scorers.article import ArticleMetrics, ArticleScores
from mtqa.scorers.llm.adviser import advised, adviser_of, fitted_of
from mtqa.scorers.signing import signature_of
from mtqa.silence.markers import Marked, read_markers
from mtqa.silence.suppressions import Suppressor

if TYPE_CHECKING:
    from mtqa.align import Aligner
    from mtqa.languages.ro.pipeline_model import NameWitness


#: Code points of both texts together that a neural encoder reads to align them: ten long articles.
#: It takes so much longer over a text than everything else that a book would take minutes. A line
#: costs as much as so many code points more: it is read by itself, with the encoder's own marks.
_MOST_READ = 60_000
_A_LINE = 20
#: Articles that a language model is asked about at once.
_AT_ONCE = 250


class Prepared(NamedTuple):
    """An article on its way.

    Attributes:
        article: as read.
        marked: the suppressions in its text, if there are any.
        bare: the article without them; what checks and metrics see.
        target: its Romanian text.
        segments: the alignment, or the target's sentences.
        notes: what the user should know of them.
    """

    article: Article
    marked: Marked | None
    bare: Article
    target: Document
    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()


class Checker:
    """Checks articles with one configuration; make it once, use it for any number of articles.

    It pickles and copies as its configuration: the copy is made anew, from what is installed where
    it is made, and says the same.

    Args:
        config: the options; the defaults if not given.
        force: check pairs that do not look like translations of each other as well.
        calibrated: whether confidences are as measured, or as the checks' authors set them.

    Raises:
        UnknownCheck: the configuration names a check that nobody registered.
        ConfigError: a glossary of the configuration cannot be read or contradicts itself.
        MtqaError: it names a metric that does not exist, or needs what is not installed.

    Examples:
        >>> report = Checker().check(Article("a", "Trump l -a acuzat pe Putin."))
        >>> [(issue.text, issue.suggestion) for issue in report.issues]
        [('l -a', 'l-a')]
    """

    def __init__(
        self, config: Config | None = None, *, force: bool = False, calibrated: bool = True
    ) -> None:
        self.config = with_glossaries(config or Config())
        self.force, self.calibrated = force, calibrated
        self._aligners: dict[tuple[str, str | None], Aligner] = {}
        self.checks = select(self.config.checks.select, self.config.checks.ignore)
        for name in self.config.checks.severity:
            if name not in all_checks():
                raise UnknownCheck(name, sorted(all_checks()))
        self._witness = _witness(self.config)
        #: Whether there is a parser, so that the checks on the tree run.
        self.parses = folder_of(self.config.romanian.parser) is not None
        self._accepted = frozenset(self.config.names.accepted)
        self._shown_from = threshold(self.config)
        self.suppressor = Suppressor(self.config.suppress, self.config.gate, self.checks)
        metrics = ArticleMetrics(self.config)
        self.metrics = metrics if metrics.metrics else None
        self.adviser = adviser_of(self.config)
        self._fitted = fitted_of(self.config)
        self.signature = signature_of(self.config, self.metrics, self._fitted)

    def __reduce__(self) -> tuple[partial[Checker], tuple[Config]]:
        """What it is made of: open models and filled memories cannot travel to another process,
        and need not. The glossaries are entries of the configuration by now: no file is read again.
        """
        made = partial(type(self), force=self.force, calibrated=self.calibrated)
        return made, (self.config,)

    def check(self, article: Article) -> ArticleReport:
        """Find, arbitrate and weigh the issues of one article.

        Raises:
            CheckError: a check yields a span that does not lie in the text.
            NotATranslation: source and target have too little in common.
            MarkerError: a suppression in the text has no reason, or cannot be read.
            MissingText: it has no source or reference, which a metric of the configuration needs.
        """
        prepared = self.prepare(article)
        return self.report(prepared, self.measure([prepared])[0])

    def check_all(self, articles: Iterable[Article]) -> Iterator[ArticleReport]:
        """The reports of many articles. A language model is asked about many at once: its share is
        of all their segments, and its requests are full.

        Raises:
            MtqaError: as :meth:`check`.
        """
        left = iter(articles)
        while batch := list(islice(left, _AT_ONCE if self.adviser else 1)):
            prepared = [self.prepare(article) for article in batch]
            for item, measured in zip(prepared, self.measure(prepared), strict=True):
                yield self.report(item, measured)

    def prepare(self, article: Article) -> Prepared:
        """The first step of :meth:`check`: an article read and segmented.

        Raises:
            NotATranslation, MarkerError, MissingText: as :meth:`check`.
        """
        marked = read_markers(article.target) if article.meta.get("markers", True) else None
        bare = article if marked is None else replace(article, target=marked.text)
        if self.metrics:
            self.metrics.require(bare)
        target = Document(bare.target, self.config.romanian.parser)
        notes: list[str] = []
        segments = self._segments(bare, target, notes)
        return Prepared(article, marked, bare, target, segments, tuple(notes))

    def measure(self, prepared: Sequence[Prepared]) -> Sequence[ArticleScores]:
        """The second step: what the metrics of the configuration say, of many articles at once."""
        scores = [ArticleScores()] * len(prepared)
        if self.metrics:
            scores = self.metrics.measure([(item.bare, item.segments) for item in prepared])
        return self.consulted(prepared, scores) if self.adviser else scores

    def consulted(
        self, prepared: Sequence[Prepared], scores: Sequence[ArticleScores]
    ) -> list[ArticleScores]:
        """The scores with what the language model says, which is asked after all others.

        Raises:
            MtqaError: there is no language model, or it cannot be asked at all.
        """
        if self.adviser is None:
            raise ConfigError("no language model; give --llm URL --llm-model NAME, or judge.model")
        views = [self._view(*both) for both in zip(prepared, scores, strict=True)]
        found = [
            self._attempted(view) if said.issues is None else said.issues
            for view, said in zip(views, scores, strict=True)
        ]
        return advised(self.adviser, self.config, views, found, scores)

    def _attempted(self, view: View) -> tuple[Issue, ...] | None:
        """The issues of the checks, None where one fails: the report will say so."""
        try:
            return tuple(self._found(view, self.checks))
        except MtqaError:
            return None

    def _view(self, prepared: Prepared, measured: ArticleScores) -> View:
        return View(prepared.bare, prepared.target, prepared.segments, self.config, measured.spans)

    def report(self, prepared: Prepared, measured: ArticleScores) -> ArticleReport:
        """The last step: issues found, arbitrated, weighed and, where that is wanted, silenced.

        Raises:
            CheckError: as :meth:`check`.
        """
        report = self._report(prepared, measured)
        if prepared.marked is not None:
            report = prepared.marked.restored(report, prepared.article)
        return self.suppressor.apply(report, prepared.marked)

    def witnesses(self, article: Article) -> tuple[list[Issue], Sequence[WordMark], list[Hint]]:
        """What the judge hears of an article: every check's issues, with their authors' confidence,
        what the error tagger says of its words, and which are linked to the source.

        Raises:
            CheckError, NotATranslation, MarkerError, MissingText: as :meth:`check`.
        """
        prepared = self.prepare(article)
        measured = self.measure([prepared])[0]
        view = self._view(prepared, measured)
        return self._heard(view, measured), measured.words, hints(view)

    def _heard(self, view: View, measured: ArticleScores) -> list[Issue]:
        """The issues of all checks. Where they were asked already, before the language model was,
        only what that one says is new."""
        if measured.issues is None:
            return list(self._found(view, self.checks))
        late = (check for check in self.checks if check.name == LlmSpan.name)
        return [*measured.issues, *self._found(view, late)]

    def _report(self, prepared: Prepared, measured: ArticleScores) -> ArticleReport:
        """Everything there is to say about an article, nothing silenced."""
        article, segments, target = prepared.bare, prepared.segments, prepared.target
        view = self._view(prepared, measured)
        probable = self._shown(self._heard(view, measured), measured.words, view)
        # arbitration trusts the authors, who know which of two reasons says more
        found = (_as_judged(issue, probable) for issue in arbitrate(probable))
        issues = weigh_headline(found, target, self.config.gate.headline_weight)
        words = view.target.words
        score = quality(issues, words)
        return ArticleReport(
            article=article,
            segments=segments,
            issues=issues,
            words=words,
            quality=score,
            verdict=verdict(issues, score, self.config.gate, measured.scores),
            signature=self.signature,
            scores=measured.scores,
            notes=(*prepared.notes, *measured.notes, *view.notes),
        )

    def _segments(
        self, article: Article, target: Document, notes: list[str]
    ) -> tuple[Segment, ...]:
        """The beads of source and target, or the target's sentences where there is no source; what
        the user should know is added to the notes."""
        source = article.source
        if source is None or not source.strip():
            return segment(target)
        from mtqa.align.article import NotATranslation, align_articles, parallel, whole
        from mtqa.checks.untranslated.text import foreign_stretches

        if article.meta.get("aligned"):
            return parallel(source, article.target)
        if is_one_line(article.target) and is_one_line(source):
            return whole(source, article.target)  # a segment of a corpus, paired as it stands
        language = article.source_lang and language_code(article.source_lang)
        encoder = self.config.align.encoder
        if encoder == "auto" and _reading(source) + _reading(article.target) > _MOST_READ:
            encoder = "lexical"
            notes.append(
                f"the texts have more than {_MOST_READ:,} characters ({_A_LINE} counted for each "
                "line): they are aligned by their words alone"
            )
        align = partial(
            align_articles,
            source,
            article.target,
            self._aligner(encoder, language),
            source_lang=language,
        )
        try:
            return align(force=self.force).segments
        except NotATranslation:
            if not foreign_stretches(target, source):
                raise
            return align(force=True).segments  # that is what the report will say

    def _aligner(self, encoder: str, source_lang: str | None) -> Aligner:
        """The aligner with an encoder for a source language, made once."""
        found = self._aligners.get((encoder, source_lang))
        if found is None:
            from mtqa.align import Aligner, by_name

            found = Aligner(by_name(encoder, source_lang, "ro"))
            self._aligners[encoder, source_lang] = found
        return found

    def _found(self, view: View, checks: Iterable[Check]) -> Iterator[Issue]:
        """The issues of every one of the checks that may run, as the configuration wants them."""
        has_source = view.article.source is not None
        overruled = _overruled(view)
        for check in checks:
            if (has_source or not check.needs_source) and (self.parses or not check.needs_parser):
                found = run(check, view)
                if overruled:
                    found = [overruled.respelt(issue) for issue in found if not overruled(issue)]
                if found:
                    yield from self._wanted(check, view, found)

    def _wanted(self, check: Check, view: View, found: list[Issue]) -> Iterator[Issue]:
        """What of a check's issues the configuration lets through."""
        for issue in found:
            if issue.text in self._accepted:
                continue
            if check.needs_diacritics and view.target.is_bare(issue.start):
                continue
            if check.spares_names and any(a <= issue.start < b for a, b in self._names(view)):
                continue
            yield issue

    def _shown(
        self, found: Sequence[Issue], words: Sequence[WordMark], view: View
    ) -> dict[Issue, float]:
        """The issues that are probable enough to be shown, with their severity, and how probable.

        The user's own severity holds as it stands; the author's is held against the evidence.
        """
        if self.calibrated:
            probable = believed(found, words, hints(view) if words else ())
        else:
            probable = [issue.confidence for issue in found]
        if fit := self._fitted:
            probable = [fit.moved(i.check, p) for i, p in zip(found, probable, strict=True)]
        shown: dict[Issue, float] = {}
        for issue, probability in zip(found, probable, strict=True):
            if probability < self._shown_from:
                continue
            own = self.config.checks.severity.get(issue.check)
            severity = own or graded(issue.severity, probability)
            same = severity == issue.severity
            shown[issue if same else replace(issue, severity=severity)] = probability
        return shown

    def _names(self, view: View) -> tuple[tuple[int, int], ...]:
        """The names that the user's spaCy pipeline sees, if one is switched on."""
        return self._witness.names(view.target.text) if self._witness else ()


def _as_judged(issue: Issue, probable: Mapping[Issue, float]) -> Issue:
    """The issue with its probability, and so those that it stands for."""
    related = tuple(_as_judged(other, probable) for other in issue.related)
    bare = replace(issue, related=()) if issue.related else issue
    confidence = probable.get(bare, issue.confidence)  # a check's own related were not judged
    return replace(issue, confidence=confidence, related=related)


def check_article(
    target: str,
    source: str | None = None,
    *,
    id: str = "article",
    reference: str | None = None,
    source_lang: str | None = None,
    meta: Mapping[str, Any] | None = None,
    config: Config | None = None,
) -> ArticleReport:
    """Check one article given as text: the shortest way in for a script or a notebook.

    Examples:
        >>> check_article("Președintele a spus că că vine.").issues[0].text
        'că că'
    """
    article = Article(id, target, source, reference, source_lang, meta or {})
    return Checker(config).check(article)


def _reading(text: str) -> int:
    """What a text costs an encoder, in code points."""
    return len(text) + _A_LINE * text.count("\n")


def segment(target: Document) -> tuple[Segment, ...]:
    """The segments of an article without its source: every target sentence is one."""
    return tuple(Segment((), (Span(*span),)) for span in target.sentences)


def _overruled(view: View) -> Overruled | None:
    """What the house's style sheet has to say of the issues, if there is one."""
    sheet = house(view.config.names.entry)
    if not sheet:
        return None
    return Overruled(sheet, view.article, view.target, view.segments, view.source_language)


def _witness(config: Config) -> NameWitness | None:
    """The user's spaCy pipeline, if one is switched on; the source's is loaded too."""
    if config.names.source_spacy_model:
        from mtqa.languages.ro.pipeline_model import require

        require(config.names.source_spacy_model, "names.source_spacy_model")
    if not config.romanian.spacy_model:
        return None
    from mtqa.languages.ro.pipeline_model import NameWitness

    return NameWitness(config.romanian.spacy_model)
