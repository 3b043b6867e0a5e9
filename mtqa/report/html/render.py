"""Puts the page together: data, words, style and script in one file."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from mtqa.judgement.quality import Tally
from mtqa.model import ArticleReport
from mtqa.report.formats import Run
from mtqa.report.html.data import Tables, article_data, path, run_data, title
from mtqa.report.html.phrases import word
from mtqa.report.html.safe import environment, json_block, policy
from mtqa.report.phrases import count, decimal, say
from mtqa.report.places import Places

_ASSETS = files("mtqa.report.html") / "assets"
#: The script's parts in the order in which they need each other.
_SCRIPTS = ("data", "text", "route", "charts", "overview", "panel", "article", "keys", "main")
#: Runs up to this many articles carry a table for browsers without scripts.
STATIC_ARTICLES = 25


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The whole page as text, for a file of its own."""
    from markupsafe import Markup

    script, style = _script(), _style()
    tables = Tables()
    articles = [Markup(json_block(article_data(report, tables))) for report in reports]
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            ui=run.ui,
            policy=policy(script, style),
            title=_title(reports, run),
            script=Markup(script),
            style=Markup(style),
            articles=articles,
            messages=Markup(json_block(list(tables.messages))),
            profile=word("profile", run.ui).format(run.config.profile),
            run=Markup(json_block(run_data(reports, run, tables))),
            static=_static(reports, run) if len(reports) <= STATIC_ARTICLES else None,
            word=lambda key: word(key, run.ui),
        )
    )


def _script() -> str:
    parts = (_read(f"{name}.js") for name in _SCRIPTS)
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _style() -> str:
    return "\n".join(_read(f"{name}.css") for name in ("base", "overview", "article", "print"))


def _read(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _title(reports: Sequence[ArticleReport], run: Run) -> str:
    if len(reports) == 1:
        return f"{title(reports[0])} – mtqa"
    return f"{count(len(reports), 'article', run.ui)} – mtqa"


def _static(reports: Sequence[ArticleReport], run: Run) -> dict[str, Any]:
    """The run as plain tables, for a browser that runs no scripts."""
    total = sum((Tally.of(r.issues, r.words, r.verdict) for r in reports), Tally())
    return {
        "summary": f"{count(len(reports), 'article', run.ui)}, "
        f"{total.failed} {say('failed', run.ui)}, {say('quality', run.ui)} "
        f"{decimal(total.quality, run.ui)}",
        "columns": [say(key, run.ui) for key in _COLUMNS],
        "articles": [_static_article(report, run) for report in reports],
    }


_COLUMNS = ("line", "severity", "category", "text", "suggestion", "reason")


def _static_article(report: ArticleReport, run: Run) -> dict[str, Any]:
    place = Places(report.article.target)
    return {
        "title": title(report),
        "path": path(report),
        "line": f"{say(report.verdict, run.ui)}, {say('quality', run.ui)} "
        f"{decimal(report.quality, run.ui)}, "
        f"{count(report.words, 'word', run.ui)}, {count(len(report.issues), 'issue', run.ui)}",
        "rows": [
            (
                place(issue.start),
                say(issue.severity, run.ui),
                say(issue.category, run.ui),
                issue.text,
                {None: "–", "": say("delete", run.ui)}.get(issue.suggestion, issue.suggestion),
                issue.message_in(run.ui),
            )
            for issue in report.issues
        ],
    }
