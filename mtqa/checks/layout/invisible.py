"""What nobody sees while typing: characters without width, and a Shift key held too long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import romanian
from mtqa.languages.ro.letters import LOWER, UPPER
from mtqa.model import Issue

#: Zero-width spaces, word joiners and byte order marks; joiners between letters that join nothing.
_WIDTHLESS = re.compile(
    rf"[\u200b\u2060\ufeff]+|(?<=[{UPPER}{LOWER}])[\u200c\u200d]+(?=[{UPPER}{LOWER}])"
)
_LEFT, _RIGHT = re.compile(r"\w+$"), re.compile(r"\w+")


class ZeroWidth(Check):
    """A character without width inside the text: a zero-width space, a joiner, a byte order mark.

    Nobody sees it, and no search finds the word that it cuts. One that the source has as well is
    left alone.
    """

    name = "spacing.zero-width"
    category = "spacing"
    severity = "minor"
    confidence = 0.95

    def find(self, view: View) -> Iterator[Issue]:
        text, source = view.target.text, view.article.source or ""
        for match in _WIDTHLESS.finditer(text):
            if any(letter in source for letter in match.group()):
                continue
            message = Message(
                f"A character without width (U+{ord(match.group()[0]):04X}).",
                f"Caracter fără lățime (U+{ord(match.group()[0]):04X}).",
            )
            yield self.issue(view, *match.span(), message, _instead(text, *match.span()))


def _instead(text: str, start: int, end: int) -> str:
    """A blank where the halves are words and the whole is none; otherwise nothing."""
    left = _LEFT.search(text[max(0, start - 40) : start])
    right = _RIGHT.match(text, end)
    if left is None or right is None:
        return ""
    words = romanian()
    if words.known(left.group() + right.group()):
        return ""
    return " " if words.known(left.group()) and words.known(right.group()) else ""


class DoubledCapital(Check):
    """Two capitals at the beginning of a word: "ROmânia", "GUvernul".

    Only words that Romanian has, and that are not written so twice or in the source.
    """

    name = "casing.doubled-capital"
    category = "casing"
    severity = "minor"
    confidence = 0.9

    _SUSPECT = re.compile(rf"(?<![\w'’-])[{UPPER}]{{2}}[{LOWER}]{{2,}}(?!\w)")

    def find(self, view: View) -> Iterator[Issue]:
        text, source = view.target.text, view.article.source or ""
        found = list(self._SUSPECT.finditer(text))
        often = Counter(match.group() for match in found)
        words = romanian()
        for match in found:
            word = match.group()
            right = word[0] + word[1:].lower()
            if often[word] > 1 or word in source:
                continue
            if right.lower() in words or right in words:
                message = Message(
                    f"Two capitals at the beginning of “{right}”.",
                    f"Două majuscule la începutul cuvântului „{right}”.",
                )
                yield self.issue(view, *match.span(), message, right)


CHECKS: tuple[type[Check], ...] = (ZeroWidth, DoubledCapital)
