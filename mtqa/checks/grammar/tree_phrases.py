"""The noun and what belongs to it in the tree: adjectives, participles, determiners."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.tree import agreeing, as_written, named
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import clauses, determiners
from mtqa.languages.ro.agreement import ADJECTIVAL, PLURAL, SINGULAR, cells, profile, spread
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue

_AND = frozenset(("și", "sau", "ori"))
#: Words that open a clause, in which a participle may be a verb (țara din care veniți).
_OPENERS = frozenset("care unde ce când cum că să dacă și".split())
#: Demonstratives that stand behind their noun.
_LONG = frozenset("acesta aceasta aceștia acestea acela aceea aceia acelea".split())
_ALL = {"toți": cells("m", "p"), "toate": cells("nf", "p"), "toată": cells("f", "s")}
_NO_DETERMINERS = frozenset("al lui care ce niște".split())


def inflects(word: Word) -> bool:
    """Whether the dictionary's gender and number of a noun can be relied on."""
    form, seen = clauses.lower(word), profile(word.text)
    gapped = form.endswith("ii") and seen.noun == seen.noun_definite  # filosofii, for filosofie
    written = word.text.islower() or word.text[0].isupper()
    unsure = form in word_set("agreement", "unsure") or "-" in form or form.endswith("toare")
    return written and not unsure and not gapped


class Attribute(TreeCheck):
    """An adjective, participle, determiner or numeral that does not agree with its noun.

    At any distance, before or behind the noun: "o viraj lungă", "oameni de știință americane".
    Silent where another noun agrees that it may belong to.
    """

    name = "grammar.attribute"
    confidence = 0.8

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            noun = self._noun(parse, word)
            wanted = _wanted(word) if noun else 0
            mask = clauses.nominal(noun) if noun else 0
            if not noun or not wanted or not mask:
                continue
            if wanted & mask or not self._is_judged(parse, word, noun):
                continue
            if not _may_differ(parse, word, noun, spread(wanted)):
                yield self._report(view, word, noun, mask)

    @staticmethod
    def _noun(parse: Parse, word: Word) -> Word | None:
        """The noun that a word belongs to: that of the adjective for cel mai mare."""
        head = parse.words[word.head]
        if word.deprel == "det" and word.lemma == "cel" and head.deprel == "amod":
            head = parse.words[head.head]
        fits = head.upos == "NOUN" and head.index != word.index and inflects(head)
        fits &= head.text.islower() or head.index == clauses.sentence(parse, head)[0]
        return head if fits and not clauses.leans(parse, head) else None

    def _is_judged(self, parse: Parse, word: Word, noun: Word) -> bool:
        if clauses.leans(parse, word):
            return False
        if noun.lemma in word_set("agreement", "adverbial") and clauses.governed(parse, noun):
            return False
        if word.deprel == "det":
            return self._is_determiner(parse, word, noun)
        if word.deprel == "nummod":
            near = 0 < noun.index - word.index < 3
            return near and clauses.lower(word) in determiners.CELLS
        if word.deprel == "amod" and word.upos == "ADV":
            return word.index + 1 == noun.index and word.lemma in ("suficient", "destul")
        return self._is_adjective(parse, word, noun)

    @staticmethod
    def _is_determiner(parse: Parse, word: Word, noun: Word) -> bool:
        form = clauses.lower(word)
        if word.upos != "DET" and form not in determiners.CELLS:
            return False
        if word.lemma in _NO_DETERMINERS or "Poss" in word.feats:
            return False
        if (form in _LONG) == (word.index < noun.index):
            return False
        if word.lemma == "cel":  # cel mult, cel târziu
            follows = clauses.after(parse, word)
            return any(
                w.upos in ("ADJ", "NUM", "NOUN") or clauses.lower(w) == "mai" for w in follows
            ) and not any(clauses.lower(w) in ("mult", "puțin") for w in follows)
        return True

    @staticmethod
    def _is_adjective(parse: Parse, word: Word, noun: Word) -> bool:
        """Whether the word can be nothing but an adjective or participle of the noun."""
        seen, behind = profile(word.text), word.index > noun.index
        far = abs(word.index - noun.index) > 1
        if (seen.noun and far) or not word.text.islower():
            return False
        if any(clauses.children(parse, word, "det")) and not behind:
            return False  # o necunoscută
        governed = any(w.upos == "ADP" for w in clauses.before(parse, word))
        if not behind:
            adverb = governed and not seen.adjective_definite  # în prealabil căutări
            return word.deprel == "amod" and word.upos in ("ADJ", "VERB", "DET") and not adverb
        as_adverb = bool(clauses.adjectival(word) & SINGULAR & ADJECTIVAL["m", "s"])
        as_adverb = as_adverb and (far or "adverb" in seen.pos)
        verb = word.upos == "ADJ" and any(p == 3 for p, _ in clauses.finite(clauses.lower(word)))
        if as_adverb or verb or governed or _in_adverb(parse, noun):
            return False
        if word.deprel == "amod":
            return word.upos in ("ADJ", "VERB", "DET")
        return word.deprel.startswith("acl") and _is_participle(parse, word)

    def _report(self, view: View, word: Word, noun: Word, mask: int) -> Issue:
        english, romanian = named(noun, mask)
        message = Message(
            f"“{word.text}” does not agree with {english} in gender, number or case.",
            f"„{word.text}” nu se acordă cu {romanian} în gen, număr sau caz.",
        )
        form = clauses.lower(word)
        likely = mask & clauses.tagged(noun) or mask
        found = determiners.other_form(form, likely) if form in determiners.CELLS else None
        suggestion = as_written(word.text, found) if found else agreeing(word, likely)
        return self.issue(view, word.start, word.end, message, suggestion)


