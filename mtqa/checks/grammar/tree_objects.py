"""Objects and the pronouns that double them: "ajută pe ceilalți", "copiii le place să"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.agreement import DIRECT, OBLIQUE, PLURAL, SINGULAR, profile
from mtqa.languages.ro.parse import Parse, Word
from mtqa.languages.ro.reinflect import form_of
from mtqa.languages.ro.tree import dependents, lower, neighbour
from mtqa.model import Issue

#: Any form of a pronoun that leans on a verb, and of its group.
_CLITICS = frozenset(
    """
        îl îi o le mă te ne vă l- i- m- t- te- ne- v- le- -l -i -o -le -mă -m -te -ne -vă se s-
        își și- -și
    """.split()
)


class UndoubledObject(TreeCheck):
    """A pronoun with "pe" that no short pronoun doubles: "ajută pe ceilalți" for "îi ajută pe".

    Judged on pronouns that are always doubled; "pe cineva", "pe nimeni", "pe unii" stand alone.
    """

    name = "grammar.clitic-doubling"
    confidence = 0.75
    category = "grammar"

    #: The short pronoun, and what it doubles.
    _DOUBLED: ClassVar[dict[str, str]] = {
        "mă": "mine", "te": "tine", "ne": "noi", "vă": "voi dumneavoastră",
        "îl": "el dânsul acesta acela celălalt oricine", "o": "ea dânsa aceasta cealaltă",
        "îi": "ei dânșii aceștia ceilalți toți alții", "le": "ele acestea celelalte toate",
    }  # fmt: skip
    _DOUBLES: ClassVar[dict[str, str]] = {
        word: double for double, words in _DOUBLED.items() for word in words.split()
    }
    _BREAKS = frozenset(("VERB", "AUX", "NOUN", "PROPN", "ADJ", "PUNCT", "CCONJ", "SCONJ"))

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for preposition in parse.words:
            if preposition.text != "pe" or preposition.deprel != "case":
                continue
            word = parse.words[preposition.head]
            verb = parse.words[word.head]
            pronoun = self._pronoun(word)
            if word.index != preposition.index + 1 or not pronoun:
                continue
            if not self._is_object(parse, verb, preposition, word):
                continue
            start, right = self._doubled(parse, verb, pronoun)
            text = view.target.text
            suggestion = right + text[verb.end : word.end] if right else None
            shown = self._DOUBLES[pronoun]
            message = Message(
                f"“Pe {word.text}” is doubled by a short pronoun: “{shown}”.",
                f"„Pe {word.text}” se reia prin pronumele neaccentuat „{shown}”.",
            )
            yield self.issue(view, start, word.end, message, suggestion)

    def _pronoun(self, word: Word) -> str:
        """The pronoun, or the one that stands for the noun, if it is one for persons or beasts."""
        if word.upos == "PRON":
            return lower(word) if lower(word) in self._DOUBLES else ""
        if word.upos != "NOUN" or word.deprel != "obj" or not word.text.islower():
            return ""
        readings = [a for a in romanian().analyses(word.text) if a.pos == "noun"]
        if (
            not readings
            or any(a.gender != "m" for a in readings)
            or word.text in word_set("frames", "lifeless")
        ):
            return ""
        return "ei" if readings[0].number == "p" else "el"

    def _is_object(self, parse: Parse, verb: Word, preposition: Word, word: Word) -> bool:
        """Whether the pronoun is what the verb before it acts on, and nothing doubles it."""
        between = parse.words[verb.index + 1 : preposition.index]
        if verb.upos != "VERB" or verb.index > preposition.index or len(between) > 3:
            return False
        if word.deprel not in ("obj", "obl", "iobj") or any(
            one.upos in self._BREAKS or one.text in ("atât", "decât", "ca") for one in between
        ):
            return False
        if verb.lemma in word_set("frames", "rests on"):
            return False
        if verb.get("VerbForm") == "Part" and not _has_tense(parse, verb):
            return False
        near = parse.words[max(0, verb.index - 5) : word.index + 2]
        return not any(lower(one) in _CLITICS or one.get("Strength") == "Weak" for one in near)

    def _doubled(self, parse: Parse, verb: Word, word: str) -> tuple[int, str | None]:
        """Where the verb's group begins, and the group with the pronoun; None if not plain."""
        apart = self._DOUBLES[word]
        joined = apart.removeprefix("î")
        before = neighbour(parse, verb, -1)
        if before is None or before.upos not in ("AUX", "PART"):
            return verb.start, f"{apart} {verb.text}"
        particle = before.text
        if particle in ("să", "a") and before.upos == "PART":
            group = f"{particle}-{joined}" if joined in ("l", "i") else f"{particle} {joined}"
            return before.start, f"{group} {verb.text}"
        if lower(before) in ("am", "ai", "a", "ați", "au"):
            if joined == "o":
                return before.start, f"{particle} {verb.text}-o"
            return before.start, f"{joined.rstrip('ă')}-{particle} {verb.text}"
        return before.start, None


