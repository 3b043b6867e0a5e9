"""Negations of the source that the translation lacks, and those it has too many of.

Romanian doubles a negation (``nu … niciodată``), so what stands in one clause counts once. A word
that denies by itself (``without``, ``refuz``, ``neobișnuit``) may render a negation or be rendered
by one; where such a word stands near, the count says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtqa.lexicon import en_ro, romanian
from mtqa.lexicon.handmade import rows
from mtqa.meaning.pair import Pair
from mtqa.meaning.pattern import Pattern, compiled
from mtqa.meaning.verdict import Verdict
from mtqa.meaning.words import Word, Words

#: A negative pronoun or adverb belongs to the ``nu`` in so many words around it.
_CLAUSE = 9
#: A weak word speaks for a negation as far away as this share of its side.
_REACH = 0.3
#: So many words after a negator is what it negates.
_SCOPE = 5
_PREFIXES = {
    "ro": ("ne", "in", "im", "ir", "il", "dez", "des", "anti", "non", "i", "a"),
    "en": ("un", "in", "im", "ir", "il", "dis", "non", "anti", "mis", "de"),
    "de": ("un", "miss", "nicht", "il", "in"),
}
_ROMANIAN_STARTERS = frozenset(["nu", "n"])


@dataclass(frozen=True)
class Negators:
    """The negative words of a language."""

    strong: frozenset[str]
    loose: tuple[Pattern, ...]
    weak: frozenset[str]

    def is_strong(self, word: Word) -> bool:
        """Whether the word negates by itself."""
        lower = word.text.lower().replace("’", "'")
        return lower in self.strong or ("n't" in self.strong and lower.endswith("n't"))


@lru_cache(maxsize=16)
def negators(language: str) -> Negators | None:
    """The negative words of a language, None if it has none listed."""
    kinds = {row["kind"]: row["words"] for row in rows("negators") if row["language"] == language}
    if not kinds:
        return None
    return Negators(
        frozenset(kinds["strong"].split()),
        compiled(kinds["loose"]),
        frozenset(kinds["weak"].split()),
    )


@dataclass(frozen=True)
class Side:
    """The negations of one side: of the strong ones where each clause's first stands, and where
    weak ones and loose phrases stand."""

    words: Words
    strong: tuple[int, ...]
    weak: tuple[int, ...]

    def share(self, index: int) -> float:
        """Where on its side a word stands, 0 to 1."""
        return index / max(1, len(self.words))

    def has_weak(self, share: float, reach: float) -> bool:
        """Whether a weak word stands near a place of the other side."""
        return any(abs(self.share(index) - share) <= reach for index in self.weak)


def read(words: Words, language: str, listed: Negators) -> Side:
    """The negations of one side."""
    loose = {i for p in listed.loose for a, b in p.find(words) for i in range(a, b)}
    strong = [i for i, word in enumerate(words) if listed.is_strong(word) and i not in loose]
    weak = [
        i for i, word in enumerate(words)
        if i in loose or not listed.weak.isdisjoint(word.keys) or _is_derived(word, language)
    ]  # fmt: skip
    if language == "ro":
        strong = _clauses(words, strong)
    return Side(words, tuple(strong), tuple(i for i in weak if i not in strong))


def _clauses(words: Words, strong: Sequence[int]) -> list[int]:
    """One negation for each clause: ``nu`` with the negative words around it."""
    starts = [i for i in strong if words[i].text.lower() in _ROMANIAN_STARTERS]
    others = [i for i in strong if i not in starts]
    alone: list[int] = []
    for index in others:
        if any(abs(index - start) <= _CLAUSE for start in (*starts, *alone)):
            continue
        alone.append(index)
    return sorted(starts + alone)


@lru_cache(maxsize=50_000)
def _derived(form: str, language: str) -> bool:
    for prefix in _PREFIXES.get(language, ()):
        rest = form[len(prefix) :]
        if not form.startswith(prefix) or len(rest) < 4:
            continue
        if language == "ro" and (rest in romanian() and romanian().lemmas(rest)):
            return True
        if language == "en" and en_ro().lemmas(rest):
            return True
        if language == "de" and prefix in ("un", "miss", "nicht"):
            return True
    return (language == "en" and form.endswith(("less", "lessly", "free"))) or (
        language == "de" and form.endswith(("los", "lose", "losen", "loser", "frei", "freie"))
    )


def _is_derived(word: Word, language: str) -> bool:
    return len(word.text) > 5 and _derived(word.text.lower(), language)


def lost(pair: Pair) -> Iterator[Verdict]:
    """The negations of the source that the target does not show."""
    sides = _sides(pair)
    if sides is None:
        return
    source, target = sides
    missing = len(source.strong) - len(target.strong)
    if missing <= 0 or len(target.words) < 2:
        return
    for index in _unmatched(source, target, missing):
        share = source.share(index)
        reach = _REACH if len(target.words) > 12 else 1.0
        if target.has_weak(share, reach):
            continue
        first, last = _negated(pair, index)
        yield Verdict(
            pair.target[first].start,
            pair.target[last - 1].end,
            pair.source[index].start,
            pair.source[index].end,
            "critical",
        )


def gained(pair: Pair) -> Iterator[Verdict]:
    """The negations of the target that nothing in the source asks for."""
    sides = _sides(pair)
    if sides is None:
        return
    source, target = sides
    extra = len(target.strong) - len(source.strong)
    if extra <= 0 or len(source.words) < 2:
        return
    for index in _unmatched(target, source, extra):
        share = target.share(index)
        reach = _REACH if len(source.words) > 12 else 1.0
        if pair.target[index].text.lower() not in _ROMANIAN_STARTERS:
            continue
        if source.has_weak(share, reach):
            continue
        where = min(len(pair.source) - 1, round(share * len(pair.source)))
        end = min(index + 2, len(pair.target))
        yield Verdict(
            pair.target[index].start,
            pair.target[end - 1].end,
            pair.source[where].start,
            pair.source[where].end,
            "critical",
        )


def _sides(pair: Pair) -> tuple[Side, Side] | None:
    listed, romanian_ones = negators(pair.language), negators("ro")
    if listed is None or romanian_ones is None:
        return None
    if not pair.source or not pair.target:
        return None
    source = read(pair.source, pair.language, listed)
    target = read(pair.target, "ro", romanian_ones)
    return source, target


def _unmatched(these: Side, those: Side, number: int) -> list[int]:
    """The negations of one side that stand farthest from any of the other, `number` of them."""
    shares = [those.share(index) for index in those.strong]
    left = list(these.strong)
    for share in shares:
        nearest = min(left, key=lambda index: abs(these.share(index) - share))
        left.remove(nearest)
    return left[:number]


def _negated(pair: Pair, index: int) -> tuple[int, int]:
    """The words of the target that render what the source's negator negates: a translation of one
    of the next words, or else the verb that stands in a like place."""
    scope = pair.source[index + 1 : index + 1 + _SCOPE]
    place = round(len(pair.target) * index / max(1, len(pair.source)))
    if pair.language == "en":
        for word in scope:
            found = _rendered(pair, word, place)
            if found is not None:
                return found, found + 1
    order = sorted(range(len(pair.target)), key=lambda i: abs(i - place))
    for i in order:
        if any(a.pos == "verb" for a in romanian().analyses(pair.target[i].text.lower())):
            return i, i + 1
    return order[0], order[0] + 1


def _rendered(pair: Pair, word: Word, place: int) -> int | None:
    if len(word.text) < 3:
        return None
    found = [
        i
        for lemma in en_ro().translations(word.text)
        for i in pair.target.places.get(lemma, ())
        if len(lemma) > 2
    ]
    return min(found, key=lambda i: abs(i - place), default=None)
