"""A check of your own: fifteen lines, and an entry point in pyproject.toml."""

import re
from collections.abc import Iterator

from mtqa import Check, Issue, Message, View


class Shouting(Check):
    """A word in capitals followed by three exclamation marks."""

    name = "house.shouting"
    category = "punctuation"

    def find(self, view: View) -> Iterator[Issue]:
        for match in re.finditer(r"([A-ZĂÂÎȘȚ]{2,})!!!", view.target.text):
            message = Message("The house does not shout.", "Redacția nu strigă.")
            yield self.issue(view, *match.span(), message, match[1].capitalize() + ".")
