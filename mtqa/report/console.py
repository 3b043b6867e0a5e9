"""The error table on a terminal, drawn by rich; plain text when the output is not one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mtqa import __version__
from mtqa.judgement.quality import Tally
from mtqa.model import ArticleReport, Issue, Ui
from mtqa.report.formats import Run
from mtqa.report.phrases import called, count, decimal, explained, say, shown_from
from mtqa.report.places import Places, title
from mtqa.report.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_STYLES = {"neutral": "dim", "minor": "yellow", "major": "red", "critical": "bold white on red"}
#: A longer span is shown by its two ends.
_LONGEST = 60


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The table as text for a file, 120 columns wide."""
    from io import StringIO

    from rich.console import Console

    file = StringIO()
    show(reports, Console(file=file, width=120), run)
    return file.getvalue()


def show(reports: Iterable[ArticleReport], console: Console, run: Run) -> None:
    """Print how much is shown, a table for each article and, for several, a line about all."""
    ui, total = run.ui, Tally()
    console.print(f"mtqa {__version__}, {shown_from(run.config)}\n", style="dim", highlight=False)
    for report in reports:
        show_article(report, console, ui)
        total += Tally.of(report.issues, report.words, report.verdict)
    if total.articles > 1:
        console.print(
            f"{count(total.articles, 'article', ui)}, {total.failed} {say('failed', ui)}, "
            f"{count(sum(total.issues.values()), 'issue', ui)}, "
            f"{say('quality', ui)} {decimal(total.quality, ui)}",
            highlight=False,
        )
    if said := explained((name for report in reports for name in report.scores), ui):
        console.print(said, style="dim", highlight=False)


def show_article(report: ArticleReport, console: Console, ui: Ui = "en") -> None:
    """Print the error table of one article under a line with its verdict."""
    from rich.text import Text

    colour = "green" if report.verdict == "pass" else "red"
    line = Text.assemble(
        (say(report.verdict, ui), f"bold {colour}"),
        "  ",
        (visible(title(report.article)), "bold"),
        f"  {figures(report, ui)}",
    )
    console.print(line, soft_wrap=True)
    if report.issues:
        console.print(_table(report, ui))
    console.print()


def figures(report: ArticleReport, ui: Ui) -> str:
    """An article in a line: ``quality 84.0, chrF++ 61.52, 664 words, 2 issues, 36 known, 1
    suppressed``; what stays quiet is named only where something does."""
    by = Counter("known" if item.by == "baseline" else "silenced" for item in report.suppressed)
    quiet = "".join(f", {number} {say(kind, ui)}" for kind, number in sorted(by.items()))
    scores = "".join(
        f", {visible(called(name))} {_figure(score, ui)}" for name, score in report.scores.items()
    )
    return (
        f"{say('quality', ui)} {decimal(report.quality, ui)}{scores}, "
        f"{count(report.words, 'word', ui)}, {count(len(report.issues), 'issue', ui)}{quiet}"
    )


def _figure(score: float, ui: Ui) -> str:
    return f"{score:.4g}".replace(".", "," if ui == "ro" else ".")


def _table(report: ArticleReport, ui: Ui) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(say("line", ui), justify="right", no_wrap=True)
    table.add_column(say("severity", ui), no_wrap=True)
    table.add_column(say("category", ui), no_wrap=True)
    table.add_column(say("text", ui), overflow="fold", ratio=3, min_width=14)
    table.add_column(say("suggestion", ui), overflow="fold", ratio=2, min_width=12)
    table.add_column(say("reason", ui), overflow="fold", ratio=4, min_width=20)
    page = report.article.meta.get("page")
    place = Places(page.markup if page else report.article.target)
    for issue in report.issues:
        style = _STYLES[issue.severity]
        table.add_row(
            place(page.locate(issue.start, issue.end)[0] if page else issue.start),
            Text(say(issue.severity, ui), style),
            say(issue.category, ui),
            Text(_clip(issue.text)),
            Text(_suggestion(issue, ui)),
            Text(visible(issue.message_in(ui))),
        )
    return table


def _clip(text: str) -> str:
    text = visible(text.replace("\n", "⏎").replace("\r", ""))
    if not text.strip():
        text = text.replace(" ", "␣").replace("\u00a0", "␣")
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[: half - 1]} … {text[-half + 2 :]}"


def _suggestion(issue: Issue, ui: Ui) -> str:
    if issue.suggestion is None:
        return "–"
    if not issue.suggestion:
        return say("delete", ui)
    return _clip(issue.suggestion)
