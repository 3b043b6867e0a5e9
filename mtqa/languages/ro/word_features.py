"""What a tagger sees of a word by itself: its form, its ends, what the dictionary says of it."""

from __future__ import annotations

from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.knowledge import romanian
from mtqa.knowledge.spelling import comma

#: What is seen of a word, one embedding table each.
COLUMNS = ("form", "lemmas", "prefix", "suffix", "shape", "readings")
_DIGITS = str.maketrans("123456789", "000000000")
#: Letters of a shape that is alike behind this many.
_SHAPE = 4


@lru_cache(maxsize=WORDS)
def seen(word: str) -> tuple[int, ...]:
    """A hash for each of :data:`COLUMNS`.

    Cedillas count as commas, every figure as 0, and a word without its diacritics has the readings
    of the most frequent word that it can stand for.
    """
    from spacy.strings import hash_string  # type: ignore[attr-defined]

    values = zip(COLUMNS, _values(word), strict=True)
    return tuple(hash_string(f"{kind}:{value}") for kind, value in values)


def _values(word: str) -> tuple[str, ...]:
    plain = comma(word).replace("’", "'").replace("\u2011", "-").replace("\u2010", "-")
    form = plain.lower().translate(_DIGITS)
    bare = form.strip("-")
    readings = romanian().analyses(plain) or romanian().analyses(plain.strip("-"))
    if not readings and bare.isalpha() and bare.isascii() and word.islower():
        readings = tuple(r for w in romanian().folded(bare)[:1] for r in romanian().analyses(w))
    lemmas = sorted({reading.lemma for reading in readings})
    tags = sorted({reading.tag for reading in readings})
    return (
        form,
        "|".join(lemmas) or form,
        form[:3],
        form[-3:],
        _shape(plain),
        "|".join(tags),
    )


def _shape(word: str) -> str:
    """``Xxxxx``, ``dd.ddd``: capitals, small letters and figures, long runs cut short."""
    shape: list[str] = []
    run = 0
    for letter in word:
        kind = (
            "d" if letter.isdigit() else
            "X" if letter.isupper() else "x" if letter.isalpha() else letter
        )  # fmt: skip
        run = run + 1 if shape and shape[-1] == kind else 1
        if run <= _SHAPE:
            shape.append(kind)
    return "".join(shape)
