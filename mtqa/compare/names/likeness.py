"""How a wrong spelling relates to the right one: truncated, swelled, with a genitive, or near."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from mtqa.common.memory import WORDS
from mtqa.compare.names.keys import unmarked

Relation = Literal["genitive", "swelled", "truncated", "near"]

#: Romanian endings, with or without a hyphen: they swell nothing.
ENDINGS = frozenset(
    "ul ului ule uri urile urilor ii iilor ilor i a ei e ele elor le lor lui l ă o u".split()
)


def _prefix(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


@lru_cache(maxsize=WORDS)
def relation(name: str, form: str, *, framed: bool = False) -> Relation | None:
    """What ``form`` is of ``name`` if it is a wrong spelling of it, else ``None``.

    Args:
        name: as the source spells it, in Latin letters.
        form: a word of the target.
        framed: the form stands where the name must stand, so that less likeness will do.

    >>> relation("Polanski", "Polanskis"), relation("Romcatel", "Romcel")
    ('genitive', 'truncated')
    """
    right, wrong = unmarked(name), unmarked(form)
    if len(right) < 3 or len(wrong) < 2 or right == wrong:
        return None
    if wrong in (right + "s", right + "'s", right + "-s"):
        return "genitive"
    front = _prefix(right, wrong)
    back = _prefix(right[front:][::-1], wrong[front:][::-1])
    if front == len(right):
        rest = wrong[front:].lstrip("-'")
        fits = len(right) > 3 and len(rest) < 5 and rest not in ENDINGS
        return "swelled" if fits else None
    if front == len(wrong):
        return "truncated" if len(wrong) > 2 else None
    if front > 2 and front + back == len(wrong) and len(wrong) > 3:
        return "truncated" if len(right) - len(wrong) > 1 else "near"
    if front > 2 and front + back == len(right) and len(right) > 3:
        return "swelled" if len(wrong) - len(right) > 1 else "near"
    if front > 5 and not framed and form[-1] in "ăaei" and len(wrong) - front < 4:
        return None  # a word of learning or an office: Astrogeology, Astrogeologică
    return "near" if _is_near(right, wrong, front, framed) else None


def _is_near(right: str, wrong: str, front: int, framed: bool) -> bool:
    from rapidfuzz.distance import OSA

    limit = 1 if len(right) < 6 else 2 if len(right) < 9 else 3
    distance = OSA.distance(right, wrong, score_cutoff=max(limit, len(right) // 2))
    if distance <= limit and (front or framed or distance == 1):
        return len(right) > 3 or framed
    return framed and front > 1 and distance <= len(right) // 2
