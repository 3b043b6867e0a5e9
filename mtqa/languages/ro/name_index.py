"""The names of one text: capitalised words inside sentences, how often and in what company."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from mtqa.knowledge import romanian
from mtqa.languages.ro.document import Document
from mtqa.languages.ro.letters import APOSTROPHES, HYPHENS, LOWER, UPPER
from mtqa.languages.ro.nationalities import nationality_forms

#: The capital first, so that the search skips from one to the next.
_NAME = re.compile(
    rf"[{UPPER}](?<![\w{HYPHENS}{APOSTROPHES}@#/.].)\w*[{LOWER}]\w*(?:[{HYPHENS}{APOSTROPHES}]\w+)*"
)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One capitalised word.

    Attributes:
        start, end: half-open code-point span.
        text: the word.
        before, after: the capitalised neighbours in the same phrase, or "".
        initial: it begins a sentence, so that its capital proves nothing.
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    initial: bool


def _opens_sentence(word: str) -> bool:
    """Whether the first word of a sentence is an ordinary one: "Apoi Zelenski", "Pe Lavrov"."""
    return word.lower() in romanian()


class NameIndex:
    """The capitalised words of a document, looked up by form."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every capitalised word in reading order."""
        text = self.document.text
        spans = [match.span() for match in _NAME.finditer(text)]
        starts = self.document.sentence_starts
        found = []
        for index, (start, end) in enumerate(spans):
            before = after = ""
            if index and text[spans[index - 1][1] : start] in {" ", "\u00a0"}:
                before = text[slice(*spans[index - 1])]
                if spans[index - 1][0] in starts and _opens_sentence(before):
                    before = ""
            if index + 1 < len(spans) and text[end : spans[index + 1][0]] in {" ", "\u00a0"}:
                after = text[slice(*spans[index + 1])]
            found.append(Mention(start, end, text[start:end], before, after, start in starts))
        return tuple(found)

    @cached_property
    def inside(self) -> Counter[str]:
        """How often each form occurs inside a sentence, where only a name has a capital."""
        return Counter(mention.text for mention in self.mentions if not mention.initial)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form that is a name somewhere occurs anywhere."""
        names = self.inside
        return Counter(mention.text for mention in self.mentions if mention.text in names)

    @cached_property
    def by_form(self) -> dict[str, list[Mention]]:
        """The mentions of each form, in reading order."""
        table: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            table.setdefault(mention.text, []).append(mention)
        return table

    def company(self, form: str) -> set[str]:
        """The capitalised words that stand beside ``form`` anywhere in the text."""
        beside = {word for m in self.by_form.get(form, ()) for word in (m.before, m.after)}
        return {word for word in beside if len(word) > 2}

    def is_common(self, form: str) -> bool:
        """Whether the form also stands in lower case in the text, or is a nationality."""
        lower = form.lower()
        return lower in self._lower_words or lower in nationality_forms()

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        return frozenset(re.findall(rf"(?<!\w)[{LOWER}]+(?!\w)", self.document.text))
