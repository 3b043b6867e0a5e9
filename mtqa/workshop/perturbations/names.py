"""A benchmark of names: known corruptions of human translations, and the false alarms on them.

Names that stand on both sides of a line-parallel corpus are corrupted in the target in eight ways,
one at a time, seeded; a corruption is found when an issue of the names' checks lies on it (for a
deletion, when an issue points to the name in the source). The uncorrupted texts count the false
alarms.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mtqa.align.article import parallel
from mtqa.checks.base import Check
from mtqa.compare.names import Judge, SourceText
from mtqa.knowledge import en_ro
from mtqa.languages.ro import Document
from mtqa.languages.ro.transliteration import spelling_key, strip_accents
from mtqa.workshop.perturbations.bitext import Corruption, Pair, Recall, count_found

WAYS = (
    "literal", "letter", "truncated", "swelled", "genitive", "swapped-inside", "swapped-outside",
    "deleted",
)  # fmt: skip

_NAME = re.compile(r"[A-Z][^\W\d_A-Z]{2,}(?: [A-Z][^\W\d_A-Z]{2,}){0,2}(?![\w'’-])")
_SUFFIXES = ("en", "enov", "sen", "ers", "ing")
#: Each article is corrupted in so many copies, every one in other lines.
_COPIES = 3


def shared_names(source: str, target: str) -> Iterator[re.Match[str]]:
    """The capitalised words inside the source line that stand exactly once in the target too."""
    for match in _NAME.finditer(source):
        name = match.group()
        inside = match.start() > 1 and re.search(r"[\w,;] $", source[: match.start()])
        parts = name.split()
        if (
            inside
            and len(re.findall(rf"(?<!\w){re.escape(name)}(?![\w'’-])", target)) == 1
            and all(target.count(part) == 1 and source.count(part) == 1 for part in parts)
        ):
            yield match


def _spoilt(name: str, way: str, others: Sequence[str], chance: random.Random) -> str | None:
    """The name corrupted in one way; ``None`` if it cannot be."""
    if way == "deleted":
        return ""
    if way.startswith("swapped"):
        fitting = [other for other in others if not set(other.split()) & set(name.split())]
        return chance.choice(fitting) if fitting else None
    if way == "literal":
        return _translated(name, chance)
    parts = name.split()
    place = max(range(len(parts)), key=lambda index: len(parts[index]))
    spoilt = _misspelt(parts[place], way, chance)
    if spoilt is None:
        return None
    return " ".join([*parts[:place], spoilt, *parts[place + 1 :]])


def _misspelt(word: str, way: str, chance: random.Random) -> str | None:
    if way == "letter" and len(word) > 3:
        at = chance.randrange(1, len(word))
        letters = [c for c in "abdefghlmnoprstuvz" if c != word[at]]
        spoilt = word[:at] + chance.choice(letters) + word[at + 1 :]
        return spoilt if spelling_key(spoilt) != spelling_key(word) else None
    if way == "truncated" and len(word) > 5:
        return word[: -chance.choice((2, 3))]
    if way == "swelled" and len(word) > 3:
        return word + chance.choice(_SUFFIXES)
    if way == "genitive" and word[-1] not in "sxz":
        return word + chance.choice(("s", "'s", "s"))
    return None


def _translated(name: str, chance: random.Random) -> str | None:
    """A name of several parts with one part translated as an English word."""
    parts = name.split()
    choices = []
    for index, part in enumerate(parts if len(parts) > 1 else ()):
        senses = [s for s in en_ro().translations(part.lower()) if s.isalpha() and len(s) > 2]
        key = strip_accents(part.lower())
        if senses and strip_accents(senses[0])[:4] != key[:4]:
            choices.append((index, senses[0].capitalize()))
    if not choices:
        return None
    index, sense = chance.choice(choices)
    return " ".join([*parts[:index], sense, *parts[index + 1 :]])


def corruptions(
    pair: Pair, way: str, copy: int, elsewhere: Sequence[str], chance: random.Random
) -> Iterator[Corruption]:
    """The corruptions of one copy of an article: in every third line, one name each."""
    own = [m.group() for s, t in zip(pair.source, pair.target, strict=True)
           for m in shared_names(s, t)]  # fmt: skip
    for line in range(copy, len(pair.source), _COPIES):
        source, target = pair.source[line], pair.target[line]
        names = list(shared_names(source, target))
        chance.shuffle(names)
        others = own if way == "swapped-inside" else elsewhere
        for match in names:
            strangers = [other for other in others if other not in source and other not in target]
            spoilt = _spoilt(match.group(), way, strangers, chance)
            if spoilt is not None and spoilt != match.group():
                yield _placed(line, match, target, spoilt)
                break


def _placed(line: int, match: re.Match[str], target: str, spoilt: str) -> Corruption:
    name = match.group()
    start = target.index(name)
    end = start + len(name)
    if not spoilt and target[:start].endswith(" "):
        start -= 1
    text = target[:start] + spoilt + target[end:]
    return Corruption(line, name, match.start(), match.end(), start, start + len(spoilt), text)


def measure_recall(
    pairs: Sequence[Pair],
    checks: Sequence[Check],
    seed: int = 2026,
    sources: Sequence[Pair] | None = None,
) -> dict[str, Recall]:
    """Corrupt the pairs' names in every way and count what the checks find.

    Args:
        pairs: the articles whose names both sides spell alike, which tells what to corrupt.
        checks: the checks under test.
        seed: of the corruptions.
        sources: the same articles with the source that the checks read instead, in another
            language; those of ``pairs`` if not given.
    """
    chance = random.Random(seed)
    results = {way: Recall() for way in WAYS}
    read = {pair.id: pair for pair in sources or pairs}
    every = {pair.id: [m.group() for s, t in zip(pair.source, pair.target, strict=True)
                       for m in shared_names(s, t)] for pair in pairs}  # fmt: skip
    for pair in pairs:
        elsewhere = [name for other, names in every.items() if other != pair.id for name in names]
        for way in WAYS:
            for copy in range(_COPIES):
                made = list(corruptions(pair, way, copy, elsewhere, chance))
                if sources:
                    made = [_anywhere(corruption, read[pair.id]) for corruption in made]
                count_found(results[way], read[pair.id], made, checks)
    return results


def _anywhere(corruption: Corruption, pair: Pair) -> Corruption:
    """The corruption with the whole source line for its place, where names are spelt otherwise."""
    return replace(corruption, source_start=0, source_end=len(pair.source[corruption.line]))


def measure_speed(pairs: Sequence[Pair]) -> float:
    """Segments per second of processor time that the names' checks judge on one core.

    Reading, tokenising and aligning the articles is not counted, nor is loading the lists: every
    other article warms them up, the rest is counted.
    """
    from time import process_time

    for pair in pairs[::2]:
        list(prepared(pair).verdicts())
    spent, segments = 0.0, 0
    for pair in pairs[1::2]:
        judge = prepared(pair)
        start = process_time()
        list(judge.verdicts())
        spent += process_time() - start
        segments += len(pair.target)
    return segments / spent if spent else 0.0


def prepared(pair: Pair) -> Judge:
    """The judge of a line-parallel article, its texts cut into words."""
    source, text = "\n".join(pair.source), "\n".join(pair.target)
    document = Document(text)
    _ = document.tokens, document.sentence_starts  # computed when asked for, and not our cost
    return Judge(SourceText(source, pair.language), document, parallel(source, text))
