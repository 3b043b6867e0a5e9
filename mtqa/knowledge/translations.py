"""The English-Romanian lemma lexicon, both ways.

It lists what a word may be translated as; that a translation is not listed proves nothing.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mtqa.common.memory import WORDS
from mtqa.knowledge.lexicon import romanian
from mtqa.knowledge.packed import Table, load

DATA = Path(__file__).parent / "data"
#: English endings and what may have stood in their place in the lemma.
_ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man"), ("ses", "s"), ("xes", "x"),
    ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("es", "e"), ("es", ""), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("ier", "y"), ("iest", "y"), ("er", "e"), ("est", "e"), ("er", ""), ("est", ""),
)  # fmt: skip
#: Last letter of a form to the endings that it may have, in the same order.
_ENDINGS_IN = {
    letter: tuple(pair for pair in _ENDINGS if pair[0][-1] == letter)
    for letter in sorted({ending[-1] for ending, _ in _ENDINGS})
}


class Lexicon:
    """English-Romanian lemma pairs with parts of speech (``n``, ``v``, ``a``, ``r``).

    Args:
        forward: English lemma to lines ``n fiu|băiat``, joined by tabs; an irregular form, with
            ``=`` before it, to its lemmas.
        backward: Romanian lemma to the same of English lemmas.
    """

    def __init__(self, forward: Table, backward: Table) -> None:
        self._forward, self._backward = forward, backward
        self.translations = lru_cache(maxsize=WORDS)(self._translations)
        self.english = lru_cache(maxsize=WORDS)(self._english)
        self.lemmas = lru_cache(maxsize=WORDS)(self._lemmas)

    def _lemmas(self, form: str) -> tuple[str, ...]:
        """English lemmas of `form` that the lexicon has: the form itself, irregular, regular."""
        found = [form] if form in self._forward else []
        lower = form.lower()
        if lower != form and lower in self._forward:
            found.append(lower)
        irregular = (self._forward.get("=" + lower) or "").split()
        found += [lemma for lemma in irregular if lemma in self._forward]
        for ending, original in _ENDINGS_IN.get(lower[-1:], ()) if not irregular else ():
            stem = lower[: -len(ending)]
            if not lower.endswith(ending) or len(stem) < 2:
                continue
            found += [stem + original] if stem + original in self._forward else []
            # stopped, running: the doubled consonant
            doubled = not original and len(stem) > 3 and stem[-1] == stem[-2]
            found += [stem[:-1]] if doubled and stem[:-1] in self._forward else []
        return tuple(dict.fromkeys(found))

    def _translations(self, word: str, pos: str = "") -> tuple[str, ...]:
        """Romanian lemmas for the English `word` (inflected or not), the likeliest first.

        Args:
            word: English word or, with single spaces, several words.
            pos: ``n``, ``v``, ``a`` or ``r`` to see only that part of speech.
        """
        return _merged(self._forward, self.lemmas(word), pos)

    def _english(self, word: str, pos: str = "") -> tuple[str, ...]:
        """English lemmas for the Romanian `word` (inflected or not), the likeliest first."""
        lemmas = [word] if word in self._backward else []
        lemmas += [lemma for lemma in romanian().lemmas(word) if lemma in self._backward]
        return _merged(self._backward, tuple(dict.fromkeys(lemmas)), pos)


def _merged(table: Table, lemmas: tuple[str, ...], pos: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for lemma in lemmas:
        for cell in (table.get(lemma) or "").split("\t"):
            if cell and (not pos or cell[0] == pos):
                found |= dict.fromkeys(cell[2:].split("|"))
    return tuple(found)


@lru_cache(maxsize=1)
def en_ro() -> Lexicon:
    """The English-Romanian lexicon, loaded once per process."""
    return Lexicon(load(DATA / "en-ro.table"), load(DATA / "ro-en.table"))
