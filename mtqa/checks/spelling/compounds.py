"""Compounds whose hyphen is missing, or that are written apart: "nord coreean", "întrun"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.common.memory import WORDS
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import rows, word_set
from mtqa.languages.ro.agreement import Word, WordList
from mtqa.languages.ro.nationalities import nationality_forms
from mtqa.languages.ro.quotations import in_quotes
from mtqa.model import Issue

_POINTS = frozenset(["nord", "sud", "est", "vest"])
#: A country's name that ends in a point may stand before: din Coreea de Nord.
_BEFORE_POINT = frozenset(["de", "din", "la"])
_WHERE = frozenset(["către", "din", "dinspre", "în", "la", "prin", "spre"])


@lru_cache(maxsize=32)
def _halves(kind: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The rows of a kind: their first and their second halves."""
    return tuple(
        (frozenset(row["first"].split("|")), frozenset(row["second"].split("|")))
        for row in rows("compounds")
        if row["kind"] == kind
    )


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], str]:
    """What is written in place of a compound, by its words."""
    return {
        tuple(row["first"].split()): row["second"]
        for row in rows("compounds")
        if row["kind"] == "phrase"
    }


@lru_cache(maxsize=2)
def _prefixes(how: str) -> frozenset[str]:
    return frozenset(w for first, second in _halves("prefix") if how in first for w in second)


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    """The words, in lower case, that a compound may begin with: all others are passed by."""
    firsts = {word for kind in ("hyphen", "joined") for first, _ in _halves(kind) for word in first}
    return frozenset(firsts | _POINTS | {"ex", "prim"} | _prefixes("apart"))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(word for first, _ in _halves("inflected") for word in first)


