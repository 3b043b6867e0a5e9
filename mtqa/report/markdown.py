"""Markdown: for a page, a comment or the summary of a CI job. Nothing in an article acts in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mtqa.judgement.quality import Tally
from mtqa.model import ArticleReport, Issue, Ui
from mtqa.report.console import figures
from mtqa.report.formats import Run
from mtqa.report.phrases import count, decimal, say, shown_from
from mtqa.report.places import Locator, title
from mtqa.report.rows import columns, rows
from mtqa.report.visible import visible
from mtqa.report.worst import worst

_LONGEST = 160
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """A line and a table for each article; or the table that was asked for."""
    if run.table is not None:
        return _plain(run.table, reports, run.ui)
    return "".join(f"{line}\n" for line in page(reports, run))


def page(reports: Sequence[ArticleReport], run: Run, *, most: int | None = None) -> Iterator[str]:
    """The lines of the page: the run, the articles, then the issues of each.

    Args:
        reports: the articles.
        run: what is said of them all, and in which language.
        most: leave out all but this many issues, the worst, and say so.
    """
    ui, total = run.ui, sum((Tally.of(r.issues, r.words, r.verdict) for r in reports), Tally())
    issues = sum(total.issues.values())
    yield (
        f"**{count(total.articles, 'article', ui)}, {total.failed} {say('failed', ui)}, "
        f"{count(issues, 'issue', ui)}, {say('quality', ui)} {decimal(total.quality, ui)}** · "
        f"{shown_from(run.config)}"
    )
    shown = worst(reports, issues if most is None else most)
    for report, listed in zip(reports, shown, strict=True):
        yield ""
        yield _heading(report, ui)
        if not listed:
            continue
        yield ""
        yield from _table(report, listed, ui)
    if most is not None and issues > most:
        yield ""
        yield f"… {count(issues - most, 'issue', ui)} {say('left out', ui)}"


def _heading(report: ArticleReport, ui: Ui) -> str:
    return f"### {say(report.verdict, ui)} {code(title(report.article))}\n\n{figures(report, ui)}"


def _table(report: ArticleReport, issues: Iterable[Issue], ui: Ui) -> Iterator[str]:
    locator = Locator(report.article)
    yield from _head(
        [say(k, ui) for k in ("line", "severity", "category", "text", "suggestion", "reason")]
    )
    for issue in issues:
        region = locator.region(issue.start, issue.end)
        place = f"{region.line}" if region.column is None else f"{region.line}:{region.column}"
        suggestion = "–" if issue.suggestion is None else code(issue.suggestion)
        yield _row(
            [
                place,
                say(issue.severity, ui),
                say(issue.category, ui),
                code(issue.text),
                suggestion if issue.suggestion != "" else escaped(say("delete", ui)),
                escaped(issue.message_in(ui)),
            ]
        )


def _plain(table: str, reports: Sequence[ArticleReport], ui: Ui) -> str:
    """One of the tables of :mod:`mtqa.report.rows`."""
    listed = rows(table, reports, ui)
    names = list(columns(table, listed))
    lines = [*_head(names)]
    for row in listed:
        values = [row.get(name) for name in names]
        lines.append(_row([code(v) if isinstance(v, str) else _number(v) for v in values]))
    return "".join(f"{line}\n" for line in lines)


def _number(value: float | int | None) -> str:
    return "" if value is None else str(value)


def _head(names: Sequence[str]) -> Iterator[str]:
    yield _row(names)
    yield _row(["---"] * len(names))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def code(text: str) -> str:
    """``text`` as a code span on one line: no mark-up, link or mention in it acts."""
    text = visible(text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\t", "→"))
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
    if not text.strip():
        return f"`{'␣' * len(text)}`" if text else ""
    # the fence must differ from every run of backticks inside
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")


def escaped(text: str) -> str:
    """``text`` as Markdown text on one line: mark-up is escaped, mentions and links are broken."""
    text = _ACTIVE.sub(r"\\\1", visible(" ".join(text.split())))
    return re.sub(
        r"@|://|\bwww\.", lambda found: f"{found.group()[:1]}<!-- -->{found.group()[1:]}", text
    )
