"""What ``check`` and ``baseline`` read: text files, pairs of them, or feeds."""

from __future__ import annotations

import sys
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
from mtqa.readers.folders import looked_through
from mtqa.readers.pairing import lying_beside, named, paired
from mtqa.readers.text import is_feed, place_of
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
        metavar="FILE|PATTERN|auto",
        help="What TARGET was translated from: files in the order of the targets, or of their "
        "names (NAME.en.txt for NAME.ro.txt); a pattern like '{name}.en.txt'; or auto, what "
        "lies beside.",
    ),
    click.option(
        "--reference",
        "references",
        multiple=True,
        metavar="FILE|PATTERN",
        help="A human translation, for metrics; given as --source is.",
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
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="Processes that check at once; worth it from some hundred articles on.",
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
        MtqaError: a source fits no target.
    """

    def __init__(
        self, targets: tuple[str, ...], sources: tuple[str, ...], options: dict[str, Any]
    ) -> None:
        self.options = options
        self.feed: str | None = options["feed"]
        _require_sense(targets, sources, options)
        self.problems: list[Problem] = []
        found = self._looked_through(targets)
        self.targets = tuple(target for target, _ in found)
        given = paired(self.targets, sources)
        references = paired(self.targets, options["references"], "reference")
        self._told = [*given.notes, *references.notes]
        # what lies in a folder with its source is meant with it
        self.sources = tuple(a or b for a, (_, b) in zip(given.partners, found, strict=True))
        self.references = references.partners
        _require_readers(self.targets, options)
        named = (self.feed, options["source_feed"], options["pairs"])
        every = (*self.targets, *self.sources, *self.references, *named)
        self.files = tuple(name for name in every if name)
        if self.files.count("-") > 1:
            raise click.UsageError("standard input (-) can be read only once")
        if not sources:
            self._hint()

    def __len__(self) -> int:
        """How many files there are to check."""
        return len(self.targets)

    def _looked_through(self, targets: tuple[str, ...]) -> list[tuple[str, str | None]]:
        """The files among the targets and in their folders, each with the source that lies beside
        it in its folder."""
        found: list[tuple[str, str | None]] = []
        for target in targets:
            if not Path(target).is_dir():
                found.append((target, None))
                continue
            try:
                folder = looked_through(target)
            except InputError as problem:
                self._broken(target, str(problem))
                continue
            found += [(str(a), None if b is None else str(b)) for a, b in folder.articles]
            if folder.lone:
                lone = named([str(file) for file in folder.lone])
                note(f"{target}: without a translation: {len(folder.lone)} ({lone})")
        return found

    def _hint(self) -> None:
        """Say to a person, not to a log, that there are sources that nobody asked for."""
        if sys.stderr is None or not sys.stderr.isatty():
            return
        alone = [one for one, source in zip(self.targets, self.sources, strict=True) if not source]
        beside = [one for one in map(lying_beside, alone) if one]
        if beside:
            note(f"sources lie beside ({named(beside)}); --source auto checks with them")

    def reports(self, checker: Checker) -> Iterator[ArticleReport]:
        """The report of every article that can be read; the others are named on standard error,
        and so is what the user should know about an article."""
        from mtqa.cli.working import checked

        for line in self._told:
            note(line)
        articles = self._readable(checker)
        for article, report in checked(articles, checker, self.options["jobs"], len(self)):
            if isinstance(report, ArticleReport):
                for line in report.notes:
                    note(f"{title(article)}: {line}")
                yield report
            else:
                self._failed(article, report)

    def _readable(self, checker: Checker) -> Iterator[Article]:
        """The articles that are Romanian, or are told to be something else."""
        for article in self._articles(checker.config.align.encoder):
            try:
                if not (self.options["force"] or is_told(article, checker.checks)):
                    _require_romanian(article)
            except InputError as problem:
                self._broken(str(article.meta["target_path"]), str(problem))
                continue
            yield article

    def _failed(self, article: Article, problem: MtqaError) -> None:
        """Name an article that could not be checked."""
        path = str(article.meta["target_path"])
        if isinstance(problem, MarkerError):
            _, _, said = str(problem).partition(": ")
            self._broken(path, f"{place_of(path)}:{problem.line}: {said}")
        elif isinstance(problem, InputError):
            self._broken(path, str(problem))
        else:
            self._broken(path, f"{title(article)}: {problem}")

    def _articles(self, encoder: str) -> Iterator[Article]:
        if self.feed is not None:
            yield from self._entries(self.feed, self.options["source_feed"], encoder)
        for target, source, reference in zip(
            self.targets, self.sources, self.references, strict=True
        ):
            if is_feed(target):
                yield from self._entries(target, source, encoder)
                continue
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

    def _entries(self, feed: str, source: str | None, encoder: str) -> Iterator[Article]:
        """The entries of a feed; what was left out is a note, what cannot be read a problem."""
        try:
            found = read_feed_articles(
                feed,
                source,
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
    """Refuse options that contradict each other.

    Raises:
        click.UsageError: they do.
    """
    if options["feed"] is None:
        if not targets:
            raise click.UsageError("nothing to check; give a TARGET, or --feed FILE")
        if options["source_feed"]:
            raise click.UsageError("--source-feed goes with --feed")
        return
    if targets or sources or options["references"]:
        raise click.UsageError("give either TARGET files or --feed, in two runs if you have both")
    if options["aligned"] or options["encoding"]:
        raise click.UsageError("--aligned and --encoding do not go with --feed")
    if options["pairs"] and not options["source_feed"]:
        raise click.UsageError("--pairs needs --source-feed")


def _require_readers(targets: tuple[str, ...], options: dict[str, Any]) -> None:
    """Refuse options that the readers of these targets do not know.

    Raises:
        click.UsageError: there are some.
    """
    if options["feed"] is not None:
        return
    feeds = [target for target in targets if is_feed(target)]
    if options["pairs"] and len(feeds) != 1:
        raise click.UsageError("--pairs goes with one feed")
    if feeds and (options["aligned"] or options["encoding"] or options["references"]):
        raise click.UsageError(
            f"{feeds[0]} is a feed: --aligned, --encoding and --reference do not go with it"
        )


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
