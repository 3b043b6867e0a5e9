"""Words spoilt on purpose in human translations, for what annotated translations have too few of.

Annotators marked what machines do wrong with English: few slips of the keyboard, and no words that
are left over or half translated from other languages. Both are made here, seeded: slips in the
references of FLORES, and in NTREX a noun that gives its place to a word of the source, as it is
(transcribed where it is Cyrillic), with a Romanian ending, or half of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtqa.compare.names.transcribe import transcribed
from mtqa.knowledge import romanian
from mtqa.languages.tables import letters
from mtqa.workshop.perturbations.typos import lost_marks, typos
from mtqa.workshop.unlabelled import HUMAN, Sentence, lines

_SEED = 11
#: Of the pairs of NTREX one in so many is spoilt.
_EVERY = 10
#: How often a German word keeps its capital.
_CAPITAL = 0.5
_NOUN = re.compile(r"(?<![\w'’-])[a-zăâîșț]{4,}(?![\w'’-])")
_LOWER = re.compile(r"(?<![\w'’-])[^\W\d_A-ZА-Я]{5,}(?![\w'’-])")
_ENDINGS = tuple("ul uri urile ului ă ele ii ilor ează at ată are".split())


class Spoilt(NamedTuple):
    """A sentence with one spoilt word, which begins at an offset of its target."""

    sentence: Sentence
    start: int


def slips(data: Path) -> Iterator[Spoilt]:
    """Slips of the keyboard and lost diacritics that make no other word."""
    for part in ("flores-dev", "flores-test"):
        folder = data / "mt-en-ro"
        sources, targets = lines(folder / f"{part}.en"), lines(folder / f"{part}.ro")
        origins = dict(zip(targets, sources, strict=True))
        for target, source in origins.items():
            for made in (typos([target], _seed(target)), lost_marks([target], _seed(target))):
                for typo in made:
                    if not typo.word_again:
                        yield Spoilt(Sentence(source, typo.text, source, "en"), typo.start)


def _seed(text: str) -> int:
    return _SEED + sum(map(ord, text))


def leftovers(data: Path) -> Iterator[Spoilt]:
    """Words of the source in the place of nouns: left over, and half translated."""
    chance = random.Random(_SEED)
    for number, sentence in enumerate(HUMAN["ntrex"](data)):
        if number % _EVERY == 0 and sentence.source and sentence.language:
            made = _leftover(sentence, chance)
            if made is not None:
                yield made


def _leftover(sentence: Sentence, chance: random.Random) -> Spoilt | None:
    source, language = sentence.source or "", sentence.language or ""
    nouns = [m for m in _NOUN.finditer(sentence.target) if _is_noun(m.group())]
    # German writes its nouns with a capital
    words = _LOWER.findall(source.lower() if language == "de" else source)
    if not nouns or not words:
        return None
    noun, word = chance.choice(nouns), max(chance.sample(words, min(3, len(words))), key=len)
    if letters(language).cyrillic:
        word = transcribed(word, language)
    wrong = _mixed(word, noun.group(), chance)
    if language == "de" and chance.random() < _CAPITAL:
        wrong = wrong.capitalize()
    if romanian().known(wrong):
        return None
    target = sentence.target[: noun.start()] + wrong + sentence.target[noun.end() :]
    return Spoilt(sentence._replace(target=target), noun.start())


def _is_noun(form: str) -> bool:
    readings = romanian().analyses(form)
    return bool(readings) and all(reading.pos == "noun" for reading in readings)


def _mixed(word: str, noun: str, chance: random.Random) -> str:
    """The word of the source as it is, with a Romanian ending, or one half of it with the noun."""
    way = chance.randrange(4)
    if way == 0:
        return word
    if way == 1:
        return word.rstrip("aeiouăîâ") + chance.choice(_ENDINGS)
    cut = chance.randint(4, max(4, len(word) - 3))
    if way == 2:
        return word[:cut] + chance.choice(("", "", "-")) + noun
    return f"{noun}-{word}" if len(word) < 8 else noun + word[-cut:]
