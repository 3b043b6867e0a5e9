"""A benchmark of quotations and mark-up: known corruptions of human translations, seeded.

Quotation marks of the translation are taken away, half taken away or replaced, and speakers
swapped. Mark-up is put into both sides of a line first and then lost, altered or added in the
target. Corruptions are counted anywhere on their line.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from mtqa.align.quotes import quotes
from mtqa.checks.base import Check
from mtqa.workshop.perturbations.bitext import Corruption, Pair, Recall, count_found
from mtqa.workshop.perturbations.names import shared_names

KINDS = ("link", "e-mail", "mention", "hashtag", "tag", "placeholder")
FAULTS = ("lost", "altered", "added")
QUOTATIONS = ("quote-lost", "quote-open", "quote-english", "quote-german", "quote-speaker")
WAYS = (*QUOTATIONS, *(f"{kind}-{fault}" for kind in KINDS for fault in FAULTS))

_ROMANIAN = re.compile(r"„([^„”]{20,})”")
_SPEAKER = re.compile(r"”,? (?:a|au) (?:mai )?(?:spus|declarat|adăugat|afirmat|precizat) ")
#: Each article is corrupted in so many copies, every one in other lines.
_COPIES = 3


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(4))


_MAKE: dict[str, Callable[[str, int], str]] = {
    "link": lambda word, number: f"https://www.{word}.ro/{word[:4]}-{number}",
    "e-mail": lambda word, number: f"{word}{number}@{word[::-1]}.ro",
    "mention": lambda word, number: f"@{word.capitalize()}{number}",
    "hashtag": lambda word, number: f"#{word.capitalize()}{number}",
    "tag": lambda word, number: ("<b>", "<br/>", "</p>", "<em>")[number % 4],
    "placeholder": lambda word, number: (f"{{{word}}}", f"%({word})s", f"${{{word}}}")[number % 3],
}


def _altered(mark: str, chance: random.Random) -> str:
    """The mark with a letter changed, or with a space where a tokeniser would put one."""
    if mark[0] == "<" or chance.random() < 0.3:
        return mark[0] + " " + mark[1:]
    places = [at for at, char in enumerate(mark) if char.isalpha() and at > 1]
    at = chance.choice(places[:-1] or places)
    return mark[:at] + chance.choice([c for c in "abdegimnor" if c != mark[at]]) + mark[at + 1 :]


def _put(line: str, mark: str, share: float) -> str:
    """The line with the mark between two words, about so far on."""
    words = line.split(" ")
    at = max(1, round(share * len(words)))
    return " ".join([*words[:at], mark, *words[at:]])


def _marked(
    pair: Pair, way: str, copy: int, chance: random.Random
) -> tuple[Pair, list[Corruption]]:
    """The pair with mark-up in every third line, and its corruptions."""
    kind, fault = way.rsplit("-", 1)
    source, target, made = list(pair.source), list(pair.target), []
    for line in range(copy, len(source), _COPIES):
        if not source[line].strip() or not target[line].strip():
            continue
        mark, share = _MAKE[kind](_word(chance), line), chance.random()
        whole = _put(target[line], mark, share)
        spoilt = {"lost": target[line], "added": whole,
                  "altered": _put(target[line], _altered(mark, chance), share)}[fault]  # fmt: skip
        if fault != "added":
            source[line], target[line] = _put(source[line], mark, share), whole
        if way == "tag-lost" and line == copy:
            continue
        made.append(Corruption(line, mark, 0, len(source[line]), 0, len(spoilt), spoilt))
    return Pair(pair.id, tuple(source), tuple(target), pair.language), made


def _misquoted(pair: Pair, way: str, copy: int) -> Iterator[Corruption]:
    """The corruptions of quotations that are whole on both sides of a line."""
    for line in range(copy, len(pair.source), _COPIES):
        source, target = pair.source[line], pair.target[line]
        listed, found = quotes(source), list(_ROMANIAN.finditer(target))
        if len(listed) != 1 or len(found) != 1 or not listed[0].speech:
            continue
        spoilt = _spoilt(way, source, target, found[0])
        if spoilt and spoilt != target:
            yield Corruption(line, listed[0].text, 0, len(source), 0, len(spoilt), spoilt)


def _spoilt(way: str, source: str, target: str, match: re.Match[str]) -> str | None:
    before, after = target[: match.start()], target[match.end() :]
    if way == "quote-speaker":
        said = _SPEAKER.search(target)
        names = [name.group() for name in shared_names(source, target)] if said else []
        places = sorted((target.index(name), name) for name in names)
        following = [place for place in places if said and place[0] >= said.end()]
        if len(following) < 2 or (said and following[0][0] != said.end()):
            return None
        (one, first), (other, second) = following[:2]
        between = target[one + len(first) : other]
        return target[:one] + second + between + first + target[other + len(second) :]
    marks = {"lost": "", "open": "„", "english": "“”", "german": "„“"}[way.removeprefix("quote-")]
    return f"{before}{marks[:1]}{match[1]}{marks[1:]}{after}"


def measure_recall(
    pairs: Sequence[Pair], checks: Sequence[Check], seed: int = 2026
) -> dict[str, Recall]:
    """Corrupt the pairs in every way and count what the checks find."""
    chance = random.Random(seed)
    results = {way: Recall() for way in WAYS}
    for pair in pairs:
        for way in WAYS:
            for copy in range(_COPIES):
                if way in QUOTATIONS:
                    base, made = pair, list(_misquoted(pair, way, copy))
                else:
                    base, made = _marked(pair, way, copy, chance)
                if made:
                    count_found(results[way], base, made, checks)
    return results
