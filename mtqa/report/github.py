"""Annotations in GitHub Actions: workflow commands, the worst issues first.

GitHub shows ten errors and ten warnings of a step and drops the rest, so the order matters; the
summary (:func:`summary`) has everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mtqa.model import ArticleReport, Issue, Severity
from mtqa.report.console import figures
from mtqa.report.formats import Run
from mtqa.report.markdown import escaped, page
from mtqa.report.phrases import say
from mtqa.report.places import Locator, path, title
from mtqa.report.visible import defused, visible, without_old_commands
from mtqa.report.worst import rank, worst

_LEVELS: dict[Severity, str] = {
    "neutral": "notice",
    "minor": "warning",
    "major": "error",
    "critical": "error",
}
#: What GitHub shows of each level in one step.
_SHOWN = 10
#: Commands in the log: many times what is shown, and no more than a reader scrolls through.
_COMMANDS = 1_000
#: Letters of a marked text in an annotation; GitHub cuts a message at 64 kB.
_LONGEST = 2_000
#: Issues of a summary, which may have 1 MiB.
_MOST = 1_000
_LIMIT = 1_000_000


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The workflow commands of a run, then a line on each article and what GitHub leaves out."""
    commands = [f"::error::{_data(visible(problem.text))}" for problem in run.problems]
    listed = sorted(_ranked(reports, run), key=lambda item: item[0])
    commands += [command for _, command in listed]
    lines = [*commands, *(_verdict(report, run) for report in reports)]
    levels = Counter(_LEVELS[issue.severity] for report in reports for issue in report.issues)
    hidden = sum(max(0, number - _SHOWN) for number in levels.values())
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
    """The commands that are worth a line of the log, each with its rank: severity, then
    confidence, then place."""
    for number, (report, listed) in enumerate(zip(reports, worst(reports, _COMMANDS), strict=True)):
        locator = Locator(report.article)
        file = path(report.article, run.root)
        for issue in listed:
            yield (*rank(issue), number, issue.start), _command(issue, locator, file, run)


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
    said = f"{_clip(issue.text)}{_clip(arrow)}"
    return f"{said}\n{_clip(issue.message_in(run.ui))} [{issue.check}]"


def _clip(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


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
