"""Who did what to whom: names that changed places around a verb.

Only what is beyond doubt: two names with an active verb between them in the source, and the same
two in the target, either with the object marker ``pe`` before the subject's name or with the
names in the other order around an active verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mtqa.compare.meaning.keyed_words import Word, Words
from mtqa.compare.meaning.pair import Pair
from mtqa.compare.meaning.verdict import Verdict
from mtqa.knowledge import en_ro, romanian, without_marks
from mtqa.languages.tables import words as table

_STEM = 4
_BETWEEN = 4
_PASSIVE = frozenset(
    "was were been being be is are got get wurde wurden worden wird werden".split()
)
#: What stands before a name that is neither subject nor object of the verb between the two.
_PREPOSITIONS = frozenset(
    "of in at on for with by from to zu zum zur and or & under over near against after before von "
    "in mit und oder für aus bei nach vor gegen".split()
)
#: What may stand before the subject of a clause.
_OPENERS = frozenset(
    "that but when because if while although as after before since where whether yesterday today "
    "the dass aber wenn weil als nachdem ob obwohl".split()
)
_MARKERS = frozenset("de către lui cu din la în și pentru sau contra împotriva față ca".split())
_CLITICS = frozenset("l o i le îl îi".split())
_CLAUSE = re.compile(r"[,;:.!?()„”\"“–—]")


@lru_cache(maxsize=16)
def _auxiliaries(language: str) -> frozenset[str]:
    """Auxiliaries and adverbs that may stand between a subject and its verb."""
    return frozenset(table(language).auxiliaries.split())


def swapped(pair: Pair) -> Iterator[Verdict]:
    """Where subject and object of the source have changed places."""
    for first, verb, second in _triples(pair):
        left, right = _shown(pair, first), _shown(pair, second)
        if left is None or right is None:
            continue
        if _is_swapped(pair, left, right, verb):
            start, end = min(left, right), max(left, right)
            yield Verdict(
                pair.target[start].start,
                pair.target[end].end,
                pair.source[first].start,
                pair.source[second].end,
                "critical",
            )


def _triples(pair: Pair) -> Iterator[tuple[int, int, int]]:
    """Name, verb, name in a row in the source, as word indices."""
    names = [i for i, word in enumerate(pair.source) if _is_name(word)]
    helpers = _auxiliaries(pair.language)
    if not helpers:
        return
    for first, second in pairwise(names):
        between = pair.source[first + 1 : second]
        if not 1 <= len(between) <= _BETWEEN or _CLAUSE.search(
            pair.source_text, pair.source[first].end, pair.source[second].start
        ):
            continue
        lowers = [word.text.lower() for word in between]
        if not _PREPOSITIONS.isdisjoint(lowers) or not _PASSIVE.isdisjoint(lowers):
            continue
        if not _opens_clause(pair, first) or any(word.text[0].isupper() for word in between):
            continue
        verbs = [i for i, low in enumerate(lowers) if low not in helpers]
        if len(verbs) == 1 and _is_verb(between[verbs[0]], pair.language):
            yield first, first + 1 + verbs[0], second


def _opens_clause(pair: Pair, index: int) -> bool:
    """Whether the name, with the capitalised words before it, begins its clause: a subject."""
    if "openings" not in pair.memory:
        pair.memory["openings"] = _openings(pair.source, pair.language)
    return bool(pair.memory["openings"][index])


def _openings(words: Words, language: str) -> list[bool]:
    """For each word whether it, with the capitalised words before it, begins its clause."""
    # "Top seed Ingrid Larsen": what the sentence begins with says who the name is
    others = _PREPOSITIONS | _PASSIVE | _OPENERS - {"the"} | _auxiliaries(language)
    beginning = [word.text.lower() for word in words[:_BETWEEN]]
    found = [True]
    for index in range(1, len(words)):
        joint, before = words.joint(index - 1), words[index - 1].text
        if before[0].isupper():
            found.append(bool(joint.strip()) or found[-1])
            continue
        titled = index <= _BETWEEN and others.isdisjoint(beginning[:index])
        opener = _CLAUSE.search(joint) is not None or before.lower() in _OPENERS
        found.append(opener or titled)
    return found


def _is_name(word: Word) -> bool:
    return (
        word.text[0].isupper()
        and len(word.text) > 2
        and word.text.lower() not in _auxiliaries("en")
    )


def _is_verb(word: Word, language: str) -> bool:
    if language != "en":
        return word.text.islower()
    return any(en_ro().translations(key, "v") for key in word.keys) and word.text.endswith(
        ("ed", "s", "t", "d", "e", "n", "k")
    )


def _shown(pair: Pair, index: int) -> int | None:
    """The only word of the target that is the same name."""
    stem = without_marks(pair.source[index].text)[:_STEM]
    if len(_by_stem(pair, "source").get(stem, ())) != 1:
        return None
    found = _by_stem(pair, "target").get(stem, ())
    return found[0] if len(found) == 1 else None


def _by_stem(pair: Pair, side: str) -> dict[str, list[int]]:
    """Where the words of a side stand, by their beginnings."""
    name = f"stems of the {side}"
    if name not in pair.memory:
        found: dict[str, list[int]] = {}
        for index, word in enumerate(pair.source if side == "source" else pair.target):
            found.setdefault(without_marks(word.text)[:_STEM], []).append(index)
        pair.memory[name] = found
    known: dict[str, list[int]] = pair.memory[name]
    return known


def _is_swapped(pair: Pair, left: int, right: int, verb: int) -> bool:
    """Whether the target makes the name at `left`, the source's subject, the object."""
    target = pair.target
    if _has_marker(target, left, "pe"):
        return not _has_marker(target, right, "pe") and _renders(pair, verb)
    if right > left or _has_marker(target, right, "pe"):
        return False
    between = target[right + 1 : left]
    lowers = [word.text.lower() for word in between]
    if not 1 <= len(between) <= _BETWEEN or not (_MARKERS | _CLITICS | {"fost", "pe"}).isdisjoint(
        lowers
    ):
        return False
    if right and target[right - 1].text.lower() in _MARKERS:
        return False
    if _CLAUSE.search(pair.target_text, target[right].end, target[left].start):
        return False
    return _renders(pair, verb, range(right + 1, left))


def _has_marker(words: Words, index: int, marker: str) -> bool:
    """Whether the marker stands before the name or before the name's first word."""
    for step in (1, 2):
        at = index - step
        if at < 0:
            return False
        if words[at].text.lower() == marker:
            return True
        if not words[at].text[0].isupper():
            return False
    return False


def _renders(pair: Pair, verb: int, where: range | None = None) -> bool:
    """Whether a translation of the verb stands in the target (at one of these places)."""
    word = pair.source[verb]
    if pair.language != "en":
        if where is not None:
            return any(_may_be_verb(pair.target[i]) for i in where)
        if "verb" not in pair.memory:
            pair.memory["verb"] = any(map(_may_be_verb, pair.target))
        return bool(pair.memory["verb"])
    for key in word.keys:
        for lemma in en_ro().translations(key, "v"):
            lemma = lemma.split()[-1]
            if any(where is None or i in where for i in pair.target.places.get(lemma, ())):
                return True
    return False


def _may_be_verb(word: Word) -> bool:
    return any(a.pos == "verb" for a in romanian().analyses(word.text.lower()))