def _wanted(word: Word) -> int:
    """The cells of nouns that a word goes with; 0 where the dictionary does not know it.

    The tagger is heard too, for the dictionary has gaps, but not of articles and the like.
    """
    form = clauses.lower(word)
    known = determiners.CELLS.get(form) or _ALL.get(form)
    found = known or clauses.adjectival(word)
    return found if known or not found else found | clauses.tagged(word)


def _is_participle(parse: Parse, word: Word) -> bool:
    """Whether a clause of a noun is but a participle or adjective, right behind it."""
    if clauses.subjects(parse, word) or clauses.persons(parse, word):
        return False
    if [w.text for w in clauses.before(parse, word)] == [","]:
        return False
    opened = {clauses.lower(w) for w in clauses.before(parse, word, 4)} & _OPENERS
    if (profile(word.text).finite and opened) or any(clauses.children(parse, word, "cop")):
        return False
    return word.upos == "ADJ" or (word.upos == "VERB" and word.get("VerbForm") == "Part")


def _in_adverb(parse: Parse, noun: Word) -> bool:
    """Whether the noun is part of an adverb (în esență, prin excelență) or is one (potențial)."""
    seen = profile(noun.text)
    if seen.adjective and not seen.noun_definite and noun.text.islower():
        return True
    bare = bool(seen.noun & ~seen.noun_definite & SINGULAR) and noun.get("Definite") != "Def"
    return bare and any(w.upos == "ADP" for w in clauses.before(parse, noun))


def _may_differ(parse: Parse, word: Word, noun: Word, wanted: int) -> bool:
    """Whether the two need not agree: another noun does, or the word sums several up."""
    inside, behind = clauses.between(parse, word, noun), word.index > noun.index
    first, last = clauses.sentence(parse, word)
    if any(w.text in ":;-–—" for w in inside):
        return True
    if {noun.lemma, word.lemma, clauses.lower(word)} & (
        word_set("agreement", "weekday") | word_set("agreement", "one form")
    ):
        return True
    if not behind:
        if any(w.upos in ("ADP", "VERB", "PUNCT") or clauses.lower(w) in _AND for w in inside):
            return True
        if word.lemma == "tot" and noun.get("Definite") != "Def":
            return True
        if word.lemma in ("ambii", "amândoi") and clauses.summed(parse.words[first : word.index]):
            return True
        others = {*range(word.index + 1, min(noun.index + 2, last))}
        if word.upos not in ("DET", "NUM"):
            others |= {*range(max(first, word.index - 3), word.index)}
    else:
        if any(w.text == "," for w in inside) or _is_adverb(parse, word, noun):
            return True
        if _sums_up(parse, word, noun, wanted):
            return True
        above = [w for w in clauses.ancestors(parse, noun) if not clauses.persons(parse, w)]
        others = {*(w.index for w in (*inside, *above))}
        others |= {i for w in above for i in parse.children(w.index) if i < word.index}
        others |= {w.index for w in clauses.after(parse, word)}
    return any(_may_have(parse.words[i], wanted) for i in others - {word.index, noun.index})


def _is_adverb(parse: Parse, word: Word, noun: Word) -> bool:
    """Whether the word may describe the adjective behind it: o lume geologic activă."""
    masculine = profile(word.text).adjective & SINGULAR & ADJECTIVAL["m", "s"]
    if [clauses.lower(w) for w in clauses.after(parse, word)] == ["cu"]:
        return bool(masculine)  # pisici alb cu negru
    return bool(masculine) and any(
        w.upos in ("ADJ", "VERB") and clauses.adjectival(w) & clauses.nominal(noun)
        for w in clauses.after(parse, word)
    )


def _sums_up(parse: Parse, word: Word, noun: Word, wanted: int) -> bool:
    """Whether the word may describe several nouns, or one of those that the noun stands for."""
    if noun.lemma in word_set("agreement", "quantity"):
        return True
    if not wanted & ~PLURAL and (
        noun.deprel == "conj" or any(clauses.children(parse, noun, "conj"))
    ):
        return True
    near = parse.words[max(0, noun.index - 5) : word.index]
    if wanted & PLURAL and any(clauses.lower(w) in _AND for w in near):
        return True
    # zonele centrală și de sud
    shared = [clauses.lower(w) for w in clauses.after(parse, word)] in (["și"], [","])
    return shared and not wanted & PLURAL and bool(clauses.nominal(noun) & PLURAL)


def _may_have(word: Word, cells: int) -> bool:
    """Whether a word of these cells may belong to the word."""
    if word.upos in clauses.NOMINAL:
        seen = clauses.standing(word)
        unknown = word.upos in ("PROPN", "NOUN") and not seen
        return unknown or bool(spread(seen) & cells)
    if word.upos not in ("ADJ", "VERB") or word.get("VerbForm") == "Fin":
        return False
    return bool(spread(profile(word.text).noun) & cells)


__all__ = ["CHECKS", "Attribute", "inflects"]

CHECKS = (Attribute,)
