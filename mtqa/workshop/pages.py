"""The pages of the site that are made, not written: one for each check, from its docstring, its
messages and its measured figures. :mod:`mtqa.workshop.site` hands them to MkDocs."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import click

from mtqa.checks.base import Check
from mtqa.checks.built_in import BUILT_IN
from mtqa.checks.families import FAMILIES
from mtqa.cli import cli
from mtqa.judgement.calibration import calibrated
from mtqa.judgement.measured import measured, measured_on, table
from mtqa.knowledge.firing import fired
from mtqa.knowledge.rows import Row, senses
from mtqa.model import MQM
from mtqa.review.observed import wilson

#: What stands in a message where a check fills something in.
_FILLED = "…"
#: So many rows of a table a page shows; a check of a thousand rows has them in `mtqa checks`.
_ROWS = 100
_ROLE = re.compile(r":(?:class|func|meth|mod|data|attr|exc):`~?([^`]+)`")
#: What another host would be asked for when a page is opened.
_FETCHED = re.compile(
    r"<(?:script|img|iframe|source)[^>]*\ssrc=[\"']?((?:https?:)?//[^\"'\s>]+)"
    r"|<link(?=[^>]*\srel=[\"']?(?:stylesheet|preload|preconnect|icon))[^>]*\shref=[\"']?"
    r"((?:https?:)?//[^\"'\s>]+)",
    re.IGNORECASE,
)


def pages() -> dict[str, str]:
    """Path below ``docs/`` to Markdown: one page a check."""
    return {path_of(check.name): page(check) for check in BUILT_IN}


def path_of(name: str) -> str:
    """Where the page of a check lies, below ``docs/``."""
    family, _, fault = name.partition(".")
    return f"checks/{family}/{fault}.md"


def families() -> dict[str, list[str]]:
    """Family to the paths of its checks' pages, in the order of ``mtqa checks``."""
    return {
        family: [path_of(c.name) for c in BUILT_IN if c.name.startswith(f"{family}.")]
        for family in FAMILIES
    }


def page(check: type[Check]) -> str:
    """The page of one check, as Markdown."""
    return "\n".join(_page(check)) + "\n"


