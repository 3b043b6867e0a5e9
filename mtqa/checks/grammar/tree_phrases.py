"""The noun and what belongs to it in the tree: adjectives, participles, determiners, ``al``."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge.handmade import word_set
from mtqa.knowledge.spelling import comma
from mtqa.languages.ro import clauses, determiners
from mtqa.languages.ro.agreement import ADJECTIVAL, ANY, OBLIQUE, PLURAL, SINGULAR, profile, spread
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue


_OPENS = frozenset("care unde ce când cum că să dacă și".split())


_LONG = frozenset("acesta aceasta aceștia acestea acela aceea aceia acelea".split())


def noun_fits(word: Word) -> bool:
    """Whether the dictionary's word for a noun can be relied on."""
    seen = profile(word.text)
    lower = word.text.lower()
    return not (
        lower.endswith("toare")
        or lower in word_set("collectives", "unsure")
        or (lower.endswith("ii") and seen.noun == seen.noun_definite)
        or "-" in lower
        or not word.text.islower() and not word.text[0].isupper()
    )


def _speaks(seen, word) -> bool:
    return seen.finite and word.upos == "ADJ" and any(p == 3 for p, _ in clauses._finite(comma(word.text.lower())))


def _adverbial(parse: Parse, head: Word) -> bool:
    """Whether the noun is part of an adverb: ``în esență``, ``prin excelență``."""
    seen = profile(head.text)
    if seen.adjective and not seen.noun_definite and head.text.islower():
        return True
    return clauses.governed(parse, head) and parse.words[head.index - 1].upos == "ADP" and bool(seen.noun & ~seen.noun_definite & SINGULAR) and head.get("Definite") != "Def"


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
        if not noun_fits(head):
            return False
        if word.deprel == "det":
            if comma(word.text.lower()) in _LONG and word.index < head.index:
                return False
            if word.lemma == "cel" and parse.words[word.index + 1].text.lower() in ("mult", "puțin"):
                return False
            after = parse.words[word.index + 1]
            if word.lemma == "cel" and after.upos not in ("ADJ", "NUM", "NOUN") and after.text.lower() != "mai":
                return False
            if word.upos != "DET" and comma(word.text.lower()) not in determiners.CELLS:
                return False
            return word.lemma not in ("al", "lui", "care", "ce", "niște") and "Poss" not in word.feats
        if word.deprel == "nummod":
            return 0 < head.index - word.index < 3 and comma(word.text.lower()) in determiners.CELLS
        seen = profile(word.text)
        if word.index > head.index and (_speaks(seen, word) or word.lemma in ("singur", "maori", "maor")):
            return False
        if word.index > head.index and _adverbial(parse, head):
            return False
        far = abs(word.index - head.index) > 1
        if seen.noun and far:
            return False
        if word.index > head.index and clauses.adjectival(word) & ~clauses.PLURAL & ADJECTIVAL["m", "s"] and (far or "adverb" in seen.pos):
            return False
        if word.deprel == "amod" and word.index > head.index and parse.words[word.index - 1].upos == "ADP":
            return False
        if word.deprel == "amod":
            if word.upos == "ADV":
                return word.index + 1 == head.index and word.lemma in ("suficient", "destul")
            return word.upos in ("ADJ", "VERB", "DET") and word.text.islower()
        if word.deprel.startswith("acl"):
            if word.index < head.index or parse.words[word.index - 1].text == "," or any(clauses.children(parse, word, "cop")):
                return False
            before = {w.text.lower() for w in parse.words[max(0, word.index - 4) : word.index]}
            if (profile(word.text).finite and before & _OPENS) or parse.words[word.index - 1].upos == "ADP":
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
        if word.index > head.index and lone & PLURAL and any(w.text.lower() in ("și", "sau", "ori") for w in parse.words[max(0, head.index - 5):word.index]):
            return True
        sentence = clauses.sentence(parse, word)
        between = parse.words[min(word.index, head.index) + 1 : max(word.index, head.index)]
        if any(w.text in ":;-–—" for w in between):
            return True
        if word.index < head.index and any(w.upos in ("ADP", "VERB", "PUNCT") for w in between):
            return True
        if head.lemma in word_set("collectives", "quantity") and word.index > head.index:
            return True
        if head.lemma in word_set("collectives", "weekday") or word.lemma in word_set("collectives", "one form"):
            return True
        if word.lemma == "tot" and head.get("Definite") != "Def":
            return True
        if word.index > head.index and not lone & PLURAL and word.index + 1 < sentence[1] and parse.words[word.index + 1].text.lower() in ("și", ","):
            if clauses.nominal(head) & PLURAL:
                return True
        if word.index < head.index:
            others = {*range(word.index + 1, min(head.index + 2, sentence[1]))}
            if word.index > sentence[0] and word.upos not in ("DET", "NUM"):
                others |= {*range(max(sentence[0], word.index - 3), word.index)}
        else:
            above = [w for w in clauses.ancestors(parse, head) if not clauses.persons(parse, w)]
            others = {*range(head.index + 1, word.index), *(w.index for w in above)}
            others |= {i for w in above for i in parse.children(w.index) if i < word.index}
            others |= {i for i in (word.index + 1,) if i < sentence[1]}
        return any(_may_be(parse.words[i], lone) for i in others - {word.index, head.index})


def _may_be(word: Word, cells: int) -> bool:
    """Whether a word of these cells may belong to the word."""
    if word.upos in clauses.NOMINAL:
        seen = clauses.nominal(word) or clauses.pronominal(comma(word.text.lower()))
        return bool(spread(seen or ANY) & cells) if seen or word.upos in ("PROPN", "NOUN") else False
    seen = profile(word.text)
    return word.get("VerbForm") != "Fin" and bool(spread(seen.noun) & cells)


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
            cell = _AL.get(word.text)
            if cell is None or word.lemma != "al" or word.upos != "DET":
                continue
            owner = parse.words[word.head]
            if owner.index != word.index + 1 and owner.upos in ("NUM", "ADJ"):
                continue
            if not (profile(owner.text).noun & OBLIQUE or clauses.pronominal(comma(owner.text.lower())) & OBLIQUE or owner.upos == "PROPN"):
                continue
            after = parse.words[word.index + 1]
            if after.upos == "NUM" or not (after.upos == "PROPN" or (profile(after.text).nominal | clauses.pronominal(comma(after.text.lower()))) & OBLIQUE or after.lemma in ("său", "meu", "tău", "nostru", "vostru", "lui")):
                continue
            if owner.deprel == "conj" or parse.words[word.index - 1].text.lower() in ("și", "sau", ",", "dar", "ori", "ci"):
                continue
            if any(w.upos in ("ADP", "VERB") for w in parse.words[word.index:owner.index]):
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
