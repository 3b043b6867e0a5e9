"""Is this Romanian? Judged by function words, which no text of a language does without.

That is quick, and sure of nearly every Romanian text. Where it is not, the lexicon says how many of
the words are Romanian, and where that is not even half, py3langid (Lui and Baldwin 2012,
"langid.py: an off-the-shelf language identification tool") which language the text is in; its model
is loaded only then. Texts of a dozen words, and those that are hardly more than names and figures,
are given the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtqa.languages.tables import known
from mtqa.languages.tables import words as words_of

_TOKEN = re.compile(r"[^\W\d_]+")
_NON_LATIN = re.compile(r"[\u0370-\u052f\u0530-\u1fff\u3040-\ud7af]")
#: Too few words to judge.
_ENOUGH = 12
#: Too few words in lower case, three letters or more: a list of names.
_PROSE = 6
_WORDS_READ = 400
_SAMPLE = 20_000


class Language(NamedTuple):
    """The verdict on a text.

    Attributes:
        romanian: it is Romanian, or too short to tell.
        guess: what it looks like instead, in English, "" if nothing fits.
    """

    romanian: bool
    guess: str


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    """The function words of each language that has some listed."""
    listed = {code: frozenset(words_of(code).telling.split()) for code in known()}
    return {code: words for code, words in listed.items() if words}


def language_name(code: str) -> tuple[str, str] | None:
    """What a language is called in English and in Romanian, if it is one of those known here."""
    name = words_of(code).name
    return name if name[0] else None


def function_words(words: Iterable[str], different: int = 1) -> str:
    """ISO 639-1 code of the language whose function words are by far the most frequent among the
    words; empty if they are rare, fewer different ones than that, or Romanian.

    >>> function_words("the talks will go on, said the minister".split())
    'en'
    """
    lower = [word.lower() for word in words]
    counts = {code: sum(word in known for word in lower) for code, known in _sets().items()}
    own = counts.pop("ro")
    best = max(counts, key=lambda code: counts[code])
    enough = counts[best] >= max(2, 2 * own) and counts[best] >= 0.08 * len(lower)
    return best if enough and len(_sets()[best].intersection(lower)) >= different else ""


def identify(text: str) -> Language:
    """Whether ``text`` (its first 20,000 characters) is Romanian."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _TOKEN.findall(sample)]
    letters = sum(len(word) for word in words)
    if len(_NON_LATIN.findall(sample)) > max(letters / 2, _ENOUGH):
        return Language(False, "a text in another script")
    if len(words) < _ENOUGH:
        return Language(True, "")
    first = _by_function_words(words)
    if first is not None and (first.romanian or first.guess):
        return first
    found = _by_letters(sample)
    return found or first or Language(True, "")


def _by_function_words(words: Sequence[str]) -> Language | None:
    """The verdict of the function words; ``None`` where they leave a doubt."""
    counts = {language: sum(w in known for w in words) for language, known in _sets().items()}
    own = counts.pop("ro")
    other = max(counts, key=lambda language: counts[language])
    if own >= 2 * counts[other] + 2 and own >= 0.12 * len(words):
        return Language(True, "")
    if counts[other] > 1.3 * own + 2 and counts[other] >= 0.1 * len(words):
        return Language(False, words_of(other).name[0])
    if own < 0.04 * len(words) and len(words) >= 3 * _ENOUGH:
        return Language(False, "")
    return None


def _by_letters(sample: str) -> Language | None:
    """The verdict of an identifier of languages on prose of which hardly half the words are
    Romanian; ``None`` on anything else."""
    prose = [word for word in _TOKEN.findall(sample) if len(word) > 2 and word[0].islower()]
    if len(prose) < _PROSE:
        return None
    if _known(prose[:_WORDS_READ]) >= 0.5:
        return Language(True, "")
    import py3langid

    code = py3langid.classify(sample)[0]
    if code == "ro":
        return Language(True, "")
    return Language(False, words_of(code).name[0])


def _known(words: Sequence[str]) -> float:
    """The share of words that are Romanian, with their diacritics or without."""
    from mtqa.knowledge import romanian

    lexicon = romanian()
    return sum(word in lexicon or bool(lexicon.folded(word)) for word in words) / len(words)
