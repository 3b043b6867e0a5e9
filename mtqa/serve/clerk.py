"""What a worker does: one job after the other, with checkers that are made once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from mtqa.checks.untranslated.text import is_told
from mtqa.config import Config
from mtqa.errors import CheckError, InputError, MtqaError
from mtqa.judgement.profiles import under
from mtqa.languages.codes import language_code
from mtqa.model import Article, ArticleReport, Profile, Ui
from mtqa.pipeline import Checker
from mtqa.report.formats import Problem, Run, renderer
from mtqa.report.places import title
from mtqa.serve.jobs import Answer, CheckJob, FeedJob, Job, LanguageToolJob
from mtqa.serve.languagetool import answer, checks_of
from mtqa.serve.offsets import Annotated
from mtqa.silence.baseline import Known, compare
from mtqa.silence.markers import MarkerError

_JSON, _PLAIN = "application/json", "text/plain; charset=utf-8"
_MEDIA = {
    "json": _JSON,
    "sarif": "application/sarif+json",
    "html": "text/html; charset=utf-8",
}
#: Read once before the first request: what is loaded at first use is loaded by then.
_WARM = (
    "Președintele a spus că vine la București.\nMiniștrii pleacă luni, la ora 10.",
    "The president said that he is coming to Bucharest.\nThe ministers leave on Monday at 10.",
)

AJob = TypeVar("AJob", CheckJob, FeedJob)


class Wish(NamedTuple):
    """What a request may ask beside the house's configuration.

    Attributes:
        profile: how much is shown; the house's if not given.
        select, ignore: the checks that run, and those that do not.
        ui: language of the reasons; the house's if not given.
        force: whether to check what does not look like a translation.
    """

    profile: Profile | None
    select: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    ui: Ui | None = None
    force: bool = False


class Clerk:
    """Answers jobs under the house's configuration.

    Args:
        config: the house's options.
        known: its baseline, if it has one.
        baseline: the baseline's file.

    Raises:
        MtqaError: the configuration names what is not there.
    """

    def __init__(self, config: Config, known: Known | None = None, baseline: str = "") -> None:
        self.config = config
        self._known, self._baseline = known, Path(baseline).name
        self._checker = lru_cache(maxsize=8)(self._made)  # configurations that clients ask for
        self._house = Checker(config)
        self._names = frozenset(check.name for check in self._house.checks)

    def warm(self) -> None:
        """Load what is loaded at first use."""
        target, source = _WARM
        self._house.check(Article("warm", target))
        if not any(metric.needs_reference for metric in self._metrics):
            self._house.check(Article("warm", target, source, source_lang="en"))

    @property
    def _metrics(self) -> Sequence[Any]:
        return self._house.metrics.metrics if self._house.metrics else ()

    def do(self, job: Job) -> Answer:
        """The answer to a job; whatever goes wrong is one."""
        plain = isinstance(job, LanguageToolJob)
        try:
            if isinstance(job, LanguageToolJob):
                return self._languagetool(job)
            return self._check(job) if isinstance(job, CheckJob) else self._feed(job)
        except CheckError as problem:
            return refused(500, str(problem), plain=plain)
        except MtqaError as problem:
            return refused(422, str(problem), plain=plain)
        except (RecursionError, MemoryError) as problem:
            return refused(422, f"too much for a check ({type(problem).__name__})", plain=plain)

    def _languagetool(self, job: LanguageToolJob) -> Answer:
        text = Annotated(job.parts)
        detected, why = _language(text.plain)
        report = None
        names = self._wanted(job)
        if not why and names and any(map(str.isalnum, text.plain)):
            picky: Profile | None = "thorough" if job.picky else None
            report = self._marked(self._checker(Wish(picky, names)), text.plain)
        body = answer(
            text, report, detected=detected, incomplete=why, docs=job.docs, ui=self.config.ui
        )
        return Answer(200, _JSON, _encoded(body), len(body["matches"]))

    def _marked(self, checker: Checker, text: str) -> ArticleReport:
        """The report of a text; a suppression that is still being typed is none."""
        try:
            report = checker.check(Article("text", text))
        except MarkerError:
            report = checker.check(Article("text", text, meta={"markers": False}))
        return self._new(report)

    def _wanted(self, job: LanguageToolJob) -> tuple[str, ...]:
        """The names of the checks that run for a client, none of them if the house has it off."""
        enabled = checks_of(job.enabled, job.enabled_categories)
        if job.only:
            return tuple(sorted(self._names & enabled))
        off = checks_of(job.disabled, job.disabled_categories) - checks_of(job.enabled, frozenset())
        return tuple(sorted(self._names - off))

    def _check(self, job: CheckJob) -> Answer:
        article = Article(
            job.id,
            job.target,
            job.source,
            job.reference,
            job.source_lang and language_code(job.source_lang),
            {"aligned": True} if job.aligned else {},
        )
        if not any(map(str.isalnum, job.target)):
            raise InputError(job.id, "empty", "send the translated text as target")
        checker = self._asked(job)
        _require_romanian(article, checker, force=job.force)
        return self._rendered(job, checker, [checker.check(article)], (), ())

    def _feed(self, job: FeedJob) -> Answer:
        from mtqa.readers.feed import feed_of
        from mtqa.readers.feed_pairs import feed_articles

        checker = self._asked(job)
        ours = feed_of(_xml(job.target), "target")
        theirs = None if job.source is None else feed_of(_xml(job.source), "source")
        found = feed_articles(
            ours,
            theirs,
            [(f"pairs {number}", pair) for number, pair in enumerate(job.pairs, 1)],
            source_lang=job.source_lang and language_code(job.source_lang),
            encoder=checker.config.align.encoder,
        )
        reports, problems = [], list(found.problems)
        for article in found.articles:
            try:
                _require_romanian(article, checker, force=job.force)
                reports.append(checker.check(article))
            except CheckError:
                raise
            except MtqaError as problem:
                problems.append(f"{title(article)}: {problem}")
        return self._rendered(job, checker, reports, problems, found.notes)

    def _asked(self, job: AJob) -> Checker:
        """The checker for what a request asks beside the house's configuration.

        Raises:
            UnknownCheck: it names a check that does not exist.
        """
        select = job.select or self.config.checks.select
        ignore = (*self.config.checks.ignore, *job.ignore)
        return self._checker(Wish(job.profile, select, ignore, job.ui, job.force))

    def _made(self, wish: Wish) -> Checker:
        checks = replace(self.config.checks, select=wish.select, ignore=wish.ignore)
        config = replace(self.config, checks=checks, ui=wish.ui or self.config.ui)
        return Checker(under(config, wish.profile), force=wish.force)

    def _rendered(
        self,
        job: AJob,
        checker: Checker,
        reports: Iterable[ArticleReport],
        problems: Sequence[str],
        notes: Sequence[str],
    ) -> Answer:
        listed = [self._new(report) for report in reports]
        run = Run(
            checker.signature,
            checker.config,
            problems=tuple(Problem("target", text) for text in problems),
            baseline=self._known is not None,
        )
        issues = sum(len(report.issues) for report in listed)
        if job.format != "json":
            shown = renderer("fragment" if job.format == "html" else job.format)(listed, run)
            body = shown if isinstance(shown, bytes) else shown.encode("utf-8", "replace")
            return Answer(200, _MEDIA[job.format], body, issues)
        from mtqa.report.json import document

        whole = document(listed, run)
        if isinstance(job, FeedJob):
            whole |= {"problems": list(problems), "notes": list(notes)}
        return Answer(200, _JSON, _encoded(whole), issues)

    def _new(self, report: ArticleReport) -> ArticleReport:
        """The report with what the baseline knows quiet. A text without a name that it has may be
        any of its articles."""
        if self._known is None or not report.issues:
            return report
        key = report.article.id
        compared = compare(
            self._known,
            {key: report},
            self.config.gate,
            gone=lambda name: True,
            origin=self._baseline,
        )
        return compared.reports[0]


def refused(status: int, problem: str, *, plain: bool = False) -> Answer:
    """An answer that says why there is none: plain, as LanguageTool's are, or JSON."""
    if plain:
        return Answer(status, _PLAIN, f"Error: {problem}".encode("utf-8", "replace"))
    return Answer(status, _JSON, _encoded({"error": problem}))


def _language(text: str) -> tuple[str, str]:
    """The ISO 639-1 code of a text's language, if it is known, and why it is not checked, if it is
    not."""
    from mtqa.languages.ro.recognition import identify
    from mtqa.languages.sentences import detect

    verdict = identify(text)
    if verdict.romanian:
        return "ro", ""
    guess = f", it looks like {verdict.guess}" if verdict.guess else ""
    return detect(text) or "", f"not Romanian{guess}"


def _require_romanian(article: Article, checker: Checker, *, force: bool) -> None:
    """Refuse a target in another language, as the command line does.

    Raises:
        InputError: it is.
    """
    if force or is_told(article, checker.checks):
        return
    _, why = _language(article.target)
    if why:
        cure = 'send the translated text, or "force": true to check it all the same'
        raise InputError(title(article), why, cure)


def _xml(text: str) -> bytes:
    """A feed that came as text: its declaration of an encoding no longer holds."""
    return b"\xef\xbb\xbf" + text.removeprefix("\ufeff").encode("utf-8", "replace")


def _encoded(value: Any) -> bytes:
    """JSON; half a surrogate pair stays the escape that it came as."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
