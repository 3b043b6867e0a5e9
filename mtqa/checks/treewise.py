"""The common part of checks that look at the tree of a sentence."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from mtqa.checks.base import Check, View
from mtqa.languages.ro.parse import Parse
from mtqa.model import Issue


class TreeCheck(Check):
    """A check that reads :attr:`Document.analysis`; silent in texts typed without diacritics.

    Without its marks nearly every form is another word's, and what the parser makes of it is a
    guess.
    """

    category = "grammar"
    needs_diacritics = True
    needs_parser = True

    def find(self, view: View) -> Iterator[Issue]:
        if view.target.orthography.bare:
            return iter(())
        parse = view.target.analysis
        return iter(()) if parse is None else self.search(view, parse)

    @abstractmethod
    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        """The issues of one article; ``parse`` holds the words of its target."""
