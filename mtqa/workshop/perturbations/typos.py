"""Slips of the keyboard in human Romanian sentences, seeded: what is made, and what is found.

Four kinds: a letter dropped, doubled, swapped with the next, or exchanged for one whose key is
beside it. Only slips that make no other word are counted with these: what makes one needs the
sentence, and is counted apart. One more: a word loses all its diacritics in a sentence that keeps
the others, and becomes no word, or another one.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mtqa.checks.words.typos import are_neighbours
from mtqa.knowledge import comma, romanian, without_marks
from mtqa.model import Issue

KINDS = ("dropped", "doubled", "swapped", "exchanged")
#: Lengths of the word that was meant, by how many letters it has at most.
LENGTHS = ((4, "3-4"), (7, "5-7"), (99, "8 and more"))
LOST = ("lost marks, no word", "lost marks, another word")
_WORD = re.compile(r"(?<![\w'’@#/.-])[a-zăâîșțşţ]{3,}(?![\w'’@/-])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: Tries before a sentence is passed over.
_TRIES = 8

#: What looks for issues in a text.
Finder = Callable[[str], Sequence[Issue]]


class Typo(NamedTuple):
    """A sentence with one slip.

    Attributes:
        text: the whole sentence.
        start: of the spoilt word, in code points.
        end: of the spoilt word, half-open.
        word: what stood there.
        kind: one of :data:`KINDS` or :data:`LOST`.
        word_again: whether the slip made another word of the dictionary.
    """

    text: str
    start: int
    end: int
    word: str
    kind: str
    word_again: bool

    @property
    def length(self) -> str:
        """The length of the word that was meant, as :data:`LENGTHS` names it."""
        return next(name for most, name in LENGTHS if len(self.word) <= most)


def spoil(word: str, kind: str, chance: random.Random) -> str | None:
    """The word with one slip of a kind, None if it has no place for it.

    Raises:
        ValueError: nobody knows the kind.
    """
    at = chance.randrange(1, len(word)) if len(word) > 1 else 0
    if kind == "dropped":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    if kind == "swapped":
        at = chance.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "exchanged":
        beside = [letter for letter in _LETTERS if are_neighbours(letter, word[at])]
        return word[:at] + chance.choice(beside) + word[at + 1 :] if beside else None
    raise ValueError(f"unknown kind {kind!r}; known: {', '.join(KINDS)}")


def typos(sentences: Sequence[str], seed: int) -> Iterator[Typo]:
    """One slip in each sentence, the kinds in turn; sentences without a fit word are left out."""
    chance = random.Random(seed)
    for number, sentence in enumerate(sentences):
        made = _typo(sentence, KINDS[number % len(KINDS)], chance)
        if made:
            yield made


def _typo(sentence: str, kind: str, chance: random.Random) -> Typo | None:
    places = [m for m in _WORD.finditer(sentence) if comma(m.group()) in romanian()]
    for _ in range(_TRIES if places else 0):
        match = chance.choice(places)
        spoilt = spoil(match.group(), kind, chance)
        if spoilt and spoilt != match.group():
            return _placed(sentence, match, spoilt, kind)
    return None


def _placed(sentence: str, match: re.Match[str], spoilt: str, kind: str) -> Typo:
    start = match.start()
    text = sentence[:start] + spoilt + sentence[match.end() :]
    again = romanian().known(spoilt)
    return Typo(text, start, start + len(spoilt), match.group(), kind, again)


def lost_marks(sentences: Sequence[str], seed: int) -> Iterator[Typo]:
    """One word bare in each sentence that has two words with diacritics or more."""
    chance = random.Random(seed)
    for sentence in sentences:
        marked = [m for m in _WORD.finditer(sentence) if _has_marks(m.group())]
        if len(marked) < 2:
            continue
        match = chance.choice(marked)
        bare = without_marks(comma(match.group()))
        yield _placed(sentence, match, bare, LOST[romanian().known(bare)])


def _has_marks(word: str) -> bool:
    return without_marks(comma(word)) != word and comma(word) in romanian()


@dataclass
class Found:
    """How many slips were made, how many were found, how many of these with the right word."""

    made: int = 0
    found: int = 0
    right: int = 0
    missed: list[Typo] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that was found."""
        return self.found / self.made if self.made else 0.0


def measure(made: Sequence[Typo], find: Finder) -> dict[tuple[str, str], Found]:
    """What is found of the slips, by kind and length of the word."""
    results: dict[tuple[str, str], Found] = {}
    for typo in made:
        again = typo.word_again and typo.kind in KINDS
        kind = f"{typo.kind}, another word" if again else typo.kind
        one = results.setdefault((kind, typo.length), Found())
        one.made += 1
        hits = [i for i in find(typo.text) if i.start < typo.end and typo.start < i.end]
        if not hits:
            one.missed.append(typo)
        one.found += bool(hits)
        one.right += any(_restores(typo, issue) for issue in hits)
    return results


def _restores(typo: Typo, issue: Issue) -> bool:
    """Whether the suggestion puts the right word back, whatever else it says again."""
    if issue.suggestion is None:
        return False
    mended = typo.text[: issue.start] + issue.suggestion + typo.text[issue.end :]
    spoilt = typo.text[typo.start : typo.end]
    return comma(mended) == comma(typo.text[: typo.start] + typo.word + typo.text[typo.end :]) or (
        issue.text != spoilt and comma(typo.word) in comma(issue.suggestion).split()
    )


def alarms(sentences: Sequence[str], find: Finder) -> Counter[str]:
    """The issues on the clean sentences, by check."""
    return Counter(issue.check for sentence in sentences for issue in find(sentence))