def _has_tense(parse: Parse, verb: Word) -> bool:
    """Whether a participle stands with the auxiliary of a tense, and is no adjective."""
    kinds = {child.deprel for child in dependents(parse, verb)}
    return "aux" in kinds and "aux:pass" not in kinds


class Experiencer(TreeCheck):
    """A nominative for who likes something: "copiii le place să" for "copiilor le place să".

    So before "îi place", "le place", "i-ar plăcea" with a clause that says what is liked.
    """

    name = "grammar.experiencer"
    confidence = 0.85
    category = "grammar"

    _PRONOUNS: ClassVar[dict[str, int]] = {"îi": SINGULAR, "i-": SINGULAR, "le": PLURAL,
                                           "le-": PLURAL}  # fmt: skip
    _ROLES = frozenset(("nsubj", "obl", "obj", "iobj", "nmod", "dislocated", "root"))

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            verb = parse.words[word.head]
            if lower(word) == "cine" and self._minds(parse, word):
                message = Message(
                    "Who minds stands in the dative: “cui”.",
                    "Cel căruia îi pasă stă în dativ: „cui”.",
                )
                right = "Cui" if word.text[0].isupper() else "cui"
                yield self.issue(view, word.start, word.end, message, right)
            if lower(word) in ("își", "și-") and verb.lemma in ("plăcea", "displăcea"):
                message = Message(
                    f"What one likes is the subject: “îi {verb.text}”, with who likes it in the "
                    "dative.",
                    f"Ceea ce place este subiectul: „îi {verb.text}”, iar cel căruia îi place "
                    "stă în dativ.",
                )
                yield self.issue(view, word.start, word.end, message, "îi")
            if word.upos != "NOUN" or word.deprel not in self._ROLES or verb.index < word.index:
                continue
            if verb.lemma not in word_set("frames", "dative of person") or not self._is_direct(
                parse, word
            ):
                continue
            if not any(dependents(parse, verb, "ccomp", "csubj", "xcomp")):
                continue
            between = parse.words[word.index + 1 : verb.index]
            doubles = [p for one in between if (p := self._PRONOUNS.get(lower(one)))]
            if doubles and profile(lower(word)).noun & doubles[0]:
                yield self._told(view, parse, word, verb)

    @staticmethod
    def _minds(parse: Parse, word: Word) -> bool:
        """Whether "îi pasă", "îi place" follow."""
        pronoun, verb = neighbour(parse, word), neighbour(parse, word, 2)
        return lower(pronoun) in ("îi", "-i") and lower(verb) in ("pasă", "place", "păsa", "plăcea")

    @staticmethod
    def _is_direct(parse: Parse, word: Word) -> bool:
        """Whether the noun can be no dative, and no preposition stands before it."""
        seen = profile(lower(word))
        if not seen.noun & DIRECT or seen.noun_definite & OBLIQUE:
            return False
        determiners = {lower(child) for child in dependents(parse, word, "det", "case")}
        return not any(form.endswith(("ui", "ei", "or")) for form in determiners) and not any(
            dependents(parse, word, "case")
        )

    def _told(self, view: View, parse: Parse, word: Word, verb: Word) -> Issue:
        right = _dative(word, [lower(child) for child in dependents(parse, word, "det")])
        shown = f": “{right}”" if right else ""
        message = Message(
            f"Who likes something stands in the dative before “{verb.text}”{shown}.",
            f"Înaintea lui „{verb.text}”, cel căruia îi place stă în dativ"
            f"{shown.replace('“', '„')}.",
        )
        start = min([word.start, *(c.start for c in dependents(parse, word, "det"))])
        plain = right if start == word.start else None
        return self.issue(view, start, word.end, message, plain)


def _dative(word: Word, determiners: list[str]) -> str | None:
    """The noun with the article in the dative; None where a determiner would have to change."""
    readings = [a for a in romanian().analyses(lower(word)) if a.pos == "noun"]
    if determiners or not readings:
        return None
    made = form_of(readings[0].lemma, ((readings[0].number, "oblique", True),))
    for ending in ("ii", "le"):  # turiștii, turiștilor: its stem has changed already
        form = lower(word)
        if not made and form.endswith(ending):
            longer = form[:-2] + ("ilor" if ending == "ii" else "lor")
            made = longer if romanian().analyses(longer) else None
    return made.capitalize() if made and word.text[0].isupper() else made


CHECKS = (UndoubledObject, Experiencer)
