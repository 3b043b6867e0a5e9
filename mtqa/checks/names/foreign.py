"""Institutions and dates that kept their foreign name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, odd, reading
from mtqa.checks.untranslated.target import is_explained
from mtqa.knowledge import institutions, romanian
from mtqa.knowledge.handmade import rows
from mtqa.model import Issue

#: Institutions that Romanian papers translate; the navy, the courts and clubs of other countries
#: often keep their names.
_KINDS = frozenset(["international organisation", "european union", "romania"])


class ForeignInstitution(Check):
    """An institution under its English name: "World Trade Organization" for OMC's Romanian one.

    Only where Romanian has its own name; a name quoted, in brackets or glossed is left alone.
    """

    name = "untranslated.institution"
    category = "untranslated"
    severity = "minor"
    confidence = 0.8

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        table = _institutions()
        for index in text.odd:
            token = text.tokens[index]
            if not token.text[0].isupper():
                continue
            for size, romanian_name, words in table.get(token.text, ()):
                first = index - words.index(token.text)
                if first < 0 or first + size > len(text.tokens):
                    continue
                span = text.tokens[first : first + size]
                if tuple(t.text for t in span) != words or _is_embedded(
                    text, first, first + size - 1
                ):
                    continue
                message = Message(
                    f"English name; in Romanian “{romanian_name}”.",
                    f"Denumire engleză; în română „{romanian_name}”.",
                )
                yield self.issue(view, span[0].start, span[-1].end, message, romanian_name)
                break


def _is_embedded(text: Reading, first: int, last: int) -> bool:
    """Whether the name is quoted, in brackets, glossed, or part of a longer name."""
    start, end = text.tokens[first].start, text.tokens[last].end
    if text.quoted(start, end) or is_explained(text.text, start, end):
        return True
    if text.name_beside(first, -1) or text.name_beside(last, 1):
        return True
    return text.ending_follows(last)


@lru_cache(maxsize=1)
def _institutions() -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    """First unknown word of an English name to (number of words, Romanian name, words)."""
    table: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    names = [
        institution
        for institution in institutions()
        if institution.english != institution.romanian
        and " " in institution.english
        and institution.kind in _KINDS
    ]
    single = {i.english for i in names if i.romanian}
    for institution in names:
        if institution.english not in single:
            continue
        words = tuple(institution.english.split())
        first = next((word for word in words if word[0].isupper() and odd(word)), None)
        if first and " ".join(words) not in romanian() and institution.romanian:
            table.setdefault(first, []).append((len(words), institution.romanian, words))
    return table


@lru_cache(maxsize=1)
def _dates() -> dict[str, tuple[str, bool]]:
    """Foreign months and weekdays: the Romanian word, and whether it is a month."""
    return {
        row["foreign"]: (row["romanian"], row["kind"] == "month") for row in rows("foreign-dates")
    }


class ForeignDate(Check):
    """A month or weekday in English, German or French: "12 July", "Montag"."""

    name = "untranslated.date"
    category = "untranslated"
    severity = "major"
    confidence = 0.92

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            word = text.tokens[index].text
            plain = word if word[0].islower() else word.capitalize()
            name, month = _dates().get(plain, ("", False))
            if name and self._is_date(text, index, month):
                token = text.tokens[index]
                message = Message(
                    f"Foreign date; Romanian “{name}”.", f"Dată străină; corect „{name}”."
                )
                yield self.issue(view, token.start, token.end, message, name)

    def _is_date(self, text: Reading, index: int, month: bool) -> bool:
        """A number stands beside a month; a weekday stands alone, not in a name or title."""
        token = text.tokens[index]
        around = text.neighbour(index, -1), text.neighbour(index, 1)
        if text.quoted(token.start, token.end):
            return False
        earlier = text.neighbour(index - 1, -1)
        if around[0] is not None and around[0].text in ("am", "on") and earlier is not None:
            return False  # Welt am Sonntag, Mail on Sunday
        numbers = any(n is not None and n.text.rstrip(".,").isdigit() for n in around)
        capitals = any(n is not None and n.text[0].isupper() for n in around)
        return numbers if month else not capitals and not text.initial(index)


CHECKS = (ForeignInstitution, ForeignDate)
