"""Which content words of a bead stand for each other: greedy, one to one, near the diagonal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from mtqa.align.surface import fold
from mtqa.coverage.bridge import translations
from mtqa.coverage.german import english as german_english
from mtqa.coverage.words import Word, stem
from mtqa.lexicon import en_ro, romanian
from mtqa.romanian import Token
from mtqa.source_names.forms import TargetText, accepted, known_as

#: Likeness of two spellings from which they may be one word in two languages.
_COGNATE = 0.86
_SHORTEST_COGNATE = 5
#: Look-alikes begin with the same letters, so many of them.
_HEAD = 2
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
    """

    source: Sequence[Word]
    target: Sequence[Word]
    forward: list[int]
    backward: list[int]
    shared: frozenset[int]
    echoed: frozenset[int]


def link(source: Sequence[Word], target: Sequence[Word], language: str) -> Links:
    """Link the content words of a bead.

    Args:
        source, target: the content words, in reading order.
        language: of the source.
    """
    index: dict[str, list[int]] = {}
    for j, word in enumerate(target):
        for key in word.keys:
            index.setdefault(key, []).append(j)
    forward, backward = [-1] * len(source), [-1] * len(target)
    wanted = [_candidates(word, index) for word in source]
    scale = len(target) / max(1, len(source))
    # words with one candidate first: they leave the others less choice
    for i in sorted(range(len(source)), key=lambda i: len(wanted[i])):
        free = [j for j in wanted[i] if backward[j] < 0]
        if free:
            j = free[0] if len(free) == 1 else min(free, key=lambda j: abs(j - i * scale))
            forward[i], backward[j] = j, i
    _link_rest(source, target, forward, backward, language)
    together = _link_phrases(source, target, forward, backward) if language == "en" else set()
    shared = frozenset(i for i, j in enumerate(forward) if j < 0 and wanted[i]) | together
    reached = {j for candidates in wanted for j in candidates}
    echoed = frozenset(j for j, i in enumerate(backward) if i < 0 and j in reached)
    return Links(source, target, forward, backward, shared, echoed)


def _candidates(word: Word, index: dict[str, list[int]]) -> list[int]:
    shared = word.keys & index.keys()
    if len(shared) < 2:
        return [j for key in shared for j in index[key]]
    return sorted({j for key in shared for j in index[key]})


def _link_rest(
    source: Sequence[Word],
    target: Sequence[Word],
    forward: list[int],
    backward: list[int],
    language: str,
) -> None:
    """Link what shares no key: names in other forms, look-alikes, words of one meaning."""
    free = [j for j, i in enumerate(backward) if i < 0]
    for i, word in enumerate(source):
        if forward[i] >= 0 or not free:
            continue
        j = _same_name(word, target, free, language)
        if j < 0:
            fitting = _alike(word, target, free)
            if not fitting and language in ("en", "de"):
                near = _related(word.text, language)
                fitting = [j for j in free if not near.isdisjoint(_senses(target[j].text))]
            scale = len(target) / len(source)
            j = min(fitting, key=lambda j: abs(j - i * scale), default=-1)
        if j >= 0:
            forward[i], backward[j] = j, i
            free.remove(j)


def _link_phrases(
    source: Sequence[Word], target: Sequence[Word], forward: list[int], backward: list[int]
) -> set[int]:
    """Link two words in a row that only together mean a word of the target: town hall. The first
    is linked, the second is among those returned."""
    found: set[int] = set()
    for i in range(len(source) - 1):
        apart = source[i + 1].start - source[i].end
        if forward[i] >= 0 or forward[i + 1] >= 0 or i in found or apart > _JOINT:
            continue
        keys = _phrase_keys(source[i].text.lower(), source[i + 1].text.lower())
        j = next((j for j, k in enumerate(backward) if k < 0 and keys & target[j].keys), -1)
        if j >= 0:
            forward[i], backward[j] = j, i
            found.add(i + 1)
    return found


@lru_cache(maxsize=50_000)
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
    if word.kind != "name":
        return -1
    tokens = tuple(Token(target[j].start, target[j].end, target[j].text) for j in free)
    there = TargetText(tokens)
    found = accepted(word.text, there, language) or next(
        filter(None, (there.phrase(form) for form in known_as(word.text))), None
    )
    if not found:
        return -1
    return next(j for j in free if target[j].start == found[0].start)


def _alike(word: Word, target: Sequence[Word], free: list[int]) -> list[int]:
    """The free target words that are spelt like the word; nearly all begin otherwise."""
    head = fold(word.text)[:_HEAD]
    return [
        j
        for j in free
        if fold(target[j].text)[:_HEAD] == head and _is_alike(word.text, target[j].text)
    ]


@lru_cache(maxsize=200_000)
def _is_alike(word: str, other: str) -> bool:
    """Whether two words are spelt alike once the habits of their languages are taken away."""
    left, right = fold(word), fold(other)
    if min(len(left), len(right)) < _SHORTEST_COGNATE or left[:_HEAD] != right[:_HEAD]:
        return False
    return JaroWinkler.similarity(left, right) >= _COGNATE


@lru_cache(maxsize=50_000)
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


@lru_cache(maxsize=50_000)
def _senses(word: str) -> frozenset[str]:
    """English words for the Romanian one, by way of which a word of the source is near to it."""
    found: set[str] = set()
    for lemma in romanian().lemmas(word.lower())[:3] or (word.lower(),):
        found.update(en_ro().english(lemma)[:12])
    return frozenset(found)
