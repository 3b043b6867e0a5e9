"""Which content words of a bead stand for each other: greedy, one to one, near the diagonal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import JaroWinkler

from mtqa.align.surface import across_scripts
from mtqa.common.bounds import affordable
from mtqa.common.free_places import FreePlaces
from mtqa.common.memory import WORDS
from mtqa.compare.coverage.bridge import translations
from mtqa.compare.coverage.content_words import Word, stem
from mtqa.compare.coverage.german import english as german_english
from mtqa.compare.names.forms import TargetText, accepted, known_as
from mtqa.knowledge import en_ro, romanian
from mtqa.languages.ro import Token
from mtqa.languages.tables import words as table

#: Likeness of two spellings from which they may be one word in two languages.
_COGNATE = 0.86
_SHORTEST_COGNATE = 5
#: Look-alikes begin with the same letters, so many of them.
_HEAD = 2
#: No text has more different words with one beginning, save lists of numbers or codes, where all
#: against all would take the square of the time.
_MOST_NEAR = 100
#: A pivot through more words than this means nothing.
_MOST_RELATED = 60
#: Two words of one phrase have no more code points between them: "father in law".
_JOINT = 4


@dataclass(frozen=True)
class Links:
    """The content words of one bead and what stands for what.

    Attributes:
        source, target: the content words, in reading order.
        forward: for each source word the number of its counterpart, or -1.
        backward: for each target word the number of its counterpart, or -1.
        shared: source words whose only counterparts already stand for another word.
        echoed: the same for target words.
        crowded: too many words were left over to find out which of them stand for each other.
    """

    source: Sequence[Word]
    target: Sequence[Word]
    forward: list[int]
    backward: list[int]
    shared: frozenset[int]
    echoed: frozenset[int]
    crowded: bool = False


def link(source: Sequence[Word], target: Sequence[Word], language: str) -> Links:
    """Link the content words of a bead.

    Args:
        source, target: the content words, in reading order.
        language: of the source.
    """
    forward, backward = [-1] * len(source), [-1] * len(target)
    places = _places(target, backward)
    reach = _Reach(places, backward)
    wanted = [reach.of(word) for word in source]
    scale = len(target) / max(1, len(source))
    # words with one candidate first: they leave the others less choice
    for i in sorted(range(len(source)), key=lambda i: len(wanted[i].numbers)):
        at = i * scale
        start = bisect_left(wanted[i].numbers, at)
        j = wanted[i].nearest(start, lambda j, at=at: abs(j - at))  # type: ignore[misc]
        if j is not None:
            forward[i], backward[j] = j, i
    crowded = not _link_rest(source, target, forward, backward, language)
    together = _link_phrases(source, places, forward, backward) if language == "en" else set()
    shared = frozenset(i for i, j in enumerate(forward) if j < 0 and wanted[i].numbers) | together
    echoed = frozenset(j for j in reach.reached if backward[j] < 0)
    return Links(source, target, forward, backward, shared, echoed, crowded)


def _places(target: Sequence[Word], backward: list[int]) -> dict[str, FreePlaces]:
    """Where the words of each key stand."""
    index: dict[str, list[int]] = {}
    for j, word in enumerate(target):
        for key in word.keys:
            index.setdefault(key, []).append(j)
    return {key: FreePlaces(found, lambda j: backward[j] >= 0) for key, found in index.items()}


class _Reach:
    """The target words that share a key with a source word; equal words share one list."""

    def __init__(self, places: dict[str, FreePlaces], backward: list[int]) -> None:
        self._places, self._backward = places, backward
        self._found: dict[frozenset[str], FreePlaces] = {}

    def of(self, word: Word) -> FreePlaces:
        """Where the counterparts of a word may stand."""
        shared = frozenset(key for key in word.keys if key in self._places)
        found = self._found.get(shared)
        if found is None:
            numbers = {j for key in shared for j in self._places[key].numbers}
            found = FreePlaces(sorted(numbers), lambda j: self._backward[j] >= 0)
            self._found[shared] = found
        return found

    @property
    def reached(self) -> frozenset[int]:
        """All that was found for any word."""
        return frozenset(j for found in self._found.values() for j in found.numbers)


def _link_rest(
    source: Sequence[Word],
    target: Sequence[Word],
    forward: list[int],
    backward: list[int],
    language: str,
) -> bool:
    """Link what shares no key: names in other forms, look-alikes, words of one meaning. False, and
    nothing is linked, if there are too many names to look for each in what is left."""
    rest = _Rest(target, backward, language)
    names = sum(j < 0 and word.kind == "name" for word, j in zip(source, forward, strict=True))
    length = sum(side[-1].end - side[0].start for side in (source, target) if side)
    if not affordable(names * len(rest.free()), length):
        return False
    scale = len(target) / max(1, len(source))
    for i, word in enumerate(source):
        if forward[i] < 0:
            j = rest.same_name(word) if word.kind == "name" else -1
            j = rest.nearest(word.text, i * scale) if j < 0 else j
            if j >= 0:
                forward[i], backward[j] = j, i
    return True


class _Rest:
    """The words of the target that nothing stands for, by what they look like and mean."""

    def __init__(self, target: Sequence[Word], backward: list[int], language: str) -> None:
        self._target, self._backward, self._language = target, backward, language
        by_text: dict[str, list[int]] = {}
        for j in self.free():
            by_text.setdefault(target[j].text, []).append(j)
        self._places = {
            text: FreePlaces(found, lambda j: backward[j] >= 0) for text, found in by_text.items()
        }
        self._missing: set[str] = set()

    def free(self) -> list[int]:
        """The numbers of the words that are left by now."""
        return [j for j, i in enumerate(self._backward) if i < 0]

    def same_name(self, word: Word) -> int:
        """A free word that is an accepted form of the name, or -1."""
        if word.text in self._missing:  # what was not there before is not there with fewer left
            return -1
        free = self.free()
        found = _same_name(word, self._target, free, self._language) if free else -1
        if found < 0:
            self._missing.add(word.text)
        return found

    def nearest(self, text: str, at: float) -> int:
        """The free word nearest to a place that is spelt like the word, or has a meaning of it, or
        -1."""
        j = self._nearest(self._alike(text), at)
        if j < 0 and table(self._language).listed:
            j = self._nearest(self._related(text), at)
        return j

    def _nearest(self, texts: Iterable[str], at: float) -> int:
        found = []
        for text in texts:
            places = self._places[text]
            start = bisect_left(places.numbers, at)
            found.append(places.nearest(start, lambda j: abs(j - at)))
        numbers = [j for j in found if j is not None]
        return min(numbers, key=lambda j: (abs(j - at), j), default=-1)

    @cached_property
    def _by_head(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for text in self._places:
            found.setdefault(across_scripts(text)[:_HEAD], []).append(text)
        return found

    @cached_property
    def _by_sense(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for text in self._places:
            for sense in _senses(text):
                found.setdefault(sense, []).append(text)
        return found

    def _alike(self, word: str) -> list[str]:
        """The words that are spelt like the word; nearly all begin otherwise."""
        near = self._by_head.get(across_scripts(word)[:_HEAD], [])
        return [text for text in near[:_MOST_NEAR] if _is_alike(word, text)]

    def _related(self, word: str) -> frozenset[str]:
        near = _related(word, self._language)
        return frozenset(text for sense in near for text in self._by_sense.get(sense, ()))


def _link_phrases(
    source: Sequence[Word],
    places: dict[str, FreePlaces],
    forward: list[int],
    backward: list[int],
) -> set[int]:
    """Link two words in a row that only together mean a word of the target: town hall. The first
    is linked, the second is among those returned."""
    found: set[int] = set()
    for i in range(len(source) - 1):
        apart = source[i + 1].start - source[i].end
        if forward[i] >= 0 or forward[i + 1] >= 0 or i in found or apart > _JOINT:
            continue
        keys = _phrase_keys(source[i].text.lower(), source[i + 1].text.lower())
        firsts = (places[key].first() for key in keys if key in places)
        j = min((j for j in firsts if j is not None), default=-1)
        if j >= 0:
            forward[i], backward[j] = j, i
            found.add(i + 1)
    return found


@lru_cache(maxsize=WORDS)
def _phrase_keys(first: str, second: str) -> frozenset[str]:
    """Keys of the Romanian words for two English ones together, with "in" between them perhaps."""
    lemmas = {
        lemma
        for word in (second, second.removesuffix("s"))
        for joint in (" ", "-", "-in-")
        for lemma in translations(f"{first}{joint}{word}", "en")
    }
    return frozenset(stem(part) for lemma in lemmas for part in lemma.split() if len(part) > 2)


def _same_name(word: Word, target: Sequence[Word], free: list[int], language: str) -> int:
    """A free target word that is an accepted form of the name, or -1."""
    tokens = tuple(Token(target[j].start, target[j].end, target[j].text) for j in free)
    there = TargetText(tokens)
    found = accepted(word.text, there, language) or next(
        filter(None, (there.phrase(form) for form in known_as(word.text))), None
    )
    if not found:
        return -1
    return next(j for j in free if target[j].start == found[0].start)


@lru_cache(maxsize=WORDS)
def _is_alike(word: str, other: str) -> bool:
    """Whether two words are spelt alike once the habits of their languages are taken away."""
    left, right = across_scripts(word), across_scripts(other)
    if min(len(left), len(right)) < _SHORTEST_COGNATE or left[:_HEAD] != right[:_HEAD]:
        return False
    return JaroWinkler.similarity(left, right) >= _COGNATE


@lru_cache(maxsize=WORDS)
def _related(word: str, language: str) -> frozenset[str]:
    """English words that share a translation with the word."""
    found: set[str] = set()
    for form in (word,) if language == "en" else german_english(word)[:3]:
        found.update(en_ro().lemmas(form))
        for lemma in en_ro().translations(form)[:12]:
            found.update(en_ro().english(lemma)[:12])
            if len(found) > _MOST_RELATED:
                break
    return frozenset(found)


@lru_cache(maxsize=WORDS)
def _senses(word: str) -> frozenset[str]:
    """English words for the Romanian one, by way of which a word of the source is near to it."""
    found: set[str] = set()
    for lemma in romanian().lemmas(word.lower())[:3] or (word.lower(),):
        found.update(en_ro().english(lemma)[:12])
    return frozenset(found)
