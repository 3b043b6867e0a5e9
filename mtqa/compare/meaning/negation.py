"""Negations of the source that the translation lacks, and those it has too many of.

Romanian doubles a negation (``nu … niciodată``), so what stands in one clause counts once. A word
that denies by itself (``without``, ``refuz``, ``neobișnuit``) may render a negation or be rendered
by one; where such a word stands near, the count says nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mtqa.common.free_places import FreePlaces
from mtqa.compare.meaning.counterparts import affirmed, counterparts, denied, is_one_clause
from mtqa.compare.meaning.keyed_words import Words
from mtqa.compare.meaning.litotes import denies_nothing
from mtqa.compare.meaning.negators import Negators, kind_of, negators
from mtqa.compare.meaning.pair import Pair
from mtqa.compare.meaning.verdict import Verdict
from mtqa.knowledge import en_ro, romanian
from mtqa.languages.tables import negators as table

#: A negative pronoun or adverb belongs to the ``nu`` in so many words around it.
_CLAUSE = 9
#: A weak word speaks for a negation as far away as this share of its side, in Romanian.
_REACH = 0.3
#: …or, where it is known what is negated, this share, or so many words from that.
_CLOSE = 0.15
_NEAR = 5
#: A phrase with a negator reaches so many words.
_PHRASE = 12
#: In a side of so few words a weak one is near everything.
_SHORT = 14
#: A negation so many words before a weak word undoes it.
_UNDONE = 3
#: So many words after a negator is what it negates.
_SCOPE = 5
#: ``nu`` and its ``decât`` stand at most so far apart.
_ONLY = 12
#: What begins a clause that a negation before it does not reach.
_NEW_CLAUSE = frozenset(
    "and but while because although that which who "
    "und aber weil während obwohl dass sondern".split()
)
#: Verbs that are everywhere and show nothing.
_EMPTY = frozenset("be have do get make take go come give put set new one".split())
#: What opens a phrase after a ``nu`` that denies no verb.
_PHRASES = frozenset(
    "pe de la în din cu prin pentru către despre ca tot toată toate toți un unei".split()
)
#: "No. 11", "World No.2"
_COUNTS = re.compile(r"\. ?\d")
_CONTENT = frozenset(["verb", "noun", "adjective"])
_ROMANIAN_STARTERS = frozenset(["nu", "n"])


@dataclass(frozen=True)
class Side:
    """The negations of one side: of the strong ones where each clause's first stands, and where
    weak ones and loose phrases stand, the latter in `loose` as well.

    `reach` and `after` say how far from a place of the other side, as a share, a weak word counts:
    either way, and towards the end.
    """

    words: Words
    strong: tuple[int, ...]
    weak: tuple[int, ...]
    loose: tuple[int, ...] = ()
    reach: float = _REACH
    after: float = 0.0

    def share(self, index: int) -> float:
        """Where on its side a word stands, 0 to 1."""
        return index / max(1, len(self.words))

    def has_weak(self, anchor: int | None, share: float) -> bool:
        """Whether a weak word stands near `anchor`, or near a place of the other side."""
        if anchor is not None and has_within(self.weak, anchor - _NEAR, anchor + _NEAR):
            return True
        reach = self.reach if anchor is None else _CLOSE
        reach = reach if len(self.words) > _SHORT else 1.0
        after = max(reach, self.after)
        first = bisect_left(self.weak, -reach, key=lambda index: self.share(index) - share)
        return first < len(self.weak) and self.share(self.weak[first]) - share <= after


def read(
    words: Words, language: str, listed: Negators, reach: float = _REACH, after: float = 0.0
) -> Side:
    """The negations of one side; `reach` and `after` as there."""
    loose = {
        i
        for key in listed.heads.keys() & words.places.keys()
        for pattern in listed.heads[key]
        for start, end in pattern.find(words)
        for i in range(start, end)
    }
    kinds = [kind_of(word.text, language) for word in words]
    if not loose and not any(kinds):  # most sentences deny nothing
        return Side(words, (), (), (), reach, after)
    strong = [
        i for i, kind in enumerate(kinds)
        if kind == "strong" and i not in loose and not _is_no_negation(words, i)
        and _is_whole(words, i, language)
    ]  # fmt: skip
    sure = set(strong)
    weak = [i for i, kind in enumerate(kinds) if i in loose or (kind and i not in sure)]
    if language == "ro":
        strong = _clauses(words, strong)
        only = [i for i in strong if _means_only(words, i)]
        strong, weak = sorted(set(strong) - set(only)), sorted((*weak, *only))
    sure = set(strong)
    weak = [i for i in weak if i not in sure]
    return Side(words, tuple(strong), tuple(weak), tuple(sorted(loose)), reach, after)


def is_sure(language: str) -> bool:
    """Whether the weak words of a language were weighed on texts: else a verdict is but a hint."""
    return table(language).sure


def has_within(places: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the places, which are in order, lies in ``[first, last]``."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


def _is_no_negation(words: Words, index: int) -> bool:
    """Whether the word leans on the next one (no-deal, non-stop) or counts it (No. 11), or is the
    ``n`` of an abbreviation (``î.e.n.``)."""
    lower = words[index].text.lower()
    joint = words.joint(index)
    if lower == "n":
        return not joint.startswith(("-", "\u2011", "\u2010", "'", "’"))
    if index and lower == "not" and words.joint(index - 1) == joint == "-":
        return True  # a do-not-call list
    counts = _COUNTS.match(joint) is not None
    return lower in ("no", "ne", "non") and (joint.startswith("-") or counts)


def _is_whole(words: Words, index: int, language: str) -> bool:
    """Whether a negator that is but the second half has its first half before or after it: fr. "ne
    … pas"; "un grand pas" and "rien que" negate nothing."""
    own = table(language)
    if words[index].text.lower() not in own.halves.split():
        return True
    first = own.before_halves.split()
    leaning = tuple(half for half in first if not half.isalpha())
    near = (words[i] for i in range(max(0, index - _SCOPE), min(len(words), index + 3)))
    return any(word.text.lower().startswith(leaning) or word.text.lower() in first for word in near)


