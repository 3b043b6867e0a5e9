"""Annotations in GitHub Actions: workflow commands, the worst issues first.

GitHub shows ten errors and ten warnings of a step and drops the rest, so the order matters; the
summary (:func:`summary`) has everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.model import SEVERITIES, ArticleReport, Issue, Severity
from mtqa.report.console import figures
from mtqa.report.formats import Run
from mtqa.report.markdown import escaped, page
from mtqa.report.phrases import say
from mtqa.report.places import Locator, path, title
from mtqa.report.visible import defused, visible, without_old_commands

_LEVELS: dict[Severity, str] = {
    "neutral": "notice",
    "minor": "warning",
    "major": "error",
    "critical": "error",
}
#: What GitHub shows of each level in one step.
_SHOWN = 10
#: Issues of a summary, which may have 1 MiB.
_MOST = 1_000
_LIMIT = 1_000_000


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The workflow commands of a run, then a line on each article and what GitHub leaves out."""
    commands = [f"::error::{_data(visible(problem.text))}" for problem in run.problems]
    commands += [command for _, command in sorted(_ranked(reports, run), key=lambda item: item[0])]
    lines = [*commands, *(_verdict(report, run) for report in reports)]
    hidden = sum(
        max(0, sum(command.startswith(f"::{level} ") for command in commands) - _SHOWN)
        for level in ("error", "warning", "notice")
    )
    if hidden:
        lines.append(f"GitHub does not show {hidden} of these annotations beside the text.")
    return "".join(f"{line}\n" for line in lines)


def summary(reports: Sequence[ArticleReport], run: Run) -> str:
    """The run as Markdown for ``$GITHUB_STEP_SUMMARY``, below GitHub's limit of 1 MiB."""
    lines = ["## mtqa", ""]
    lines += [f"- {say('error', run.ui)}: {escaped(p.text)}" for p in run.problems]
    size = sum(len(line.encode()) + 1 for line in lines)
    for line in page(reports, run, most=_MOST):
        size += len(line.encode("utf-8", "replace")) + 1
        if size > _LIMIT:
            lines.append("…")
            break
        lines.append(line)
    return "".join(f"{line}\n" for line in (*lines, ""))


def _ranked(reports: Sequence[ArticleReport], run: Run) -> Iterator[tuple[tuple[float, ...], str]]:
    """Each command with its rank: severity, then confidence, then place."""
    for number, report in enumerate(reports):
        locator = Locator(report.article)
        file = path(report.article, run.root)
        for issue in report.issues:
            rank = (
                -SEVERITIES.index(issue.severity),
                -issue.confidence,
                number,
                issue.start,
            )
            yield rank, _command(issue, locator, file, run)


def _command(issue: Issue, locator: Locator, file: str, run: Run) -> str:
    region = locator.region(issue.start, issue.end)
    properties = {"file": file, "line": region.line, "endLine": region.end_line}
    # GitHub refuses columns on an annotation over several lines
    if region.column is not None and region.line == region.end_line:
        properties |= {"col": region.column, "endColumn": region.end_column or region.column}
    properties["title"] = f"{say(issue.severity, run.ui)}: {say(issue.category, run.ui)}"
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVELS[issue.severity]} {said}::{_data(_message(issue, run))}"


def _message(issue: Issue, run: Run) -> str:
    arrow = ""
    if issue.suggestion is not None:
        arrow = f" → {issue.suggestion or say('delete', run.ui)}"
    said = f"{visible(issue.text)}{visible(arrow)}"
    return f"{said}\n{visible(issue.message_in(run.ui))} [{issue.check}]"


def _verdict(report: ArticleReport, run: Run) -> str:
    """One line of the log. It begins with the verdict, so nothing in it is a command."""
    name = visible(title(report.article))
    return defused(f"{say(report.verdict, run.ui)} {name} {figures(report, run.ui)}")


def _data(text: str) -> str:
    """The message of a command, escaped as the runner unescapes it."""
    text = without_old_commands(text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
