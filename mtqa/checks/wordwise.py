"""The common part of checks that look at words and what the dictionary says of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from mtqa.checks.base import Check, View
from mtqa.languages.ro.agreement import WordList, words
from mtqa.model import Issue


class WordCheck(Check):
    """A check that reads the text word by word; silent in texts typed without diacritics.

    Without its marks nearly every form is another word's (o tara mica, ca daca), so there is
    nothing to judge.
    """

    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        if view.target.orthography.bare:
            return iter(())
        return self.search(view, words(view.target))

    @abstractmethod
    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        """The issues of one article; ``text`` holds the words of its target."""
