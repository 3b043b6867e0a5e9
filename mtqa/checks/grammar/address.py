"""The reader addressed now as "tu", now as "voi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.common.memory import WORDS
from mtqa.knowledge import romanian
from mtqa.languages.ro.document import Line
from mtqa.languages.ro.parse import Parse, Word
from mtqa.languages.ro.tree import lower
from mtqa.model import Issue

_QUOTES = re.compile('["„”“«»‘]|^[-–—]')
_FINITE = frozenset(("indicative", "subjunctive", "imperative"))


class MixedAddress(TreeCheck):
    """The reader is "tu" and "voi" in one paragraph: "dacă traversezi …, verificați".

    The rarer of the two is marked. Paragraphs with quotes or dialogue are left alone, as more than
    one person may be spoken to.
    """

    name = "grammar.mixed-address"
    confidence = 0.75
    category = "grammar"

    _ONE = frozenset("te t- te- -te îți ți- -ți tău ta tăi tale tine tu".split())
    _MANY = frozenset("vă v- -vă vi vi- dumneavoastră vostru voastră voștri voastre".split())
    #: Said to nobody: vezi mai jos, haide, uite.
    _FIXED = frozenset("vezi uite uitați poftim hai haide haideți ia".split())

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for line in view.target.lines:
            if not _QUOTES.search(line.text):
                yield from self._mixed(view, parse, line)

    def _mixed(self, view: View, parse: Parse, line: Line) -> Iterator[Issue]:
        here = [word for word in parse.words if line.start <= word.start < line.end]
        said = [(word, side) for word in here if (side := self._side(word))]
        one = [word for word, side in said if side in ("one", "perhaps one")]
        many = [word for word, side in said if side == "many"]
        if not many or not any(side == "one" for _, side in said):
            return
        rare, other = (one, many) if len(one) <= len(many) else (many, one)
        for word in rare:
            message = Message(
                f"The reader is addressed as one person and as many: “{word.text}”, “"
                f"{other[0].text}”.",
                f"Cititorul este tutuit și apoi i se vorbește la plural: „{word.text}”, „"
                f"{other[0].text}”.",
            )
            yield self.issue(view, word.start, word.end, message)

    def _side(self, word: Word) -> str:
        """Whether a word speaks to one, to many, perhaps to one, or to nobody (``""``)."""
        form = lower(word)
        if word.upos in ("PRON", "DET"):
            return "one" if form in self._ONE else "many" if form in self._MANY else ""
        if word.upos not in ("VERB", "AUX") or form in self._FIXED:
            return ""
        if form in ("vei", "ai"):
            return "one" if word.upos == "AUX" and word.deprel.startswith("aux") else ""
        if form in ("veți", "ați", "-ați"):
            return "many"
        persons = _persons(form)
        if persons == {"2p"}:
            return "many"
        if persons == {"2s"}:
            return "one"
        told = word.get("Person") == "2" and word.get("VerbForm") == "Fin"
        if told and "2s" in persons and word.get("Number") == "Sing":
            return "perhaps one"
        return "many" if told and persons == {"2p", ""} else ""


@lru_cache(maxsize=WORDS)
def _persons(form: str) -> frozenset[str]:
    """Person and number of the readings of a verb; ``""`` for those that have none."""
    return frozenset(
        f"{a.person}{a.number}" if a.pos == "verb" and a.mood in _FINITE and a.person else ""
        for a in romanian().analyses(form)
    )


CHECKS = (MixedAddress,)