def _means_only(words: Words, index: int) -> bool:
    """Whether a ``decât`` follows: ``nu … decât`` is "only", ``nu … mai bun decât`` "the best"."""
    return has_within(words.places.get("decât", ()), index + 1, index + _ONLY)


def _clauses(words: Words, strong: Sequence[int]) -> list[int]:
    """One negation for each clause: ``nu`` with the negative words around it."""
    starts = [i for i in strong if words[i].text.lower() in _ROMANIAN_STARTERS]
    alone: list[int] = []
    for index in strong:
        if has_within(starts, index - _CLAUSE, index + _CLAUSE):
            continue
        if not alone or index - alone[-1] > _CLAUSE:
            alone.append(index)
    return sorted(starts + alone)


def lost(pair: Pair) -> Iterator[Verdict]:
    """The negations of the source that the target does not show."""
    found = sides(pair)
    if found is None:
        return
    source, target = found
    missing = len(source.strong) - len(target.strong)
    if missing <= 0 or len(target.words) < 2 or pair.target.has("not"):
        return
    if _is_unclear(pair, target):
        return
    for index in _unmatched(source, target, missing):
        word = affirmed(pair, index)
        anchor = _rendered(pair, index) if word is None else word
        if target.has_weak(anchor, source.share(index)) or _is_answered(target, anchor):
            continue
        if pair.language == "en" and has_within(source.weak, index + 1, index + _UNDONE):
            continue  # do not fail to, not unlike: a negation that undoes another
        place = _verb_near(pair, index) if anchor is None else anchor
        yield _verdict(pair, (place, place + 1), (index, index + 1), certain=word is not None)


def _is_unclear(pair: Pair, other: Side) -> bool:
    """Whether, in a language without a dictionary, nobody can tell which negation is which: only a
    short sentence that the other side affirms through and through shows anything."""
    if is_sure(pair.language):
        return False
    return bool(other.strong or other.weak) or len(pair.source) > _SHORT


def gained(pair: Pair) -> Iterator[Verdict]:
    """The negations of the target that nothing in the source asks for."""
    found = sides(pair)
    if found is None:
        return
    source, target = found
    extra = len(target.strong) - len(source.strong)
    if extra <= 0 or len(source.words) < 2 or pair.source.has("nu"):
        return
    if _is_unclear(pair, source):
        return
    for index in _unmatched(target, source, extra):
        if pair.target[index].text.lower() not in _ROMANIAN_STARTERS or _is_contrast(pair, index):
            continue
        if denies_nothing(pair.target, index):
            continue
        head = denied(pair.target, index)
        word = None if head is None else counterparts(pair).of_target.get(head)
        anchor = _origin(pair, index) if word is None else word
        share = target.share(index)
        if _is_answered(source, anchor) or (
            source.has_weak(anchor, share) if word is None else _is_denied(source, word)
        ):
            continue
        where = round(target.share(index) * (len(pair.source) - 1)) if anchor is None else anchor
        end = min(index + 2, len(pair.target)) if word is None or head is None else head + 1
        yield _verdict(pair, (index, end), (where, where + 1), certain=word is not None)


def _is_denied(side: Side, index: int) -> bool:
    """Whether something else denies the word at `index`, or the same word elsewhere: a weak one
    beside it in its clause; a phrase with a negator, which reaches farther; a negator of which it
    is one of several ("will never build, travel or cook")."""
    places = {place for key in side.words[index].keys for place in side.words.places[key]}
    if any(
        abs(weak - place) <= _NEAR and is_one_clause(side.words, weak, place)
        for place in places
        for weak in side.weak
    ):
        return True
    if any(abs(place - index) <= _PHRASE for place in side.loose):
        return True
    return any(start < index and _is_listed(side.words, start, index) for start in side.strong)


