"""What ``check`` and ``baseline`` read: text files, pairs of them, or feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from mtqa.checks.untranslated.text import is_told
from mtqa.cli import complain, note
from mtqa.errors import InputError, MtqaError
from mtqa.languages.codes import language_code
from mtqa.model import Article, ArticleReport
from mtqa.pipeline import Checker
from mtqa.readers import read_article, read_feed_articles
from mtqa.readers.text import place_of
from mtqa.report.formats import Problem
from mtqa.report.places import title
from mtqa.silence.markers import MarkerError

Function = TypeVar("Function", bound=Callable[..., Any])


def input_options(function: Function) -> Function:
    """The argument and the options that say what to read."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A two- or three-letter language code, or nothing."""
    code = value and language_code(value)
    if code is not None and not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        raise click.BadParameter("use an ISO 639-1 code like en or de", ctx, param)
    return code


_OPTIONS = (
    click.argument("targets", nargs=-1, metavar="[TARGET]..."),
    click.option(
        "--source",
        "sources",
        multiple=True,
        metavar="FILE",
        help="What TARGET was translated from; give one per TARGET.",
    ),
    click.option(
        "--reference",
        "references",
        multiple=True,
        metavar="FILE",
        help="A human translation, for metrics; give one per TARGET.",
    ),
    click.option(
        "--source-lang",
        metavar="xx",
        callback=_language,
        help="ISO 639-1 code of the source's language.",
    ),
    click.option("--feed", metavar="FILE", help="Check the entries of an RSS or Atom file."),
    click.option("--source-feed", metavar="FILE", help="The feed that --feed was translated from."),
    click.option(
        "--pairs",
        metavar="CSV",
        help="Which entries belong together, where neither guid nor link says so.",
    ),
    click.option("--encoding", help="Encoding of the files, if it is not UTF-8."),
    click.option("--aligned", is_flag=True, help="Source and target are line-parallel already."),
    click.option(
        "--force",
        is_flag=True,
        help="Check also what does not look Romanian, or like a translation.",
    ),
)


class Inputs:
    """One pass over the inputs that outlives those that cannot be read.

    Attributes:
        files: every file that is read.
        problems: what could not be checked; each was named on standard error.

    Raises:
        click.UsageError: the options contradict each other.
    """

    def __init__(
        self, targets: tuple[str, ...], sources: tuple[str, ...], options: dict[str, Any]
    ) -> None:
        self.targets, self.sources, self.options = targets, sources, options
        self.references: tuple[str, ...] = options["references"]
        self.feed: str | None = options["feed"]
        _require_sense(targets, sources, options)
        given = (self.feed, options["source_feed"], options["pairs"])
        self.files = (*targets, *sources, *self.references, *(name for name in given if name))
        if self.files.count("-") > 1:
            raise click.UsageError("standard input (-) can be read only once")
        self.problems: list[Problem] = []

    def reports(self, checker: Checker) -> Iterator[ArticleReport]:
        """The report of every article that can be read; the others are named on standard error,
        and so is what the user should know about an article."""
        for article in self._articles(checker.config.align.encoder):
            try:
                if not (self.options["force"] or is_told(article, checker.checks)):
                    _require_romanian(article)
                report = checker.check(article)
            except InputError as problem:
                self._broken(str(article.meta["target_path"]), str(problem))
                continue
            except MarkerError as problem:
                path = str(article.meta["target_path"])
                _, _, said = str(problem).partition(": ")
                self._broken(path, f"{place_of(path)}:{problem.line}: {said}")
                continue
            except MtqaError as problem:
                self._broken(str(article.meta["target_path"]), f"{title(article)}: {problem}")
                continue
            for line in report.notes:
                note(f"{title(article)}: {line}")
            yield report

    def _articles(self, encoder: str) -> Iterator[Article]:
        if self.feed is not None:
            yield from self._entries(self.feed, encoder)
            return
        nothing = (None,) * len(self.targets)
        for target, source, reference in zip(
            self.targets, self.sources or nothing, self.references or nothing, strict=True
        ):
            try:
                article = read_article(
                    target,
                    source,
                    reference,
                    source_lang=self.options["source_lang"],
                    encoding=self.options["encoding"],
                )
            except InputError as problem:
                self._broken(target, str(problem))
                continue
            if self.options["aligned"]:
                article = replace(article, meta={**article.meta, "aligned": True})
            yield article

    def _entries(self, feed: str, encoder: str) -> Iterator[Article]:
        """The entries of a feed; what was left out is a note, what cannot be read a problem."""
        try:
            found = read_feed_articles(
                feed,
                self.options["source_feed"],
                self.options["pairs"],
                source_lang=self.options["source_lang"],
                encoder=encoder,
            )
        except MtqaError as problem:
            self._broken(feed, str(problem))
            return
        for line in found.problems:
            self._broken(feed, line)
        for line in found.notes:
            note(line)
        yield from found.articles

    def _broken(self, path: str, text: str) -> None:
        self.problems.append(Problem(path, text))
        complain(text)


def _require_sense(
    targets: tuple[str, ...], sources: tuple[str, ...], options: dict[str, Any]
) -> None:
    """Refuse options that contradict each other."""
    if options["feed"] is None:
        if options["source_feed"] or options["pairs"]:
            raise click.UsageError("--source-feed and --pairs go with --feed")
        if not targets:
            raise click.UsageError("nothing to check; give a TARGET, or --feed FILE")
        for name, given in (("source", sources), ("reference", options["references"])):
            if given and len(given) != len(targets):
                raise click.UsageError(
                    f"{len(targets)} targets but {len(given)} {name}s; give one --{name} per target"
                )
        return
    if targets or sources or options["references"]:
        raise click.UsageError("give either TARGET files or --feed, in two runs if you have both")
    if options["aligned"] or options["encoding"]:
        raise click.UsageError("--aligned and --encoding do not go with --feed")
    if options["pairs"] and not options["source_feed"]:
        raise click.UsageError("--pairs needs --source-feed")


def _require_romanian(article: Article) -> None:
    from mtqa.languages.ro.recognition import identify
    from mtqa.languages.sentences import detect

    verdict = identify(article.target)
    if not verdict.romanian:
        guess = f", it looks like {verdict.guess}" if verdict.guess else ""
        cure = "give the translated text"
        if detect(article.source or "") == "ro":
            guess, cure = f"{guess}, but its source is Romanian", "swap the two"
        raise InputError(
            title(article),
            f"not Romanian{guess}",
            f"{cure}, or --force to check it all the same",
        )


def baseline_key(article: Article, folder: Path) -> str:
    """What a baseline in ``folder`` calls an article: its path from there, and of a feed's entry
    the entry's id after ``#``."""
    import os

    given = str(article.meta["target_path"])
    if given == "-":
        path = "-"
    else:
        try:
            path = Path(os.path.relpath(given, folder)).as_posix()
        except ValueError:  # another drive
            path = Path(given).as_posix()
    return f"{path}#{article.id}" if article.meta.get("feed") is not None else path


def gone(key: str, folder: Path, feeds: frozenset[str]) -> bool:
    """Whether an article of a baseline in ``folder`` no longer exists.

    Args:
        key: its name in the baseline; it was not among the articles of the run.
        folder: the baseline's folder.
        feeds: names of the feeds that were read in the run.
    """
    path, entry, _ = key.partition("#")
    if (folder / key).exists() or key == "-":
        return False
    return path in feeds if entry and (folder / path).exists() else True
