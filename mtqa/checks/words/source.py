"""What an unknown word has in common with the words of its source."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from mtqa.checks.words.halves import half_of, key
from mtqa.common.memory import NAMES
from mtqa.compare.names.cyrillic import stems
from mtqa.compare.names.transcribe import transcribed
from mtqa.knowledge import comma, en_ro, foreign_words, places
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.transliteration import spelling_key, strip_accents
from mtqa.languages.tables import words as table

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
#: English genitives and contractions are no part of the word.
_GENITIVE = re.compile(r"['’](?:s|re|ve|ll|d|m|t)?$")
#: What joins words that another text writes apart.
_JOINT = re.compile("[-&]")
_LATIN, _LETTER = re.compile("[A-Za-z]"), re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
#: Likeness in per cent from which two words may have to do with each other.
_ALIKE = 55.0
_ZIPF = 7.0
#: Two to so many letters may stand in a name that are none of it: Rolenando, Dunlapen.
_ADDED = 4
_ENDING = re.compile(
    r"-?(?:ul|ului|ule|uri|urile|urilor|ii|iilor|i|a|ei|e|ele|elor|le|lor|lui|l|ă|ilor|s|es)$"
)
_CLASSICAL = re.compile(r"(?<=...)(?:es|us|os|is|um|on|o|e|a)$")


class SourceWord(NamedTuple):
    """A word of the source: half-open code points, its text, and its letters without marks."""

    start: int
    end: int
    text: str
    plain: str
    opens: bool


class Likeness(NamedTuple):
    """What a word and the word of the source that is most like it have in common.

    Attributes:
        word: of the source; None where nothing is alike.
        kind: ``copied``, ``copied otherwise`` (capitals, marks), ``copied with an ending``,
            ``alike`` or ``nothing``.
        features: the evidence by name.
        ending: what the word hangs on the letters that are alike, a Romanian case for example.
        romanian: what Romanian calls the place of the source's word, if it calls it otherwise.
    """

    word: SourceWord | None
    kind: str
    features: dict[str, float]
    ending: str = ""
    romanian: str = ""


def plain(word: str) -> str:
    """The letters of a word, in lower case and without marks."""
    return strip_accents(comma(word).lower())


def side(text: str, start: int, end: int, language: str) -> Side | None:
    """The source ``text[start:end]`` to compare words with; None if it is neither in Latin nor in
    Cyrillic letters. Cyrillic words are compared as Romanian papers transcribe them."""
    letters = len(_LETTER.findall(text, start, end))
    cyrillic = len(_CYRILLIC.findall(text, start, end)) * 2 > letters
    if not letters or not (cyrillic or len(_LATIN.findall(text, start, end)) * 2 >= letters):
        return None
    words: list[SourceWord] = []
    others: dict[str, SourceWord] = {}
    for match in _WORD.finditer(text, start, end):
        word = _GENITIVE.sub("", match.group())
        if word:
            opens = not words or text[: match.start()].rstrip(" \"“„«('‘")[-1:] in (".", "!", "?")
            form = transcribed(word, language) if cyrillic else word
            stop = match.start() + len(word)
            words.append(SourceWord(match.start(), stop, form, plain(form), opens))
            if cyrillic:
                cut = (word, *stems(word)[1:])
                others |= {key(transcribed(stem, language)): words[-1] for stem in cut}
    return Side(tuple(words), language, others)


class Side:
    """The words of one source segment.

    Args:
        words: in order.
        language: ISO 639-1 code.
        others: words of a Cyrillic source by the letters that any transliteration gives them, also
            without their case ending.
    """

    def __init__(
        self, words: tuple[SourceWord, ...], language: str, others: dict[str, SourceWord]
    ) -> None:
        self.words, self.language, self._others = words, language, others
        #: Whether its words are not spelt as a Romanian text would spell them.
        self.cyrillic = bool(others)
        self._texts = {word.text: word for word in reversed(words)}
        self._plain = {word.plain: word for word in reversed(words)}
        # a compound may have been cut, a cut one joined
        for word in words:
            for part in word.text.split("-") if "-" in word.text else ():
                self._plain.setdefault(plain(part), word)
        self._choices = [
            form
            for form, word in self._plain.items()
            if len(form) > 3 or (len(form) > 1 and word.text[0].isupper() and not word.opens)
        ]
        #: How many letters its cases hang on names: Molinaritól, Schwäbischen.
        self._hanging = table(language).hanging

    def likeness(self, form: str) -> Likeness:
        """The word of the source that is most like the form, and how."""
        kept = _GENITIVE.sub("", form)
        if kept in self._texts:
            return self._copied(self._texts[kept], "copied")
        low = plain(kept)
        if low in self._plain:
            return self._copied(self._plain[low], "copied otherwise")
        parts = [part for part in _JOINT.split(low) if part]
        if len(parts) > 1 and all(part in self._plain for part in parts):
            return self._copied(self._plain[parts[0]], "copied otherwise")
        for base in _bases(form):
            if base in self._plain:
                return self._copied(self._plain[base], "copied with an ending")
        for other, word in self._plain.items() if self._hanging and len(low) > 3 else ():
            hung = len(other) - len(low)
            if hung <= self._hanging and other.startswith(low) and word.text[0].isupper():
                return self._copied(word, "copied")
        found = self._others.get(key(kept)) if len(low) > 3 else None
        if found is not None:
            return self._copied(found, "copied otherwise")
        half = half_of(comma(kept).lower(), self._plain)
        if half is not None:
            ratio = fuzz.ratio(low, half) / 100
            likeness = self._alike(low, half, ratio)
            return likeness._replace(features={**likeness.features, "half of the source": 1.0})
        best = process.extractOne(low, self._choices, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is None:
            return Likeness(None, "nothing", {"nothing alike": 1.0})
        return self._alike(low, best[0], best[1] / 100)

    def has(self, form: str) -> bool:
        """Whether the form stands in the source as it is."""
        return _GENITIVE.sub("", form) in self._texts

    def _copied(self, word: SourceWord, kind: str) -> Likeness:
        low, english = word.text.lower(), self.language == "en"
        own = self._romanian(word.text)
        features = {
            kind: 1.0,
            "source lower": float(word.text == low),
            "source opens": float(word.opens and word.text != low),
            "source everyday": foreign_words().strength(low, self.language) / _ZIPF,
            "translatable": float(english and bool(en_ro().translations(low))),
            "place or public body": float(
                english and low in word_set("name-heads", "place or body")
            ),
            "other name in Romanian": float(bool(own)),
        }
        return Likeness(word, kind, features, romanian=own)

    def _romanian(self, name: str) -> str:
        """What Romanian calls a place that the source calls so, ``""`` if it says the same."""
        found = places().find(name) if name[0].isupper() else ()
        if any(place.language == "ro" for place in found):
            return ""
        own = [place.name for place in found if place.language == self.language]
        return next((other for other in own if other != name), "")

    def _alike(self, low: str, other: str, ratio: float) -> Likeness:
        word = self._plain[other]
        name = word.text[0].isupper() and not word.opens
        bases = {low, *(base for base in _bases(low) if len(base) > 3)}
        far = {base: OSA.distance(base, other) for base in bases}
        nearest = min(sorted(bases), key=lambda base: (far[base], -len(base)))
        features = {
            "likeness": ratio,
            "like a name": ratio if name else 0.0,
            "one letter off": float(far[nearest] == 1),
            "letters added": float(any(_is_cut(base, other) for base in bases)),
            "letters lost": float(any(_is_cut(other, base) for base in bases)),
            "shared beginning": _shared(low, other) / len(low),
            "same sound": float(any(_sound(base) == _sound(other) for base in bases)),
        }
        hung = far[low] - far[nearest] >= 2 and low.startswith(nearest)
        return Likeness(word, "alike", features, low[len(nearest) :] if hung else "")


@lru_cache(maxsize=NAMES)
def _bases(form: str) -> tuple[str, ...]:
    """The forms, without marks, of which the form may be an inflected one."""
    low = plain(form)
    cut = _ENDING.sub("", low)
    found = {plain(base) for base in base_forms(form)} | ({cut} if len(cut) > 2 else set())
    found |= {stem + end for stem in (cut, cut[:-1]) if len(stem) > 2 for end in ("s", "a", "e")}
    found.discard(low)
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=NAMES)
def _sound(form: str) -> str:
    """A key for a name as different languages write it, the endings of Greek and Latin cut:
    Aristophanes and Aristofan."""
    return _CLASSICAL.sub("", spelling_key(form)).replace("ae", "e")


def _is_cut(longer: str, shorter: str) -> bool:
    """Whether the shorter is the longer without a few letters in a row."""
    lost = len(longer) - len(shorter)
    if not 1 < lost <= _ADDED or len(shorter) < 2:
        return False
    start = _shared(longer, shorter)
    return start > 0 and longer[start + lost :] == shorter[start:]


def _shared(one: str, other: str) -> int:
    """The number of letters that two words begin with together."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
