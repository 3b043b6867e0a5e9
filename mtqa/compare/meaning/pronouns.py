"""Pronouns and persons against the source: "el" for she, "ea" for he, "ai întâlnit" for I have met.

Judged for English sources, whose "he" and "she" are said of persons only. A Romanian pronoun goes
by the gender of the noun it stands for, so that "ea" is right of the man who is "victima"; where
such a noun is near, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.compare.meaning.keyed_words import Words
from mtqa.compare.meaning.pair import Pair
from mtqa.compare.meaning.verdict import Verdict
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
#: What else a Romanian el, ea may stand for.
_THINGS = frozenset("it its itself".split())
_OTHER = {"el": "ea", "ea": "el"}
#: Before these "el" and "ea" are no subjects, or stand for a noun of their clause.
_SUBJECTS = frozenset("he she".split())
_YOU = frozenset("you your yours yourself yourselves ya thee thou u one someone anyone".split())
_FIRST = frozenset(("i",))
_PERSONS = frozenset("i he she we they".split())
_BETWEEN = frozenset("mai și tot fi fost".split())


def wrong_gender(pair: Pair, before: Pair | None) -> Iterator[Verdict]:
    """A pronoun of the other gender than the only one of the source, of one named person.

    Args:
        pair: the segment.
        before: the segment before it, where its person may be named.
    """
    if pair.language != "en":
        return
    said = [word.text.lower() for word in pair.source]
    genders = {"m" for word in said if word in _HE} | {"f" for word in said if word in _SHE}
    if len(genders) != 1 or _THINGS.intersection(said) or not _SUBJECTS.intersection(said):
        return
    gender = genders.pop()
    wrong = "el" if gender == "f" else "ea"
    near = [pair] if before is None else [before, pair]
    if any(_genders(one) - {gender} for one in near) or len(_names(near)) != 1:
        return
    target = [word.text.lower() for word in pair.target]
    if _OTHER[wrong] in target or _is_epicene(near, wrong):
        return
    source = pair.source[next(i for i, word in enumerate(said) if word in _SUBJECTS)]
    for index, word in enumerate(pair.target):
        if target[index] == wrong and _is_alone(pair.target, index):
            right = _OTHER[wrong]
            right = right.capitalize() if word.text[0].isupper() else right
            yield Verdict(
                word.start, word.end, source.start, source.end, "major", right, None, right
            )


def wrong_person(pair: Pair) -> Iterator[Verdict]:
    """A perfect or future of "you" in a segment whose source addresses nobody."""
    if pair.language != "en":
        return
    said = [word.text.lower().replace("’", "'").partition("'")[0] for word in pair.source]
    subjects = _PERSONS.intersection(said)
    if not subjects or _YOU.intersection(said):
        return
    source = pair.source[next(i for i, word in enumerate(said) if word in _PERSONS)]
    for index, word in enumerate(pair.target):
        verb = index + 1
        while verb < len(pair.target) and pair.target[verb].text.lower() in _BETWEEN:
            verb += 1
        if word.text.lower() != "ai" or verb >= len(pair.target):
            continue
        if not _is_perfect(pair.target, index, verb):
            continue
        right = "am" if subjects == _FIRST else None
        yield Verdict(
            word.start, pair.target[verb].end, source.start, source.end, "major",
            right or "", None, pair.target_text[word.start : pair.target[verb].end].replace(
                word.text, right, 1) if right else None,
        )  # fmt: skip


def _is_perfect(target: Words, index: int, verb: int) -> bool:
    """Whether "ai" and the participle are a perfect: no article, and one space between them."""
    form = target[verb].text
    joint = target.joint(index)
    if joint != " " or not form.islower() or not form.endswith(("t", "s")):
        return False
    readings = romanian().analyses(form)
    participle = any(a.mood == "participle" and a.gender != "f" for a in readings)
    before = target[index - 1].text.lower() if index else ""
    leans = index > 0 and target.joint(index - 1) == "-"
    return participle and (leans or before in ("nu", "că", "când", "dacă", "ce", "tu", ""))


def _genders(pair: Pair) -> set[str]:
    said = {word.text.lower() for word in pair.source}
    return ({"m"} if said & _HE else set()) | ({"f"} if said & _SHE else set())


def _names(near: list[Pair]) -> set[str]:
    """The names of two words that stand alike on both sides: persons, as far as that tells."""
    found: set[str] = set()
    for pair in near:
        shown = {word.text for word in pair.target}
        for index in range(len(pair.source) - 1):
            first, last = pair.source[index].text, pair.source[index + 1].text
            last = last.removesuffix("'s").removesuffix("’s")
            if not (first[0].isupper() and last[0].isupper() and {first, last} <= shown):
                continue
            if pair.source.joint(index) == " " and not first.isupper():
                found.add(f"{first} {last}")
    return found


def _is_epicene(near: list[Pair], wrong: str) -> bool:
    """Whether a noun stands near that has the pronoun's gender, whoever is meant by it."""
    nouns = word_set("epicene", "masculine" if wrong == "el" else "feminine")
    return any(not word.keys.isdisjoint(nouns) for pair in near for word in pair.target)


def _is_alone(target: Words, index: int) -> bool:
    """Whether the pronoun is a word of its own, and no part of a name or a compound."""
    word = target[index]
    if word.text.isupper() and len(word.text) > 1:
        return False
    behind = target.joint(index - 1)[-1:] if index else " "
    ahead = target.joint(index)[:1] if index < len(target) - 1 else " "
    return "-" not in (behind, ahead) and "’" not in (behind, ahead)
