"""One Romanian word written for another that sounds alike: "sa întors", "vor fii", "la văzut"."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import cased
from mtqa.checks.words.doubts import doubts, standing
from mtqa.model import Issue

#: How much better the twin must fit its place, in log-odds.
_HYPHEN, _JOINED, _FINAL_I, _MARKS = 3.0, -99.0, 3.5, 4.5


class _Slip(Check):
    """What the checks share: the kinds of doubt they speak of, and from which margin."""

    category = "spelling"
    severity = "minor"
    needs_diacritics = True
    kinds: dict[str, float]

    def find(self, view: View) -> Iterator[Issue]:
        for one in doubts(view):
            least = self.kinds.get(one.kind)
            if least is not None and one.margin >= least and standing(view, one):
                full, text = cased(one.twin, one.unit.text), one.unit.text
                sure = round(max(0.75, min(0.95, 0.7 + 0.04 * one.margin)), 3)
                message = self.reason(full, text)
                yield self.issue(view, one.unit.start, one.unit.end, message, full, confidence=sure)

    def reason(self, full: str, text: str) -> Message:
        """Why the word is wrong, for an editor."""
        return Message(
            f"Here “{full}” fits, not “{text}”.", f"Aici se potrivește „{full}”, nu „{text}”."
        )


class Hyphen(_Slip):
    """A clitic written together with its verb, or a word cut in two: "sa întors", "ia oferit".

    The words around it decide; "sa" and "ia" stay silent where a possession or a taking is meant.
    """

    name = "spelling.hyphen"
    kinds = {"hyphen": _HYPHEN, "joined": _JOINED}  # noqa: RUF012

    def reason(self, full: str, text: str) -> Message:
        if "-" in text:
            return Message(
                f"Here the word “{full}” fits, not “{text}”.",
                f"Aici se potrivește cuvântul „{full}”, nu „{text}”.",
            )
        return Message(
            f"Two words here, with a hyphen: “{full}”.",
            f"Aici sunt două cuvinte, cu cratimă: „{full}”.",
        )


class WrongForm(_Slip):
    """A word with one *i* or one mark too many or too few: "vor fii deschise", "doi martorii".

    Both forms exist; the words around the place decide.
    """

    name = "spelling.word-in-place"
    kinds = {"i": _FINAL_I, "marks": _MARKS}  # noqa: RUF012


CHECKS = (Hyphen, WrongForm)
