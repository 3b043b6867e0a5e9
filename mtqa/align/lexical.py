"""An encoder with no model: numbers, names, cognates and, for English and Romanian, the lexicon.

A sentence becomes a bag of keys that do not depend on the language (see `mtqa.align.surface`); with
the EN-RO lexicon every English word also brings the stems of its Romanian translations. The bag is
hashed into a vector (Weinberger et al. 2009), rare keys weighing more.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from mtqa.align.beads import Floats
from mtqa.align.surface import across_scripts, keys
from mtqa.common.memory import WORDS
from mtqa.languages.sentences import detect

if TYPE_CHECKING:
    from mtqa.knowledge import Lexicon

_WIDTH = 1024
_STEM = 5
_WORD = re.compile(r"[^\W\d_]+")
#: More translations than this blur a word.
_MOST_TRANSLATIONS = 8
#: What a translation counts against a word both texts share.
_TRANSLATED = 0.8


class LexicalEncoder:
    """Hashed bags of language-independent keys.

    Args:
        source_lang: ISO 639-1 code; detected from the texts if not given.
        target_lang: the same for the other side. The lexicon serves English and Romanian.
    """

    def __init__(self, source_lang: str | None = None, target_lang: str | None = None) -> None:
        self.name = "lexical"
        self._lexicon: Lexicon | None = None
        if {source_lang or "en", target_lang or "ro"} == {"en", "ro"}:
            self._lexicon = _lexicon()
        self._translated = lru_cache(maxsize=WORDS)(self._translations)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row per text; the texts of one call are taken to be in one language."""
        english = self._lexicon is not None and detect(" ".join(texts[:200])) == "en"
        bags = [self._bag(text, english) for text in texts]
        frequency = Counter(key for bag in bags for key in bag)
        rows = np.zeros((len(texts), _WIDTH), np.float32)
        for row, bag in zip(rows, bags, strict=True):
            for key, weight in bag.items():
                place, sign = _hashed(key)
                row[place] += sign * weight * sqrt(log(1 + len(texts) / frequency[key]))
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return rows

    def _bag(self, text: str, english: bool) -> Counter[str]:
        bag: Counter[str] = Counter(keys(text))
        if english:
            for word in _WORD.findall(text):
                stems = self._translated(word)
                for stem in stems:
                    bag[stem] += _TRANSLATED / sqrt(len(stems))  # type: ignore[assignment]
        return bag

    def _translations(self, word: str) -> tuple[str, ...]:
        """Stems of the Romanian translations of an English word."""
        if self._lexicon is None or len(word) < 3:
            return ()
        found = self._lexicon.translations(word)[:_MOST_TRANSLATIONS]
        stems = (across_scripts(part)[:_STEM] for lemma in found for part in _WORD.findall(lemma))
        return tuple(dict.fromkeys(stem for stem in stems if len(stem) >= 3))


def _lexicon() -> Lexicon | None:
    """The EN-RO lexicon, where it is installed."""
    try:
        from mtqa.knowledge import en_ro

        return en_ro()
    except (ImportError, OSError):
        return None


@lru_cache(maxsize=WORDS)
def _hashed(key: str) -> tuple[int, float]:
    """Place and sign of a key in the vector."""
    code = zlib.crc32(key.encode())
    return code % _WIDTH, 1.0 if code >> 31 else -1.0
