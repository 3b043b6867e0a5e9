"""Verbs, and the clauses that hang on them in a way that Romanian does not know."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.parse import Parse, Word
from mtqa.languages.ro.tree import dependents, lower, neighbour, opens_sentence
from mtqa.model import Issue


class PersonalPassive(TreeCheck):
    """A passive that agrees with its subject before "că": "gripa a fost confirmată că".

    What is said of something is impersonal in Romanian: s-a confirmat că gripa. Verbs with a person
    for their object stay personal: au fost informați că, au fost acuzați că.
    """

    name = "grammar.personal-passive"
    confidence = 0.85
    category = "grammar"

    #: Ends of participles that are not masculine singular, as the impersonal is.
    _AGREEING = ("tă", "să", "te", "se", "ți", "și")
    _BE = frozenset("fost este sunt era erau e fi fiind".split())

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            after, before = neighbour(parse, word), neighbour(parse, word, -1)
            if lower(after) != "că" or lower(before) not in self._BE or not before or not after:
                continue
            if word.get("VerbForm") != "Part" or not word.text.endswith(self._AGREEING):
                continue
            if word.lemma in word_set("frames", "personal passive") or not _is_participle(word):
                continue
            message = Message(
                f"“{word.text} că” agrees with a subject; what is told so is impersonal (“s-a … "
                "că”).",
                f"„{word.text} că” se acordă cu un subiect; construcția este impersonală („s-a … "
                "că”).",
            )
            yield self.issue(view, before.start, after.end, message)


def _is_participle(word: Word) -> bool:
    return any(a.mood == "participle" for a in romanian().analyses(lower(word)))


class GerundSubject(TreeCheck):
    """A gerund for the subject of a sentence: "Folosind aplicații poate fi simplu".

    English says "using apps is easy"; Romanian takes a noun or an infinitive: folosirea, a folosi.
    Judged where the sentence begins with it and no comma stands before the verb.
    """

    name = "grammar.gerund-subject"
    confidence = 0.8
    category = "grammar"

    _FIXED = frozenset("având ținând lăsând trecând începând fiind vorbind judecând".split())
    _BREAKS = frozenset(",;:—–()")
    _SUBORDINATE = frozenset("care ce să unde când dacă cum cine că încât de cât și sau".split())

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            if word.get("VerbForm") != "Ger" or lower(word) in self._FIXED:
                continue
            if not opens_sentence(parse, word) or not lower(word).endswith(("ând", "ind")):
                continue
            verb = self._verb(parse, word)
            if verb is None:
                continue
            infinitive = f"a {word.lemma}"
            message = Message(
                f"A gerund is no subject of “{verb.text}”: take the noun or “{infinitive}”.",
                f"Gerunziul nu poate fi subiectul lui „{verb.text}”: se folosește substantivul "
                f"sau „{infinitive}”.",
            )
            yield self.issue(view, word.start, verb.end, message)

    def _verb(self, parse: Parse, gerund: Word) -> Word | None:
        """The verb whose subject it is: the first finite one, in the singular, with no other."""
        for word in parse.words[gerund.index + 1 :]:
            if word.text in self._BREAKS or word.upos == "SCONJ":
                return None
            if lower(word) in self._SUBORDINATE:
                return None
            finite = word.upos in ("VERB", "AUX") and word.get("VerbForm") == "Fin"
            if finite or lower(word) in ("a", "va", "ar"):
                if word.upos not in ("VERB", "AUX") or word.get("Number") == "Plur":
                    return None
                head = parse.words[word.head] if word.deprel.startswith(("aux", "cop")) else word
                subject = any(
                    child.index > word.index and child.upos in ("NOUN", "PROPN", "PRON")
                    for child in dependents(parse, head, "nsubj", "nsubj:pass")
                )
                return None if subject else word
        return None


class WhetherAfterFact(TreeCheck):
    """Dacă after a preposition or "faptul", which want "că" or a noun: "în privința dacă"."""

    name = "grammar.whether"
    confidence = 0.8
    category = "grammar"

    _BEFORE = frozenset("faptul privește asupra despre".split())
    _TWO = frozenset((("privire", "la"), ("legătură", "cu"), ("referire", "la")))

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            if word.text != "dacă":
                continue
            before, first = neighbour(parse, word, -1), neighbour(parse, word, -2)
            if before is None or not (
                lower(before) in self._BEFORE or (lower(first), lower(before)) in self._TWO
            ):
                continue
            message = Message(
                f"“Dacă” does not follow “{before.text}”: “că”, or “întrebarea dacă”.",
                f"„Dacă” nu urmează după „{before.text}”: „că” sau „întrebarea dacă”.",
            )
            suggestion = "faptul că" if before.text == "faptul" else None
            yield self.issue(view, before.start, word.end, message, suggestion)


class StrandedPreposition(TreeCheck):
    """A preposition with nothing after it: "este legat de, dar nu implică", "trec pe lângă sunt".

    English may leave a preposition alone; Romanian repeats the noun or takes a pronoun.
    """

    name = "grammar.stranded-preposition"
    confidence = 0.8
    category = "grammar"

    _PREPOSITIONS = frozenset("în la de din cu lângă despre către spre dintre la".split())
    _ENDS = frozenset(",.;")

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            after = neighbour(parse, word)
            if word.text not in self._PREPOSITIONS or after is None or after.start != word.end:
                continue
            if word.upos != "ADP" or after.text not in self._ENDS or self._is_listed(parse, word):
                continue
            message = Message(
                f"Nothing follows the preposition “{word.text}”.",
                f"După prepoziția „{word.text}” nu urmează nimic.",
            )
            yield self.issue(view, word.start, word.end, message)

    @staticmethod
    def _is_listed(parse: Parse, word: Word) -> bool:
        """Whether an aside follows, after which the noun comes: cu, de exemplu, doi oameni."""
        following = [one.text for one in parse.words[word.index + 2 : word.index + 7]]
        return (
            neighbour(parse, word, 1) is not None
            and parse.words[word.index + 1].text == ","
            and "," in following
        )


CHECKS = (
    PersonalPassive,
    GerundSubject,
    WhetherAfterFact,
    StrandedPreposition,
)
