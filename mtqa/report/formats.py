"""The one table of report formats: its name, what it is for, and the function that renders it.

A renderer takes the reports of a run and its :class:`Run`, and returns the whole file, text or
bytes. Formats are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from mtqa.config import Config
from mtqa.model import ArticleReport, Ui


@dataclass(frozen=True, slots=True)
class Run:
    """What a report says about the run beside its articles.

    Attributes:
        signature: versions and settings that the figures were made with.
        config: the user's options.
    """

    signature: str
    config: Config

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
    "html": ("mtqa.report.html.render:render", "a page for editors, one file, offline"),
}


def renderer(name: str) -> Renderer:
    """The function behind a format of :data:`FORMATS`."""
    module, _, attribute = FORMATS[name][0].partition(":")
    found: Renderer = getattr(import_module(module), attribute)
    return found
