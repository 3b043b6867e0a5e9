"""Whose word is it? Word forms of English, German, French, Spanish, Italian and Hungarian."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from mtqa.common.memory import EVERY_WORD
from mtqa.knowledge.automaton import Automaton, load

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "de", "fr", "es", "it", "hu")
_MEMORY = EVERY_WORD


class Foreign:
    """Word forms of six languages with their frequencies.

    Args:
        forms: word form in lower case to the number of its class.
        classes: one line a class, such as ``en45 de30``: languages with ten times the Zipf
            frequency.
    """

    def __init__(self, forms: Automaton, classes: list[str]) -> None:
        self._forms = forms
        self._classes = [
            {item[:2]: int(item[2:]) / 10 for item in line.split()} for line in classes
        ]
        self._none: dict[str, float] = {}
        self._memory: dict[str, dict[str, float]] = {}

    def strengths(self, form: str) -> dict[str, float]:
        """Language code to the Zipf frequency of `form` there (steps of 0.5, from 2.5)."""
        answer = self._memory.get(form)
        if answer is None:
            if len(self._memory) > _MEMORY:
                self._memory.clear()
            number = self._forms.value(form.lower())
            answer = self._none if number is None else self._classes[number]
            self._memory[form] = answer
        return answer

    def languages(self, form: str, floor: float = 0.0) -> frozenset[str]:
        """Codes of the languages in which `form` has at least the Zipf frequency `floor`."""
        return frozenset(c for c, value in self.strengths(form).items() if value >= floor)

    def strength(self, form: str, language: str) -> float:
        """Zipf frequency of `form` in the language, 0.0 where it is no word of it."""
        return self.strengths(form).get(language, 0.0)


@lru_cache(maxsize=1)
def foreign_words() -> Foreign:
    """The foreign word forms, loaded once per process."""
    classes = gzip.decompress((DATA / "foreign.classes.gz").read_bytes()).decode().split("\n")
    return Foreign(load(DATA / "foreign.automaton"), classes)


def foreign(form: str, floor: float = 0.0) -> frozenset[str]:
    """Codes of the languages that have the word `form` (in any case).

    A Romanian word may be foreign too (``are``, ``care``): ask `romanian()` first.
    """
    return foreign_words().languages(form, floor)
