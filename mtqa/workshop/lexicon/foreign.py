"""Word forms of other languages: frequent in use and listed in a dictionary of the language.

A frequency list alone is web noise (half of all English words are "Romanian" by it); a dictionary
alone holds thousands of words nobody uses. What stands in both is a word of the language.
"""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

from mtqa.workshop.lexicon.dawg import save
from mtqa.workshop.lexicon.morfologik import sequences
from mtqa.workshop.lexicon.romanian import data_of, zipf

#: Language: lowest Zipf frequency, dictionary file, its separator and encoding, name tags.
_DICTIONARIES = {
    "en": (2.5, "english.dict", b"+", "utf-8", ("NNP",)),
    "de": (2.5, "german.dict", b"_", "utf-8", ("EIG",)),
    "fr": (2.5, "french.dict", b"_", "utf-8", ("Z",)),
    "es": (3.0, "es-ES.dict", b"_", "utf-8", ("NP",)),
    "it": (3.0, "italian.dict", b"_", "iso-8859-15", ("NPR",)),
}
#: Hungarian has a frequency list only; it counts from a higher frequency.
_HUNGARIAN = 3.5


def build(out: Path) -> dict[str, int]:
    """Write ``foreign.automaton`` and ``foreign.classes.gz`` to `out`; sizes in bytes."""
    strengths: dict[str, list[tuple[str, int]]] = {}
    for language, (floor, *_) in _DICTIONARIES.items():
        listed = dictionary(language)
        for word, value in zipf(language, floor, "large").items():
            if word in listed:
                strengths.setdefault(word, []).append((language, _half_points(value)))
    for word, value in hungarian().items():
        strengths.setdefault(word, []).append(("hu", _half_points(value)))
    kinds = {word: tuple(pairs) for word, pairs in strengths.items()}
    counts = Counter(kinds.values())
    ranked = sorted(counts, key=lambda kind: (-counts[kind], kind))
    numbers = {kind: i for i, kind in enumerate(ranked)}
    lines = [" ".join(f"{language}{value}" for language, value in kind) for kind in ranked]
    classes = out / "foreign.classes.gz"
    classes.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    values = {word: numbers[kind] for word, kind in kinds.items()}
    return {
        "foreign.automaton": save(out / "foreign.automaton", (), values),
        "foreign.classes.gz": classes.stat().st_size,
    }


def _half_points(value: float) -> int:
    """Zipf frequency times ten, in steps of five."""
    return round(2 * value) * 5


def dictionary(language: str) -> set[str]:
    """Forms of the language's tagger dictionary in lower case, proper names left out."""
    _, file, separator, encoding, names = _DICTIONARIES[language]
    found = set()
    for sequence in sequences(data_of(language) / "dictionaries" / file):
        form, _, rest = sequence.partition(separator)
        tag = rest.rpartition(separator)[2].decode(encoding)
        if not tag.startswith(names):
            word = form.decode(encoding).lower()
            if len(word) > 1 and word.replace("'", "").replace("-", "").isalpha():
                found.add(word)
    return found


def hungarian() -> dict[str, float]:
    """Frequent Hungarian words that are more frequent there than in any other language here."""
    others = [zipf(code, 2.5) for code in ("ro", *_DICTIONARIES)]
    return {
        word: value
        for word, value in zipf("hu", _HUNGARIAN, "small").items()
        if len(word) > 1
        and word.isalpha()
        and all(other.get(word, 0.0) < value for other in others)
    }
