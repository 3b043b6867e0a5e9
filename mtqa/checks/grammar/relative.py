"""Relative clauses: "omul care l-am văzut", "al cărui casă"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.languages.ro.agreement import ADJECTIVAL, WordList, spread
from mtqa.languages.ro.reinflect import noun_in
from mtqa.model import Issue


class WhomWithoutPe(WordCheck):
    """Care for pe care, where a pronoun after it shows the object: "omul care l-am ales".

    Judged where the verb is of the first or second person, so that "care" cannot be its subject,
    and the pronoun agrees with the noun before.
    """

    name = "grammar.pe-care"
    category = "grammar"
    confidence = 0.88

    _CLITICS: ClassVar[dict[str, int]] = {
        "l-": ADJECTIVAL["m", "s"], "îl": ADJECTIVAL["m", "s"], "o": ADJECTIVAL["f", "s"],
        "-o": ADJECTIVAL["f", "s"], "le-": ADJECTIVAL["f", "p"], "le": ADJECTIVAL["f", "p"],
        "i-": ADJECTIVAL["m", "p"], "îi": ADJECTIVAL["m", "p"],
    }  # fmt: skip
    _PERSONS = frozenset("am ai ați aș voi vei vom veți".split())
    #: What may stand between "care" and its verb.
    _BETWEEN = frozenset("nu mai le îl îi o l- le- i- n- și tot".split())
    #: Where these stand before it, "care" may be the subject: noi, cei care am votat-o.
    _OURS = frozenset("eu tu noi voi mine tine noastră nostru noștri noastre dumneavoastră".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("care",)):
            if index < 1 or not self._is_relative(text, index):
                continue
            verb = self._verb(text, index)
            if verb is None:
                continue
            word, found = text[index], view.target.text[text[index].start : text[verb].end]
            message = Message(
                f"“Care” is the object of “{text[verb].text}” here: “pe care”.",
                f"„Care” este aici complementul lui „{text[verb].text}”: „pe care”.",
            )
            yield self.issue(view, word.start, text[verb].end, message, f"pe {found}")

    def _is_relative(self, text: WordList, index: int) -> bool:
        """Whether "care" follows a noun that is none of us."""
        before = index - 1 - (text[index - 1].text == ",")
        noun = text[before]
        if before < 0 or not noun.profile.noun or not noun.profile.pos <= _NOUN_OR_VERB:
            return False
        if not noun.common and before and text[before - 1].text not in ".!?„":
            return False  # a name
        near = {text.lower(place) for place in range(max(0, index - 8), index)}
        return not near & self._OURS

    def _verb(self, text: WordList, index: int) -> int | None:
        """The index of the verb whose object "care" is."""
        noun = text[index - 1] if text[index - 1].text != "," else text[index - 2]
        place, agrees = index + 1, 0
        while place < len(text) and place < index + 5 and text.lower(place) in self._BETWEEN:
            agrees |= self._CLITICS.get(text.lower(place), 0)
            place += 1
        after = place + 1
        if text.lower(place) not in self._PERSONS or after >= len(text) or not text[after].common:
            return None
        last = after + text.hyphenated(after)  # am cumpărat-o
        if last > after:
            agrees = self._CLITICS.get(text.lower(last), 0)
        if not spread(noun.profile.noun) & agrees:
            return None
        return last if text[after].profile.moods & {"participle", "infinitive"} else None


class WhoseAgreement(WordCheck):
    """The article before cărui, cărei, căror does not agree with what is owned: "al cărui casă"."""

    name = "grammar.whose"
    category = "grammar"
    confidence = 0.9

    _CELLS: ClassVar[dict[str, int]] = {
        "al": ADJECTIVAL["m", "s"], "a": ADJECTIVAL["f", "s"],
        "ai": ADJECTIVAL["m", "p"], "ale": ADJECTIVAL["f", "p"],
    }  # fmt: skip

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("cărui", "cărei", "căror")):
            article, noun = index - 1, index + 1
            wanted = self._CELLS.get(text.lower(article))
            if wanted is None or not text.spaced(index) or not text.spaced(noun):
                continue
            owned = text[noun]
            seen = owned.profile
            if not seen.noun or not seen.pos <= _NOMINAL or not owned.common:
                continue
            if text.hyphenated(noun) or spread(seen.nominal) & wanted:
                continue
            right = [form for form, mask in self._CELLS.items() if owned.profile.noun & mask]
            bare = noun_in(owned.lower, "direct", False) or owned.text
            rest = f"{text[index].text} {bare}"
            message = Message(
                f"“{text[article].text}” does not agree with “{owned.text}”, which is owned.",
                f"„{text[article].text}” nu se acordă cu „{owned.text}”, numele posesiei.",
            )
            suggestion = f"{right[0]} {rest}" if len(right) == 1 else None
            yield self.issue(view, text[article].start, owned.end, message, suggestion)


_NOUN_OR_VERB = frozenset(("noun", "verb"))
_NOMINAL = frozenset(("noun", "verb", "adjective", "participle"))


CHECKS = (WhomWithoutPe, WhoseAgreement)
