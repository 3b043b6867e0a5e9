"""Where an issue stands, as programs and people name it: path, line, column."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from pathlib import Path, PurePath
from typing import NamedTuple

from mtqa.model import Article


class Places:
    """Turns code-point offsets of one text into ``line:column``, both counted from 1."""

    _BREAK = re.compile(r"\r\n|\r|\n")

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in self._BREAK.finditer(text))]

    def __call__(self, offset: int) -> str:
        """The place of ``offset``."""
        line, column = self.at(offset)
        return f"{line}:{column}"

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Region(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end column being the first after it.

    The columns are None where only the line is known (an entry of a feed).
    """

    line: int
    column: int | None
    end_line: int
    end_column: int | None


class Locator:
    """Where the issues of one article stand in its file."""

    def __init__(self, article: Article) -> None:
        self._entry = article.meta.get("feed")
        self._page = article.meta.get("page")
        self._places = Places(self._page.markup if self._page else article.target)

    def region(self, start: int, end: int) -> Region:
        """The lines and columns of ``[start, end)`` of the article."""
        if self._entry is not None:
            return Region(self._entry.line, None, self._entry.line, None)
        if self._page is not None:
            start, end = self._page.locate(start, end)
        line, column = self._places.at(start)
        # an issue that ends with its line ends there, not at the start of the next
        end_line, before = self._places.at(max(start, end - 1))
        return Region(line, column, end_line, before + 1)


def path(article: Article, root: str = "", *, source: bool = False) -> str:
    """The path of an article's file with forward slashes, from ``root`` where it lies below it.

    Args:
        article: the article.
        root: the folder that paths are wanted from; as given if empty.
        source: the source's file instead of the target's.
    """
    given = article.meta.get("source_path" if source else "target_path")
    return from_root(str(given or article.id), root)


def from_root(given: str, root: str) -> str:
    """A path with forward slashes, from ``root`` where it lies below it."""
    if given == "-":
        return "stdin"
    if root:
        whole, top = Path(os.path.abspath(given)), Path(os.path.abspath(root))  # noqa: PTH100
        if whole.is_relative_to(top):
            return whole.relative_to(top).as_posix()
    return PurePath(os.path.normpath(given)).as_posix()


def title(article: Article) -> str:
    """What reports call an article: its path, and for an entry of a feed what identifies it."""
    given = str(article.meta.get("target_path") or article.id)
    return f"{given}#{article.id}" if article.meta.get("feed") is not None else given
