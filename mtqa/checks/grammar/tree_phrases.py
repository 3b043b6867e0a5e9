"""The noun and what belongs to it in the tree: adjectives, participles, determiners, ``al``."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge.spelling import comma
from mtqa.languages.ro import clauses, determiners
from mtqa.languages.ro.agreement import ADJECTIVAL, PLURAL, profile, spread
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue


class Attribute(Check):
    """An adjective, participle, determiner or numeral that does not agree with its noun."""

    name = "grammar.attribute"
    category = "grammar"
    confidence = 0.8
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for word in parse.words:
            head = parse.words[word.head]
            if word.deprel == "det" and head.upos in ("ADJ", "NUM") and word.lemma == "cel" and head.deprel == "amod":
                head = parse.words[head.head]
            if not self._judged(parse, word, head):
                continue
            wanted = clauses.adjectival(word)
            noun = clauses.nominal(head)
            if not wanted or not noun:
                continue
            wanted |= clauses.tagged(word)
            if wanted & noun:
                continue
            kind = "case" if spread(wanted) & spread(noun) else "gn"
            if self._excused(parse, word, head, wanted):
                continue
            message = Message(
                f"“{word.text}” does not agree with “{head.text}” in gender, number or case.",
                f"„{word.text}” nu se acordă cu „{head.text}” în gen, număr sau caz.",
            )
            row = f"{word.upos} {word.deprel} {kind} {'pre' if word.index < head.index else 'post'} {min(3,abs(word.index-head.index))}"
            yield self.issue(view, word.start, word.end, message, row=row)

    @staticmethod
    def _judged(parse: Parse, word: Word, head: Word) -> bool:
        if head.upos != "NOUN" or head.index == word.index or clauses.leans(parse, head):
            return False
        if clauses.leans(parse, word) or (head.lemma in ("mod", "fel", "parte", "chip", "măsură") and clauses.governed(parse, head)):
            return False
        if word.lemma in ("ambii", "amândoi") and clauses.summed(parse, clauses.sentence(parse, word)[0], word.index):
            return False
        if word.deprel == "det":
            if word.upos != "DET" and comma(word.text.lower()) not in determiners.CELLS:
                return False
            return word.lemma not in ("al", "lui", "care", "ce", "niște") and "Poss" not in word.feats
        if word.deprel == "nummod":
            return word.index < head.index
        seen = profile(word.text)
        far = abs(word.index - head.index) > 1
        if seen.noun and far:
            return False
        if word.index > head.index and clauses.adjectival(word) & ~clauses.PLURAL & ADJECTIVAL["m", "s"] and (far or "adverb" in seen.pos):
            return False
        if word.deprel == "amod":
            return word.upos in ("ADJ", "VERB", "DET") and word.text.islower()
        if word.deprel.startswith("acl"):
            if profile(word.text).finite or parse.words[word.index - 1].upos == "ADP":
                return False
            if clauses.subjects(parse, word) or clauses.persons(parse, word):
                return False
            return word.upos == "ADJ" or (word.upos == "VERB" and word.get("VerbForm") == "Part")
        return False

    @staticmethod
    def _excused(parse: Parse, word: Word, head: Word, wanted: int) -> bool:
        lone = spread(wanted)
        if not lone & ~PLURAL and (clauses.conjuncts(parse, head) or head.deprel == "conj"):
            return True
        near = range(min(word.index, head.index), max(word.index, head.index) + 1)
        others = {*near, *(w.index for w in clauses.ancestors(parse, head))}
        others |= {i for w in clauses.ancestors(parse, head) for i in parse.children(w.index)}
        others |= {word.index - 1, word.index + 1} if word.index + 1 < len(parse.words) else set()
        for other in clauses.ancestors(parse, head):
            if spread(profile(other.text).nominal) & lone and other.get("VerbForm") != "Fin":
                return True
        for index in others - {word.index, head.index}:
            other = parse.words[index]
            if other.upos in clauses.NOMINAL:
                seen = clauses.nominal(other) or clauses.pronominal(other.text.lower())
                if other.upos == "PROPN" and not seen:
                    seen = wanted
                if spread(seen) & lone:
                    return True
        return False


_AL = {"al": ("m", "s"), "a": ("f", "s"), "ai": ("m", "p"), "ale": ("f", "p")}
_CARUI = frozenset(("cărui", "cărei", "căror", "căruia", "căreia", "cărora"))


class PossessiveArticle(Check):
    """``al``, ``a``, ``ai``, ``ale`` that does not agree with what is owned: "casele al vecinului"."""

    name = "grammar.possessive-article"
    category = "grammar"
    confidence = 0.8
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for word in parse.words:
            cell = _AL.get(word.text.lower())
            if cell is None or word.lemma != "al" or word.upos != "DET":
                continue
            owner = parse.words[word.head]
            if owner.index != word.index + 1 and owner.upos in ("NUM", "ADJ"):
                continue
            if owner.upos == "NUM" or owner.index <= word.index:
                continue
            owned = parse.words[owner.head]
            relative = comma(owner.text.lower()) in _CARUI
            if owned.upos != "NOUN" or (owned.index < word.index) == relative:
                continue
            mask = spread(clauses.nominal(owned))
            if not mask:
                continue
            mask |= spread(clauses.tagged(owned))
            if mask & ADJECTIVAL[cell]:
                continue
            if not relative and self._other(parse, word, owned, ADJECTIVAL[cell]):
                continue
            message = Message(
                f"“{word.text}” does not agree with “{owned.text}”.",
                f"„{word.text}” nu se acordă cu „{owned.text}”.",
            )
            yield self.issue(view, word.start, word.end, message, row=f"{'care' if relative else ''} {min(4,abs(word.index-owned.index))}")

    @staticmethod
    def _other(parse: Parse, word: Word, owned: Word, mask: int) -> bool:
        others = {*range(owned.index, word.index), *(w.index for w in clauses.ancestors(parse, owned))}
        others |= {i for w in clauses.ancestors(parse, owned) for i in parse.children(w.index)}
        for index in others:
            other = parse.words[index]
            if index < word.index and index != owned.index and other.upos in clauses.NOMINAL:
                seen = clauses.nominal(other) or clauses.pronominal(other.text.lower())
                if spread(seen or mask) & mask:
                    return True
        return False


class RelativeClitic(Check):
    """The pronoun after ``pe care`` that does not agree with the noun before: "legile pe care l-au votat"."""

    name = "grammar.relative-clitic"
    category = "grammar"
    confidence = 0.8
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return
        for word in parse.words:
            if word.lemma != "care" or word.upos != "PRON" or not word.index:
                continue
            if parse.words[word.index - 1].text.lower() != "pe":
                continue
            clause = parse.words[word.head]
            weak = [parse.words[i] for i in parse.children(clause.index) if parse.words[i].get("Strength") == "Weak" and i > word.index]
            if len(weak) != 1 or not clauses.weak(weak[0]):
                continue
            mask = clauses.weak(weak[0])
            found = clauses.antecedents(parse, word, clause)
            if not found:
                continue
            seen = [spread(clauses.nominal(w)) for w in found]
            if not all(seen) or any(one & mask for one in seen):
                continue
            if any(clauses.conjuncts(parse, w) or w.deprel == "conj" for w in found) and mask & PLURAL:
                continue
            message = Message(
                f"“{weak[0].text}” does not agree with “{found[0].text}”, which it takes up.",
                f"„{weak[0].text}” nu se acordă cu „{found[0].text}”, pe care îl reia.",
            )
            yield self.issue(view, weak[0].start, weak[0].end, message, row=str(len(found)))


CHECKS = (Attribute, PossessiveArticle, RelativeClitic)
