"""Words of two halves of which only one is Romanian: its stem, its ending, a part of a compound.

A half translation comes about in few ways, whatever the language of the source: a foreign stem
takes a Romanian ending (creakau), a Romanian stem keeps a foreign one (învățăming), one part of a
compound is translated and the other left (Feuerwehrmașină), or the beginning of a word of the
source goes on with a Romanian word (Drohnenatac).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mtqa.checks.lexical import is_listed_name
from mtqa.common.memory import NAMES
from mtqa.knowledge import comma, en_ro, foreign_words, places, romanian
from mtqa.knowledge.handmade import word_list
from mtqa.languages.ro.nationalities import nationality_forms
from mtqa.languages.ro.transliteration import spelling_key, strip_accents

#: A joint between the parts of a German compound.
_JOINTS = ("s", "n", "en", "es", "er", "-")
#: Shorter parts are found in any word.
_PART, _STEM = 4, 4
#: Zipf frequency of a word that both a reader and a machine know.
_KNOWN = 3.0
_ZIPF = 7.0
_POINTS = frozenset(["nord", "sud", "est", "vest"])


@lru_cache(maxsize=NAMES)
def halves(form: str) -> dict[str, float]:
    """Evidence that an unknown word (lower case, comma letters) is half Romanian, by name.

    >>> sorted(name for name, value in halves("feuerwehrmașină").items() if value)
    ['foreign and Romanian part']
    """
    return {
        "foreign stem, verbal ending": _foreign_stem(form),
        "Romanian stem, foreign ending": _romanian_stem(form),
        "foreign and Romanian part": _parts(form),
    }


def _stems(form: str, kind: str) -> set[str]:
    """What stands before each ending of a kind that the form has."""
    return {form[: -len(end)] for end in word_list("word-formation", kind) if form.endswith(end)}


def _foreign_stem(form: str) -> float:
    stems = {
        form[: -len(end)] for end in word_list("word-formation", "verbal") if form.endswith(end)
    }
    found = [
        max(foreign_words().strengths(word).values(), default=0.0)
        for stem in stems
        if len(stem) >= _STEM and stem not in romanian()
        for word in (stem, stem + "e")
    ]
    return max(found, default=0.0) / _ZIPF


def _romanian_stem(form: str) -> float:
    stems = {
        form[: -len(end)] for end in word_list("word-formation", "abroad") if form.endswith(end)
    }
    found = [
        romanian().frequency(stem + end)
        for stem in stems
        if len(stem) >= _STEM + 1
        for end in ("", "ă", "e", "a", "i")
        if stem + end in romanian()
    ]
    return max(found, default=0.0) / _ZIPF


def _parts(form: str) -> float:
    """How well known the rarer part is of a compound half foreign and half Romanian."""
    if not form.replace("-", "").isalpha():
        return 0.0
    best = 0.0
    if form.count("-") > 1:
        parts = form.split("-")
        return min(max(map(_abroad, parts)), max(map(_at_home, parts))) / _ZIPF
    for cut in range(_PART, len(form) - _PART + 1):
        left, right = form[:cut], form[cut:].removeprefix("-")
        if len(right) >= _PART:
            best = max(
                best, min(_abroad(left), _at_home(right)), min(_at_home(left), _abroad(right))
            )
    return best / _ZIPF


@lru_cache(maxsize=NAMES)
def _abroad(part: str) -> float:
    """How frequent a part of a compound is in the language that has it, 0 if Romanian has it."""
    part = part.rstrip("-")
    if romanian().known(part) or len(part) < _PART:
        return 0.0
    found = max(foreign_words().strengths(part).values(), default=0.0)
    for joint in _JOINTS:
        if not found and part.endswith(joint) and len(part) - len(joint) >= _PART:
            stem = part.removesuffix(joint)
            german = foreign_words().strength(stem, "de")
            found = 0.0 if romanian().known(stem) else german
    return found if found >= _KNOWN else 0.0


def _at_home(part: str) -> float:
    """How frequent a part is as a Romanian word, 0 where it is none or hardly used."""
    part = part.rstrip("-")
    if len(part) < _PART or part not in romanian():
        return 0.0
    found = romanian().frequency(part)
    return found if found >= _KNOWN else 0.0


def mended(form: str) -> str | None:
    """A compound of peoples with its foreign points of the compass translated, None for others.

    Romanian joins two peoples by -o-.

    >>> mended("rus-north-coreene")
    'ruso-nord-coreene'
    """
    *before, last = comma(form).lower().split("-")
    if not before or not _is_people(last):
        return None
    found = []
    for part in before:
        point = next((word for word in en_ro().translations(part) if word in _POINTS), None)
        if _abroad(part) and point is None:
            return None
        found.append(point or (part + "o" if _is_people(part) else part))
    right = "-".join([*found, last])
    return right if right != form else None


def _is_people(form: str) -> bool:
    return any(
        lemma in nationality_forms() or places().demonym(lemma) is not None
        for lemma in (form, *romanian().lemmas(form))
    )


@lru_cache(maxsize=NAMES)
def grown(form: str) -> dict[str, float]:
    """Evidence that an unknown name (with its capital) has letters that are none of it.

    Machines hang -en on names or put letters inside: Rolenando for Rolando.
    """
    base = form[:-2]
    ended = form.endswith("en") and len(base) > 1 and (base.isupper() or is_listed_name(base))
    inside = [
        form[:at] + form[at + size :]
        for size in (2, 3)
        for at in range(2, len(form) - size)
        if len(form) - size > _PART
    ]
    return {
        "name with -en": float(ended),
        "ends in -en": float(form.endswith("en")),
        "letters inside a name": float(any(map(is_listed_name, inside))),
    }


def key(word: str) -> str:
    """The letters of a word as any transliteration writes them, without marks."""
    return spelling_key(strip_accents(comma(word).lower()))


def half_of(form: str, source: Iterable[str]) -> str | None:
    """The word of the source of which the unknown form has one part, and a Romanian one beside it.

    Args:
        form: lower case, without marks but those of Romanian.
        source: words of the source in lower case, in Latin letters.
    """
    if len(form) < 2 * _PART:
        return None
    plain = strip_accents(form)
    for other in source:
        if len(other) <= _PART or other == plain or other in romanian():
            continue
        if _has_half(form, plain, other) or _has_half(form[::-1], plain[::-1], other[::-1], -1):
            return other
    return None


def _has_half(form: str, plain: str, other: str, order: int = 1) -> bool:
    """Whether both begin alike (read backwards: end), and the form goes on with a Romanian word."""
    shared = _common(plain, other)
    # both halves may have the letter at the seam: Drohnena-ngriff, Drohnena-tac
    for cut in range(min(shared, len(form) - _PART), max(_PART, shared - 1) - 1, -1):
        rest, lost = form[cut:], other[cut:]
        whole = not lost and rest[0] == "-"
        if (whole or len(lost) >= 3) and _at_home(rest.strip("-")[::order]):
            return True
    return False


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
