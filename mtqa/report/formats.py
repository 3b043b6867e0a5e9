"""The one table of report formats: its name, what it is for, and the function that renders it.

A renderer takes the reports of a run and its :class:`Run`, and returns the whole file, text or
bytes. Formats are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from mtqa.config import Config
from mtqa.errors import MissingExtra
from mtqa.model import ArticleReport, Ui


class Problem(NamedTuple):
    """An article that could not be checked: its file, and one line that says why."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a report says about the run beside its articles.

    Attributes:
        signature: versions and settings that the figures were made with.
        config: the user's options.
        table: which table a format of tables shows (:data:`TABLES`); its own choice if not given.
        root: the folder that paths are written from; as given if empty.
        problems: what could not be checked, a line each.
        baseline: whether the issues were compared with a baseline.
    """

    signature: str
    config: Config
    table: str | None = None
    root: str = ""
    problems: tuple[Problem, ...] = ()
    baseline: bool = False

    @property
    def ui(self) -> Ui:
        """The language of the interface."""
        return self.config.ui


class Renderer(Protocol):
    """Makes a whole report file."""

    def __call__(self, reports: Sequence[ArticleReport], run: Run) -> str | bytes:
        """The file's content."""


#: name: (module:function, what it is for)
FORMATS: dict[str, tuple[str, str]] = {
    "console": ("mtqa.report.console:render", "a table on the terminal"),
    "json": ("mtqa.report.json:render", "everything, for other programs"),
    "jsonl": ("mtqa.report.text_tables:jsonl", "an article a line, for other programs"),
    "csv": ("mtqa.report.text_tables:csv", "the issues as a table"),
    "markdown": ("mtqa.report.markdown:render", "tables for a page or a comment"),
    "xlsx": ("mtqa.report.xlsx:render", "a workbook: articles, issues, summary"),
    "parquet": ("mtqa.report.parquet:render", "the issues as a table for analysts"),
    "sarif": ("mtqa.report.sarif:render", "SARIF 2.1.0 for code scanning"),
    "github": ("mtqa.report.github:render", "annotations in GitHub Actions"),
    "junit": ("mtqa.report.junit:render", "JUnit XML, a test case an article"),
    "gitlab": ("mtqa.report.gitlab:render", "GitLab code quality"),
    "html": ("mtqa.report.html.render:render", "a page for editors, one file, offline"),
    "fragment": ("mtqa.report.html.fragment:render", "a piece of HTML for a page of your own"),
}

#: The format that a file's ending asks for; the longest ending that fits counts.
SUFFIXES: dict[str, str] = {
    ".txt": "console",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".junit.xml": "junit",
    ".xml": "junit",
    ".html": "html",
}

#: Formats that are no text: they go into files only.
BINARY = frozenset({"xlsx", "parquet"})

TABLES = ("articles", "issues", "summary")
#: Formats of which one table can be asked for.
TABULAR = frozenset({"csv", "jsonl", "markdown", "parquet"})

#: What a format needs beside the core, all of it in the extra ``tables``.
NEEDS: dict[str, tuple[str, ...]] = {"xlsx": ("openpyxl",), "parquet": ("pyarrow",)}


def by_suffix(path: Path) -> str | None:
    """The format that the ending of ``path`` asks for, if it is one of :data:`FORMATS`."""
    name = path.name.lower()
    endings = sorted(SUFFIXES, key=len, reverse=True)
    form = next((SUFFIXES[ending] for ending in endings if name.endswith(ending)), None)
    return form if form in FORMATS else None


def require(*packages: str) -> None:
    """Make sure that the packages behind a format are installed.

    Raises:
        MissingExtra: one of them is not.
    """
    for package in packages:
        try:
            import_module(package)
        except ImportError:
            raise MissingExtra(package, "tables") from None


def renderer(name: str) -> Renderer:
    """The function behind a format of :data:`FORMATS`.

    Raises:
        MissingExtra: what it needs is not installed.
    """
    require(*NEEDS.get(name, ()))
    module, _, attribute = FORMATS[name][0].partition(":")
    found: Renderer = getattr(import_module(module), attribute)
    return found
