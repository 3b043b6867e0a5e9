"""Words in the tree that take up a noun: al, a, ai, ale; pe care l-au; unul dintre."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.tree import as_written, named
from mtqa.checks.grammar.tree_phrases import inflects
from mtqa.checks.treewise import TreeCheck
from mtqa.languages.ro import clauses
from mtqa.languages.ro.agreement import ADJECTIVAL, ANY, OBLIQUE, PLURAL, cells, profile, spread
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue

_AL = {"al": ("m", "s"), "a": ("f", "s"), "ai": ("m", "p"), "ale": ("f", "p")}
_WHOSE = frozenset(("cărui", "cărei", "căror"))
_POSSESSIVES = frozenset(("său", "meu", "tău", "nostru", "vostru", "lui"))
#: Between what is owned by the first and by another: din timpul nopții și al zilei.
_JOINTS = frozenset(("și", "sau", ",", "dar", "ori", "ci"))


class PossessiveArticle(TreeCheck):
    """Al, a, ai, ale that does not agree with what is owned: "casele al vecinului".

    In "al cărui" it agrees with the noun behind it.
    """

    name = "grammar.possessive-agreement"
    confidence = 0.85

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            if word.text not in _AL or word.lemma != "al" or word.upos != "DET":
                continue
            owner = parse.words[word.head]
            owned = parse.words[owner.head]
            mask = spread(clauses.nominal(owned))
            fits = ADJECTIVAL[_AL[word.text]]
            if not mask or (mask | spread(clauses.tagged(owned))) & fits:
                continue
            if self._is_judged(parse, word, owner, owned) and inflects(owned):
                english, romanian = named(owned, mask)
                message = Message(
                    f"“{word.text}” does not agree with {english}, which is owned.",
                    f"„{word.text}” nu se acordă cu {romanian}, obiectul posedat.",
                )
                agreeing = [form for form, cell in _AL.items() if ADJECTIVAL[cell] & mask]
                suggestion = agreeing[0] if len(agreeing) == 1 else None
                yield self.issue(view, word.start, word.end, message, suggestion)

    def _is_judged(self, parse: Parse, word: Word, owner: Word, owned: Word) -> bool:
        if clauses.lower(owner) in ("căruia", "căreia", "cărora"):
            return False
        if owner.index <= word.index or owner.upos == "NUM" or owned.upos != "NOUN":
            return False
        if owner.index != word.index + 1 and owner.upos == "ADJ":
            return False
        relative = clauses.lower(owner) in _WHOSE
        if (owned.index < word.index) == relative:
            return False
        if any(w.upos in ("ADP", "VERB") for w in clauses.between(parse, word, owner)):
            return False
        if owner.deprel == "conj" or any(
            clauses.lower(w) in _JOINTS for w in clauses.before(parse, word)
        ):
            return False
        if not all(self._owns(w) for w in (owner, *clauses.after(parse, word))):
            return False
        return relative or not self._has_other(parse, word, owned)

    @staticmethod
    def _owns(word: Word) -> bool:
        """Whether the word is a genitive; "a trei copii" has none."""
        seen = profile(word.text).nominal | clauses.pronominal(clauses.lower(word))
        fits = word.upos == "PROPN" or word.lemma in _POSSESSIVES or bool(seen & OBLIQUE)
        return fits and word.upos != "NUM"

    @staticmethod
    def _has_other(parse: Parse, word: Word, owned: Word) -> bool:
        """Whether another noun before the article agrees with it."""
        fits = ADJECTIVAL[_AL[word.text]]
        above = list(clauses.ancestors(parse, owned))
        others = {*range(owned.index + 1, word.index), *(w.index for w in above)}
        others |= {index for w in above for index in parse.children(w.index)}
        found = (parse.words[index] for index in others - {owned.index} if index < word.index)
        return any(
            spread(clauses.standing(w) or ANY) & fits for w in found if w.upos in clauses.NOMINAL
        )


class RelativeClitic(TreeCheck):
    """A pronoun that does not agree with what it takes up: "legile pe care l-au votat"."""

    name = "grammar.relative-clitic"
    confidence = 0.8

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            pe = [clauses.lower(w) for w in clauses.before(parse, word)] == ["pe"]
            if word.lemma != "care" or word.upos != "PRON" or not pe:
                continue
            clause = parse.words[word.head]
            antecedent = parse.words[clause.head]
            if not clause.deprel.startswith("acl") or antecedent.index > word.index:
                continue
            taken_up = self._clitic(parse, word, clause)
            mask = clauses.meant(parse, antecedent, word)
            if taken_up is None or not mask or mask & clauses.weak(taken_up):
                continue
            english, romanian = named(antecedent, spread(clauses.nominal(antecedent)))
            message = Message(
                f"“{taken_up.text}” does not agree with {english}, which it takes up.",
                f"„{taken_up.text}” nu se acordă cu {romanian}, pe care îl reia.",
            )
            yield self.issue(view, taken_up.start, taken_up.end, message)

    @staticmethod
    def _clitic(parse: Parse, word: Word, clause: Word) -> Word | None:
        """The one unstressed pronoun of the clause, if it is an accusative."""
        found = [parse.words[index] for index in parse.children(clause.index)]
        found = [w for w in found if w.get("Strength") == "Weak" and w.index > word.index]
        return found[0] if len(found) == 1 and clauses.weak(found[0]) else None


#: What stands before dintre, masculine and feminine; neuters go with the masculine singular and
#: the feminine plural.
_ONE = "unul una|niciunul niciuna|vreunul vreuna|primul prima|ultimul ultima|acela aceea"
_MANY = "unii unele|mulți multe|câțiva câteva|puțini puține|alții altele|doi două|toți toate"
_PAIRS = [
    (*pair.split(), number) for said, number in ((_ONE, "s"), (_MANY, "p"))
    for pair in said.split("|")
]  # fmt: skip
#: Form to the genders that it goes with and the form for the others.
_PARTITIVE = {
    form: row
    for masculine, feminine, number in _PAIRS
    for form, row in (
        (masculine, ("mn" if number == "s" else "m", feminine)),
        (feminine, ("f" if number == "s" else "nf", masculine)),
    )
}


class Partitive(TreeCheck):
    """One of many, in another gender than they: "una dintre motive", "mulți dintre păsări"."""

    name = "grammar.partitive"
    confidence = 0.9

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            genders, other = _PARTITIVE.get(clauses.lower(word), ("", ""))
            if not genders or [clauses.lower(w) for w in clauses.after(parse, word)] != ["dintre"]:
                continue
            for noun in clauses.children(parse, word, "nmod"):
                many = clauses.nominal(noun) & PLURAL
                near = 0 < noun.index - word.index <= 5 and noun.upos == "NOUN"
                joined = any(clauses.children(parse, noun, "conj"))
                if not many or not near or joined or not inflects(noun):
                    continue
                if not many & cells(genders):
                    english, romanian = named(noun, many)
                    message = Message(
                        f"“{word.text}” is not in the gender of {english}.",
                        f"„{word.text}” nu are genul lui {romanian}.",
                    )
                    suggestion = as_written(word.text, other)
                    yield self.issue(view, word.start, word.end, message, suggestion)


CHECKS = (PossessiveArticle, RelativeClitic, Partitive)
