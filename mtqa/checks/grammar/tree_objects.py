"""Objects and the pronouns that double them: "ajută pe ceilalți", "copiii le place să"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge import romanian
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

    #: What doubles them, apart and before a vowel or after "să" and "a".
    _DOUBLES: ClassVar[dict[str, tuple[str, str]]] = {
        "mine": ("mă", "mă"), "tine": ("te", "te"), "noi": ("ne", "ne"), "voi": ("vă", "vă"),
        "dumneavoastră": ("vă", "vă"), "el": ("îl", "l"), "dânsul": ("îl", "l"),
        "acesta": ("îl", "l"), "acela": ("îl", "l"), "celălalt": ("îl", "l"), "ea": ("o", "o"),
        "dânsa": ("o", "o"), "aceasta": ("o", "o"), "cealaltă": ("o", "o"), "ei": ("îi", "i"),
        "dânșii": ("îi", "i"), "aceștia": ("îi", "i"), "ceilalți": ("îi", "i"),
        "toți": ("îi", "i"), "alții": ("îi", "i"), "ele": ("le", "le"), "acestea": ("le", "le"),
        "celelalte": ("le", "le"), "toate": ("le", "le"), "oricine": ("îl", "l"),
    }  # fmt: skip
    _BREAKS = frozenset(("VERB", "AUX", "NOUN", "PROPN", "PUNCT", "CCONJ", "SCONJ"))

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for preposition in parse.words:
            if preposition.text != "pe" or preposition.deprel != "case":
                continue
            word = parse.words[preposition.head]
            verb = parse.words[word.head]
            if word.index != preposition.index + 1 or lower(word) not in self._DOUBLES:
                continue
            if not self._is_object(parse, verb, preposition, word):
                continue
            start, right = self._doubled(parse, verb, lower(word))
            text = view.target.text
            suggestion = right + text[verb.end : word.end] if right else None
            shown = self._DOUBLES[lower(word)][0]
            message = Message(
                f"“Pe {word.text}” is doubled by a short pronoun: “{shown}”.",
                f"„Pe {word.text}” se reia prin pronumele neaccentuat „{shown}”.",
            )
            yield self.issue(view, start, word.end, message, suggestion)

    def _is_object(self, parse: Parse, verb: Word, preposition: Word, word: Word) -> bool:
        """Whether the pronoun is what the verb before it acts on, and nothing doubles it."""
        between = parse.words[verb.index + 1 : preposition.index]
        if verb.upos != "VERB" or verb.index > preposition.index or len(between) > 3:
            return False
        if word.deprel not in ("obj", "obl", "iobj") or any(
            one.upos in self._BREAKS or one.text in ("atât", "decât", "ca") for one in between
        ):
            return False
        if verb.lemma in _WITH_PE or verb.get("VerbForm") == "Part" and not _has_tense(parse, verb):
            return False
        near = parse.words[max(0, verb.index - 5) : word.index + 2]
        return not any(lower(one) in _CLITICS or one.get("Strength") == "Weak" for one in near)

    def _doubled(self, parse: Parse, verb: Word, word: str) -> tuple[int, str | None]:
        """Where the verb's group begins, and the group with the pronoun; None if not plain."""
        apart, joined = self._DOUBLES[word]
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


#: Verbs whose "pe" is no object: it says what they rest on, or where.
_WITH_PE = frozenset(
    """
        baza axa concentra conta miza întemeia sprijini bizui centra trece urca pune sta călca
        ajunge sări merge trece trage cădea funcționa focaliza apăsa
    """.split()
)


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

    _VERBS = frozenset("plăcea displăcea conveni repugna".split())
    _PRONOUNS: ClassVar[dict[str, int]] = {"îi": SINGULAR, "i-": SINGULAR, "le": PLURAL,
                                           "le-": PLURAL}  # fmt: skip
    _ROLES = frozenset(("nsubj", "obl", "obj", "iobj", "nmod", "dislocated", "root"))

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            verb = parse.words[word.head]
            if word.upos != "NOUN" or word.deprel not in self._ROLES or verb.index < word.index:
                continue
            if verb.lemma not in self._VERBS or not self._is_direct(parse, word):
                continue
            if not any(dependents(parse, verb, "ccomp", "csubj", "xcomp")):
                continue
            between = parse.words[word.index + 1 : verb.index]
            doubles = [p for one in between if (p := self._PRONOUNS.get(lower(one)))]
            if doubles and profile(lower(word)).noun & doubles[0]:
                yield self._told(view, parse, word, verb)

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
    return made.capitalize() if made and word.text[0].isupper() else made


CHECKS = (UndoubledObject, Experiencer)