def _page(check: type[Check]) -> Iterator[str]:
    family = check.name.partition(".")[0]
    yield f"# {check.name}"
    yield ""
    yield plain(check.description())
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| Family | [`{family}`](../index.md#{family}): {FAMILIES[family]} |"
    yield f"| Category | {check.category} ({MQM[check.category]}) |"
    yield f"| Severity | {check.severity} |"
    fitted = calibrated(check.name, check.confidence)
    yield f"| Confidence | {fitted:.2f} as calibrated; {check.confidence:.2f} by its author |"
    yield f"| Source | {'needed' if check.needs_source else 'not needed'} |"
    yield from _reasons(check)
    yield from _figures(check)
    yield from _rows([row for row in senses() if row.check == check.name])
    yield ""
    yield "## Switch it off, or on alone"
    yield ""
    yield "```sh"
    yield f"mtqa check article.ro.txt --ignore {check.name}"
    yield f"mtqa check article.ro.txt --select {check.name}"
    yield "```"


def _reasons(check: type[Check]) -> Iterator[str]:
    found = reasons(check)
    if not found:
        return
    yield ""
    yield "## What it says"
    yield ""
    yield f"Where “{_FILLED}” stands, it names what it found."
    yield ""
    yield "| English | Romanian |"
    yield "|---|---|"
    for english, romanian in found:
        yield f"| {cell(english)} | {cell(romanian)} |"


def _figures(check: type[Check]) -> Iterator[str]:
    seen, heard = measured(check.name), fired().get((check.name, ""))
    yield ""
    yield "## Measured"
    yield ""
    if seen is None and heard is None:
        yield "Never measured: it speaks only where something is configured or installed."
        return
    yield "| | |"
    yield "|---|---:|"
    if seen is not None:
        yield f"| Right, of the issues it raised on gold | {_share(seen.true, seen.issues)} |"
        yield f"| Found, of the gold errors of its category | {_share(seen.found, seen.gold)} |"
        yield f"| Issues on text that people wrote | {seen.human} |"
    if heard is not None:
        yield f"| Speaks on different sources of machine translations | {heard.machine} |"
        yield f"| Speaks on different sources of human text | {heard.human} |"
    if seen is not None:
        yield ""
        yield f"*{measured_on()} In brackets the 95 % interval (Wilson 1927).*"


def _share(hits: int | None, cases: int | None) -> str:
    """``3/4, 75 % [30, 95]``: what was counted, the share and its 95 % interval, in per cent."""
    if hits is None or not cases:
        return "–"
    low, high = (100 * bound for bound in wilson(hits, cases))
    return f"{hits}/{cases}, {100 * hits / cases:.0f} % [{low:.0f}, {high:.0f}]"


def _rows(rows: list[Row]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield "## Rows of its table"
    yield ""
    shown = sorted(rows, key=_loudness, reverse=True)[:_ROWS]
    more = f", the {_ROWS} that speak most" if len(rows) > _ROWS else ""
    yield (
        f"{len(rows)} rows of `senses.tsv`{more}; with the number of different sources on which "
        "each speaks. `mtqa checks` with the name of the check lists them all."
    )
    yield ""
    yield "| row | machine translations | human text | provenance |"
    yield "|---|---:|---:|---|"
    for row in shown:
        heard = fired().get((row.check, row.name))
        counts = ("–", "–") if heard is None else (str(heard.machine), str(heard.human))
        yield f"| {cell(row.name)} | {' | '.join(counts)} | {cell(row.provenance)} |"


def _loudness(row: Row) -> int:
    heard = fired().get((row.check, row.name))
    return heard.machine if heard else -1


def reasons(check: type[Check]) -> list[tuple[str, str]]:
    """The messages of a check, English and Romanian, in the order of its module.

    They are read from the code of the class and of what it calls in its own module; what is put
    together elsewhere is not seen.
    """
    named = _definitions(sys.modules[check.__module__])
    waiting, read = [check.__name__], set()
    while waiting:
        name = waiting.pop()
        if name in read or name not in named:
            continue
        read.add(name)
        waiting += [n.id for n in ast.walk(named[name]) if isinstance(n, ast.Name)]
        waiting += [n.attr for n in ast.walk(named[name]) if isinstance(n, ast.Attribute)]
    nodes = sorted((named[name] for name in read), key=lambda node: node.lineno)
    pairs = (pair for node in nodes for pair in _messages(node))
    return list(dict.fromkeys(pairs))


@cache
def _definitions(module: ModuleType) -> dict[str, ast.stmt]:
    """The functions, classes and constants of a module by name."""
    found: dict[str, ast.stmt] = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id: node for target in targets if isinstance(target, ast.Name)}
    found.pop("CHECKS", None)  # every check of the module stands in it
    return found


def _messages(tree: ast.stmt) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message":
            texts = [_said(argument) for argument in node.args]
            if len(texts) == 2 and all(text.strip(f"{_FILLED} .") for text in texts):
                yield texts[0], texts[1]


def _said(node: ast.expr) -> str:
    """A text of the code, with an ellipsis for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{\w+\}", _FILLED, node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return _said(node.left) + _said(node.right)
    return _FILLED


def plain(text: str) -> str:
    """A docstring as Markdown: no roles of reStructuredText, no mark-up by accident."""
    text = _ROLE.sub(r"`\1`", text).replace("``", "`")
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        part if part.startswith("`") else re.sub(r"([<*_\[\]])", r"\\\1", part) for part in parts
    )


def cell(text: str) -> str:
    """Text for a cell of a table: nothing in it is mark-up."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text.replace("\n", " "))


def index() -> Iterator[str]:
    """The overview of all checks: a section for each family."""
    sentences = table()["human"]["sentences"]
    yield (
        "*Right*: of the issues it raised on annotated machine translations, those that overlap an "
        f"error. *Human*: issues on text that people wrote, {sentences:,} sentences or more. "
        "Checks marked with ◆ need the source."
    )
    for family in FAMILIES:
        yield ""
        yield f"## {family}"
        yield ""
        yield f"{FAMILIES[family]}."
        yield ""
        yield "| check | finds | severity | right | human |"
        yield "|---|---|---|---:|---:|"
        for check in BUILT_IN:
            if check.name.startswith(f"{family}."):
                yield _entry(check)


def _entry(check: type[Check]) -> str:
    seen = measured(check.name)
    figures = ("–", "–") if seen is None else (seen.precision, str(seen.human))
    link = f"[`{check.name}`]({path_of(check.name).removeprefix('checks/')})"
    mark = " ◆" if check.needs_source else ""
    title = plain(check.title()).replace("|", "\\|")
    return f"| {link}{mark} | {title} | {check.severity} | {' | '.join(figures)} |"


def commands() -> Iterator[str]:
    """The help of every command, as the terminal shows it."""
    top = click.Context(cli, info_name="mtqa", terminal_width=80, **cli.context_settings)
    for context in _contexts(top):
        depth = context.command_path.count(" ")
        yield f"{'#' * min(depth + 2, 4)} {context.command_path}"
        yield ""
        yield "```text"
        yield context.command.get_help(context)
        yield "```"
        yield ""


def _contexts(context: click.Context) -> Iterator[click.Context]:
    """A command and what is below it, in the order of its table."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None and not command.hidden:
                yield from _contexts(click.Context(command, info_name=name, parent=context))


def foreign(page: str) -> list[str]:
    """The addresses of other hosts that a browser fetches when it opens this page of HTML.

    >>> foreign('<script src="https://example.org/a.js"></script><a href="https://mqm.org">MQM</a>')
    ['https://example.org/a.js']
    """
    return [first or second for first, second in _FETCHED.findall(page)]