@lru_cache(maxsize=WORDS)
def _may_open(form: str) -> bool:
    """Whether a compound may begin with the word, in lower case."""
    if form in _firsts() or form in _openings() or (form.endswith("o") and len(form) > 3):
        return True
    return not _heads().isdisjoint((form, *romanian().lemmas(form)))


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The first words of phrases."""
    return frozenset(words[0] for words in _phrases())


class Compound(WordCheck):
    """A compound without its hyphen, or written apart: "nord coreean", "ex ministru", "întrun".

    Names of parties and bodies keep the spelling that they have.
    """

    name = "spelling.compound"
    category = "spelling"
    severity = "minor"
    confidence = 0.85

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        end = 0
        for index, word in enumerate(text):
            if word.start < end or not _may_open(word.lower):
                continue  # or it is the second half of what was found: sud est asiatic
            found = self._phrase(text, index) or self._pair(text, index, word)
            if found is not None:
                last, right = found
                start, end = word.start, text[last].end
                if last > index and in_quotes(text.text, start) and word.text.istitle():
                    continue
                message = Message(f"Written “{right}”.", f"Se scrie „{right}”.")
                yield self.issue(view, start, end, message, right)

    @staticmethod
    def _phrase(text: WordList, index: int) -> tuple[int, str] | None:
        """A phrase of the table that begins here: its last word and what it should read."""
        for size in (1, 2, 3):
            words = tuple(text.lower(index + step) for step in range(size))
            right = _phrases().get(words)
            if right and all(text.spaced(index + step) for step in range(1, size)):
                if text.hyphenated(index + size - 1):
                    return None
                first = text[index].text
                capital = first[:1].isupper()
                return index + size - 1, right[:1].upper() + right[1:] if capital else right
        return None

    def _pair(self, text: WordList, index: int, word: Word) -> tuple[int, str] | None:
        """A compound that this word and the next are the halves of."""
        after = index + 1
        if after >= len(text) or not text.spaced(after) or not text[after].common:
            return None
        second = text[after]
        if text.hyphenated(after) or (index and _leans(text, index)):
            return None
        if word.lower in _firsts():
            joint = self._joint(text, index, word.lower, second)
        elif word.lower.endswith("o") and len(word.lower) > 3:
            joint = "-" if _is_people(word.lower[:-1]) and _is_demonym(second.lower) else None
        else:
            joint = "-" if _inflected(word, second) else None
        return None if joint is None else (after, f"{word.text}{joint}{second.text}")

    def _joint(self, text: WordList, index: int, first: str, second: Word) -> str | None:
        """What should stand between two halves: a hyphen or nothing; None if all is well."""
        lemmas = {second.lower, *romanian().lemmas(second.lower)}
        if first in _POINTS:
            return "-" if _points(text, index, first, second, lemmas) else None
        if first == "ex":
            latin = any(lemmas & words for _, words in _halves("latin"))
            return "-" if "noun" in second.profile.pos and not latin else None
        if first == "prim" and any(lemmas & words for _, words in _halves("office")):
            return "-"
        for kind, joint in (("hyphen", "-"), ("joined", "")):
            for firsts, seconds in _halves(kind):
                if first in firsts and lemmas & seconds:
                    return joint
        if first in _prefixes("apart") and len(second.lower) > 3:
            return "" if first + second.lower in romanian() else None
        return None


def _leans(text: WordList, index: int) -> bool:
    """Whether the word is the second half of a compound itself: nord-est european."""
    return text[index - 1].end == text[index].start


def _points(text: WordList, index: int, first: str, second: Word, lemmas: set[str]) -> bool:
    """Whether a point of the compass belongs to the next word: sud estul, nord coreean."""
    if first in ("nord", "sud") and lemmas & {"est", "vest", "estic", "vestic"}:
        return True
    before = text.lower(index - 1)
    if before in _BEFORE_POINT and text[index].text.istitle():
        return False
    if before in _WHERE and (second.profile.noun_definite or second.profile.adjective_definite):
        return False  # în nord germanii au atacat
    return _is_demonym(second.lower) or any(lemmas & words for _, words in _halves("point"))


@lru_cache(maxsize=WORDS)
def _is_demonym(form: str) -> bool:
    return form in nationality_forms() or any(
        lemma in nationality_forms() for lemma in romanian().lemmas(form)
    )


@lru_cache(maxsize=WORDS)
def _is_people(stem: str) -> bool:
    """Whether a nation's adjective begins so: franco-, româno-, austro-, sârbo-."""
    first = stem + "o"
    if first in _OWN:
        return False
    nation = any(form.startswith(stem) for form in nationality_forms())
    return nation or first in word_set("word-formation", "first")


#: First halves in -o that are no nations, most of them words of their own: două sute de euro.
_OWN = frozenset(
    "aero agro auto bio cripto eco electro euro foto geo macro micro mono moto narco neo pseudo"
    " radio retro video".split()
)


def _inflected(word: Word, second: Word) -> bool:
    """Whether both are halves of a compound that inflects in both: redactorului șef."""
    lemmas = {word.lower, *romanian().lemmas(word.lower)}
    if _heads().isdisjoint(lemmas):
        return False
    others = {second.lower, *romanian().lemmas(second.lower)}
    return any(
        not first.isdisjoint(lemmas) and not seconds.isdisjoint(others)
        for first, seconds in _halves("inflected")
    )


class Prefix(WordCheck):
    """A prefix with a hyphen that the dictionary joins: "anti-terorist" for "antiterorist"."""

    name = "spelling.prefix"
    category = "spelling"
    severity = "minor"
    confidence = 0.75

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for word in text:
            if "-" not in word.lower:
                continue
            prefix, _, rest = word.lower.partition("-")
            if "-" in rest or prefix not in _prefixes("hyphened") or len(rest) < 4:
                continue
            if not word.text.partition("-")[2].islower() or prefix + rest not in romanian():
                continue
            right = word.text.replace("-", "", 1)
            message = Message(
                f"The prefix is written without a hyphen: “{right}”.",
                f"Prefixul se scrie fără cratimă: „{right}”.",
            )
            yield self.issue(view, word.start, word.end, message, right)


CHECKS = (Compound, Prefix)
