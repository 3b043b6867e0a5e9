"""mtqa at the desk: a checker of this process, made once and kept warm.

A check of one sentence takes a tenth of a second then; a process of its own would take seconds for
its word lists each time.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import RLock, Thread
from typing import TYPE_CHECKING, Any

import msgspec

from mtqa.common.memory import SENTENCES
from mtqa.errors import MtqaError
from mtqa.model import Article, ArticleReport, Profile, Segment, Span
from mtqa.review.records import ArticleRecord, IssueRecord

if TYPE_CHECKING:
    from mtqa.pipeline import Checker


class DeskChecker:
    """Checks what editors have written, one text at a time.

    It follows the configuration that holds in the working folder.

    Args:
        profile: how much is shown; the configuration's if not given.
    """

    def __init__(self, profile: Profile | None = None) -> None:
        self._profile = profile
        self._lock = RLock()
        self._quick: Checker | None = None
        self._whole: Checker | None = None
        self._sentence = lru_cache(maxsize=SENTENCES)(self._checked)

    def warm(self) -> None:
        """Read the word lists in the background, so that the first check finds them read."""

        def read() -> None:
            with suppress(MtqaError):  # said when an editor asks
                self.sentence("Un articol de încercare.", "A trial article.")

        Thread(target=read, daemon=True).start()

    def article(self, given: dict[str, Any]) -> ArticleRecord:
        """The report on a whole article with all that is installed.

        Args:
            given: as :func:`mtqa.review.queue.article` has it; its corrected text is checked.

        Raises:
            MtqaError: the text cannot be checked.
        """
        with self._lock:
            self._whole = self._whole or _made(self._profile, quick=False)
            article = Article(
                given["name"], given["corrected"], given["source"], source_lang=given["source_lang"]
            )
            return _record(self._whole.check(article))

    def sentence(
        self, text: str, source: str = "", *, headline: str = "", source_lang: str | None = None
    ) -> tuple[IssueRecord, ...]:
        """The issues of a sentence or two, without mtqa's own model; offsets are those of ``text``,
        and of ``source``.

        Args:
            text: the translation.
            source: what it was translated from, "" where that is not known.
            headline: the article's, where the text is not the headline itself.
            source_lang: ISO 639-1 code of the source.

        Raises:
            MtqaError: the text cannot be checked.
        """
        return self._sentence(text, source, headline, source_lang)

    def _checked(
        self, text: str, source: str, headline: str, source_lang: str | None
    ) -> tuple[IssueRecord, ...]:
        # under its headline, so that it is not taken for one
        lead = f"{headline}\n\n" if headline else ""
        article = Article(
            "desk", lead + text, source or None, source_lang=source_lang, meta={"markers": False}
        )
        with self._lock:
            self._quick = self._quick or _made(self._profile, quick=True)
            record = _record(_report(self._quick, article, len(headline), len(lead)))
        shift = len(lead)
        return tuple(
            msgspec.structs.replace(issue, start=issue.start - shift, end=issue.end - shift)
            for issue in record.issues
            if issue.start >= shift
        )


def _made(profile: Profile | None, *, quick: bool) -> Checker:
    from mtqa.config import discover
    from mtqa.judgement.profiles import under
    from mtqa.pipeline import Checker

    config = under(discover(Path.cwd()), profile)
    if quick:
        metrics = msgspec.structs.replace(config.metrics, use=(), qe="off")
        config = msgspec.structs.replace(config, metrics=metrics)
    # the pair was accepted once; a correction does not make it another article
    return Checker(config, force=True)


def _report(checker: Checker, article: Article, headline: int, begins: int) -> ArticleReport:
    """The report on an article whose alignment is known: the headline, then one bead."""
    from mtqa.languages.ro import Document
    from mtqa.pipeline import Prepared, segment
    from mtqa.scorers.article import ArticleScores

    target = Document(article.target, checker.config.romanian.parser)
    if article.source:
        lead = (Segment((), (Span(0, headline),)),) if headline else ()
        bead = (Span(0, len(article.source)),), (Span(begins, len(article.target)),)
        segments: tuple[Segment, ...] = (*lead, Segment(*bead))
    else:
        segments = segment(target)
    return checker.report(Prepared(article, None, article, target, segments), ArticleScores())


def _record(report: ArticleReport) -> ArticleRecord:
    from mtqa.report.json import article

    return msgspec.convert(article(report, texts=True), ArticleRecord)
