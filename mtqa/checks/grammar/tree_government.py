"""The preposition that a verb, an adjective or a noun takes: "învinuit pentru", "diferit decât"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge.handmade import rows
from mtqa.languages.ro.agreement import profile
from mtqa.languages.ro.parse import Parse, Word
from mtqa.languages.ro.tree import dependents, lower, neighbour
from mtqa.model import Issue

_TAGS = {"verb": ("VERB",), "adjective": ("ADJ", "VERB"), "noun": ("NOUN",)}
_PHRASES = frozenset(("obl", "nmod", "obj", "iobj"))
#: Words at most from the governor to its preposition: o impresie foarte bună pe.
_FAR = 4


@lru_cache(maxsize=1)
def _frames() -> dict[tuple[str, str, str], str]:
    """What stands for a wrong preposition, by lemma, tag and that preposition."""
    return {
        (row["governor"], tag, wrong): row["right"]
        for row in rows("government")
        for tag in _TAGS[row["pos"]]
        for wrong in row["wrong"].split("|")
    }


class Government(TreeCheck):
    """A preposition that the verb, adjective or noun before it does not take: "învinuit pentru".

    The rows of ``government.tsv`` say which; the tree, whether the phrase depends on that word.
    """

    name = "grammar.government"
    confidence = 0.75
    category = "grammar"

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            if word.text == "decât" and word.index:
                governor, used = parse.words[word.index - 1], "decât"
            elif word.deprel == "case":
                phrase = parse.words[word.head]
                governor = parse.words[phrase.head]
                if phrase.deprel.split(":")[0] not in _PHRASES or phrase.upos == "NUM":
                    continue
                fixed = [lower(other) for other in dependents(parse, word, "fixed")]
                used = " ".join([lower(word).replace("într-", "în"), *fixed])
            else:
                continue
            right = _frames().get((governor.lemma, governor.upos, used))
            if right and 0 < word.index - governor.index <= _FAR:
                yield self._told(view, governor, word, used, right)

    def _told(self, view: View, governor: Word, word: Word, used: str, right: str) -> Issue:
        end = word.start + len(used) if " " in used else word.end
        wants = {"dative": ("the dative", "dativul"), "-": ("no preposition", "fără prepoziție")}
        english, romanian = wants.get(right, (f"“{right}”", f"„{right}”"))
        message = Message(
            f"“{governor.text}” takes {english}, not “{used}”.",
            f"„{governor.text}” cere {romanian}, nu „{used}”.",
        )
        plain = right not in wants
        text = view.target.text
        suggestion = text[governor.start : word.start] + right if plain else None
        return self.issue(view, governor.start, end, message, suggestion)


class UncontractedPreposition(TreeCheck):
    """În, din or prin before the article un, o: "în o secțiune" for "într-o secțiune"."""

    name = "grammar.contraction"
    confidence = 0.85
    category = "grammar"

    _CONTRACTED: ClassVar[dict[str, str]] = {"în": "într-", "din": "dintr-", "prin": "printr-"}

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            article = neighbour(parse, word)
            contracted = self._CONTRACTED.get(lower(word))
            if contracted is None or article is None or article.text not in ("un", "o"):
                continue
            noun = neighbour(parse, article)
            if noun is None or article.upos != "DET" or not noun.text.islower():
                continue
            if not (profile(noun.text).noun and noun.upos in ("NOUN", "ADJ")):
                continue
            right = f"{contracted}{article.text}"
            right = right.capitalize() if word.text[0].isupper() else right
            message = Message(
                f"Before “{article.text}” the preposition is “{contracted}”.",
                f"Înainte de „{article.text}”, prepoziția este „{contracted}”.",
            )
            yield self.issue(view, word.start, article.end, message, right)


CHECKS = (Government, UncontractedPreposition)
