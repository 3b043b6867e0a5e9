"""Nouns with an article too many or too few, as the tree shows what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.treewise import TreeCheck
from mtqa.knowledge import romanian
from mtqa.languages.ro.agreement import DIRECT, OBLIQUE, PLURAL, profile
from mtqa.languages.ro.parse import Parse, Word
from mtqa.languages.ro.reinflect import form_of
from mtqa.languages.ro.tree import dependents, is_finite, lower, neighbour, opens_sentence
from mtqa.model import Issue

_NO_MODIFIERS = frozenset(("case", "punct", "cc", "fixed"))


def _with_article(form: str, definite: bool) -> str | None:
    """A noun with or without its article, in its number; None where the dictionary cannot tell."""
    readings = [a for a in romanian().analyses(form) if a.pos == "noun" and a.case == "direct"]
    made = {form_of(a.lemma, ((a.number, "direct", definite),)) for a in readings} - {None}
    return made.pop() if len(made) == 1 else None


class ArticleWithoutModifier(TreeCheck):
    """A noun with the article after a preposition, where nothing describes it: "aruncă în urna".

    The tree shows that no genitive, adjective or clause belongs to the noun. What follows must be
    the end of the clause or a verb, as a modifier may hide behind an "și" or a preposition. After
    "pe" masculines are left alone: they may be persons.
    """

    name = "grammar.needless-article"
    confidence = 0.75
    category = "grammar"

    _PREPOSITIONS = frozenset(
        "în la pe din spre sub prin către despre pentru după fără peste lângă".split()
    )
    _UNIQUE = frozenset(
        "restul mass-media media anul dracul totul dreapta stânga mama tata".split()
    )
    _ENDS = frozenset(".;!?,")
    _CLAUSE = frozenset(("AUX", "SCONJ", "PART"))
    #: Nouns that a clause explains, whatever the parser makes of it.
    _EXPLAINED = frozenset("că ca dacă să".split())

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        for word in parse.words:
            before = neighbour(parse, word, -1)
            if before is None or lower(before) not in self._PREPOSITIONS or before.upos != "ADP":
                continue
            if self._is_bare(parse, word, before) and self._ends(parse, word):
                bare = _with_article(word.text, False)
                shown = f": “{before.text} {bare}”" if bare else ""
                message = Message(
                    f"No article on “{word.text}”, as nothing describes it{shown}.",
                    f"„{word.text}” nu se articulează după prepoziție, fiindcă nu are "
                    f"determinare{shown.replace('“', '„')}.",
                )
                suggestion = f"{before.text} {bare}" if bare else None
                yield self.issue(view, before.start, word.end, message, suggestion)

    def _is_bare(self, parse: Parse, word: Word, preposition: Word) -> bool:
        """Whether the word can only be a noun with the article, and nothing belongs to it."""
        if word.upos != "NOUN" or not word.text.islower() or word.text in self._UNIQUE:
            return False
        seen = profile(word.text)
        masculine = any(a.gender == "m" for a in romanian().analyses(word.text))
        return (
            seen.articled
            and not (lower(preposition) == "pe" and masculine)
            and word.deprel not in ("conj", "fixed")
            and all(child.deprel in _NO_MODIFIERS for child in dependents(parse, word))
        )

    def _ends(self, parse: Parse, word: Word) -> bool:
        """Whether the clause ends after the word, or its verb follows."""
        after = neighbour(parse, word)
        if after is None:
            return True
        if after.start == word.end and after.text[0] not in self._ENDS:
            return False
        before = neighbour(parse, word, -1)
        opens = before is not None and opens_sentence(parse, before)
        if after.text == "," and self._may_share(parse, after, opens):
            return False
        if after.text in self._ENDS or after.upos in self._CLAUSE:
            return lower(after) not in self._EXPLAINED
        following = neighbour(parse, after)
        if lower(after) in ("și", "dar", "iar"):
            return following is not None and _is_verbal(following)
        return after.upos == "VERB" and after.get("VerbForm") == "Fin"

    @staticmethod
    def _may_share(parse: Parse, comma: Word, opens: bool) -> bool:
        """Whether nouns may follow the comma that share what describes them.

        Args:
            comma: the comma.
            opens: the phrase before it opens the sentence, so that its subject may follow.
        """
        after = neighbour(parse, comma)
        if after is not None and after.deprel.startswith("nsubj") and opens:
            return False
        return after is None or after.upos in ("NOUN", "ADP", "ADJ", "DET", "NUM", "PRON")


def _is_verbal(word: Word) -> bool:
    return word.upos == "AUX" or (word.upos == "VERB" and word.get("VerbForm") == "Fin")


class BareSubject(TreeCheck):
    """A singular subject before its verb without article or determiner: "Golf este un joc".

    Judged at the beginning of a clause; plurals (Surse din guvern spun), names, coordinated nouns
    headlines and what is said of a word itself are left alone.
    """

    name = "grammar.bare-subject"
    confidence = 0.7
    category = "grammar"

    _BEFORE = frozenset(",;:„“")
    _DETERMINED = frozenset(("conj", "det", "nummod", "acl", "appos", "flat"))
    #: Quantities and fixed phrases: parte dintre ei au plecat, timp de trei ani a locuit.
    _FREE = frozenset("parte număr vorbă timp vreme lume dumnezeu cineva nimic prioritate".split())

    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        headlines = [(line.start, line.end) for line in view.target.lines if line.headline]
        for word in parse.words:
            if any(start <= word.start < end for start, end in headlines):
                continue  # Tren francez deraiază
            if word.deprel not in ("nsubj", "nsubj:pass") or word.upos not in ("NOUN", "PROPN"):
                continue
            if not self._is_bare(parse, word) or not self._opens(parse, word):
                continue
            verb = parse.words[word.head]
            right = _with_article(lower(word), True)
            if right is None or verb.index < word.index or not is_finite(parse, verb):
                continue
            if self._may_be_name(parse, word, verb) or verb.lemma == "însemna":
                continue
            right = right.capitalize() if word.text[0].isupper() else right
            message = Message(
                f"A subject before its verb wants the article: “{right}”.",
                f"Subiectul dinaintea verbului se articulează: „{right}”.",
            )
            yield self.issue(view, word.start, word.end, message, right)

    def _is_bare(self, parse: Parse, word: Word) -> bool:
        form = lower(word)
        seen = profile(form)
        if not seen.noun & DIRECT or seen.noun & PLURAL & DIRECT or seen.noun_definite:
            return False
        if not seen.only_noun or form in self._FREE or seen.noun & OBLIQUE & PLURAL:
            return False
        if any(a.proper for one in (form, form.capitalize()) for a in romanian().analyses(one)):
            return False
        after = neighbour(parse, word)
        if after is None or not after.text.islower() or after.start == word.end:
            return False
        return all(
            child.index > word.index and child.deprel not in self._DETERMINED
            for child in dependents(parse, word)
            if child.deprel not in ("punct", "cc")
        )

    @staticmethod
    def _may_be_name(parse: Parse, word: Word, verb: Word) -> bool:
        """Whether a capital may be a surname's (Ring a anunțat), or a heading's before a colon."""
        between = parse.words[word.index + 1 : verb.index]
        if any(one.text == ":" for one in between):
            return True
        described = any(child.deprel == "amod" for child in dependents(parse, word))
        is_thing = any(lower(child) in _IS for child in dependents(parse, verb, "cop"))
        return word.text[0].isupper() and not (
            word.text.endswith("ă") or described or is_thing or lower(verb) in _IS
        )

    def _opens(self, parse: Parse, word: Word) -> bool:
        """Whether a clause begins with the word."""
        if opens_sentence(parse, word):
            return word.text[1:].islower()
        before = neighbour(parse, word, -1)
        if before is None or not word.text.islower():
            return False
        return before.upos in ("CCONJ", "SCONJ") or before.text in self._BEFORE


_IS = frozenset(("este", "e", "sunt"))


CHECKS = (ArticleWithoutModifier, BareSubject)