def _is_listed(words: Words, start: int, index: int) -> bool:
    """Whether nothing but commas and "or" leads from a negator to a word."""
    between = range(start, index)
    return not any(
        words[i].text.lower() in _NEW_CLAUSE or set(".!?;:") & set(words.joint(i)) for i in between
    )


def _is_contrast(pair: Pair, index: int) -> bool:
    """Whether the negation is of a phrase, not of a verb: ``stilul, nu pe substanță``."""
    after = [word.text.lower() for word in pair.target[index + 1 : index + 3]]
    if not after or after[0] in _PHRASES:
        return True
    # the auxiliary "a" has its participle beside it, the preposition has not
    return after[0] == "a" and len(after) > 1 and not _is_verb(after[1])


def _is_verb(form: str) -> bool:
    return any(reading.pos == "verb" for reading in romanian().analyses(form))


def _is_answered(side: Side, anchor: int | None) -> bool:
    """Whether another negation of the side may be the one that was meant."""
    if anchor is None:
        return bool(side.strong)
    return has_within(side.strong, anchor - _CLAUSE, anchor + _CLAUSE)


def _verdict(
    pair: Pair, place: tuple[int, int], origin: tuple[int, int], *, certain: bool
) -> Verdict:
    return Verdict(
        pair.target[place[0]].start,
        pair.target[place[1] - 1].end,
        pair.source[origin[0]].start,
        pair.source[origin[1] - 1].end,
        "critical",
        certain=certain,
    )


def sides(pair: Pair) -> tuple[Side, Side] | None:
    """The negations of the source and of the target, read once; None for an unlisted language."""
    if "negation" not in pair.memory:
        pair.memory["negation"] = _read_sides(pair)
    found: tuple[Side, Side] | None = pair.memory["negation"]
    return found


def _read_sides(pair: Pair) -> tuple[Side, Side] | None:
    listed, romanian_ones = negators(pair.language), negators("ro")
    if listed is None or romanian_ones is None or not pair.source or not pair.target:
        return None
    own = table(pair.language)
    source = read(pair.source, pair.language, listed, own.reach, own.after)
    return source, read(pair.target, "ro", romanian_ones)


def _unmatched(these: Side, those: Side, number: int) -> list[int]:
    """The negations of one side that stand farthest from any of the other, `number` of them."""
    met: set[int] = set()
    free = FreePlaces(these.strong, met.__contains__)
    for share in map(those.share, those.strong):
        start = bisect_left(these.strong, share, key=these.share)
        nearest = free.nearest(start, lambda index, share=share: abs(these.share(index) - share))  # type: ignore[misc]
        if nearest is not None:
            met.add(nearest)
    return [index for index in these.strong if index not in met][:number]


def _rendered(pair: Pair, index: int) -> int | None:
    """The word of the target that renders what the source's negator negates, if one is found."""
    if pair.language != "en":
        return None
    share = index / len(pair.source)
    for word in pair.source[index + 1 : index + 1 + _SCOPE]:
        if len(word.text) < 3 or not _EMPTY.isdisjoint(word.keys):
            continue
        lemmas = [lemma for lemma in en_ro().translations(word.text) if len(lemma) > 2]
        found = _nearest(pair.target, lemmas, share)
        if found is not None:
            return found
    return None


def _nearest(words: Words, keys: Iterable[str], share: float) -> int | None:
    """The word with one of the keys that stands nearest to a place of the other side."""

    def distance(index: int) -> float:
        return abs(index / len(words) - share)

    found = []
    for key in keys:
        places = words.places.get(key, ())
        at = bisect_left(places, share, key=lambda index: index / len(words))
        found += [i for i in places[max(0, at - 1) : at + 1] if distance(i) <= _REACH]
    return min(found, key=distance, default=None)


def _origin(pair: Pair, index: int) -> int | None:
    """The word of the source that the negated word of the target renders, if one is found."""
    if pair.language != "en":
        return None
    share = index / len(pair.target)
    for word in pair.target[index + 1 : index + 1 + _SCOPE]:
        if len(word.text) < 4 or not any(
            a.pos in _CONTENT for a in romanian().analyses(word.text.lower())
        ):
            continue
        senses = [s for key in word.keys for s in en_ro().english(key) if s not in _EMPTY]
        found = _nearest(pair.source, senses, share)
        if found is not None:
            return found
    return None


def _verb_near(pair: Pair, index: int) -> int:
    """The verb of the target that stands in a like place."""
    place = round(len(pair.target) * index / max(1, len(pair.source)))
    last = len(pair.target) - 1
    for step in range(last + 2):
        for i in (place - step, place + step):
            if 0 <= i <= last and _is_verb(pair.target[i].text.lower()):
                return i
    return min(place, last)
