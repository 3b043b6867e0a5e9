"""What stands around a word of the source that was copied: in the source, and in the translation.

Names are copied and common words are not, and the company tells which a word is: an English name
has no article before it, words of a title go together, and Romanian puts "un" before a thing.
"""

from __future__ import annotations

from mtqa.checks.lexical import Reading
from mtqa.checks.words.source import Likeness, Side, SourceWord
from mtqa.knowledge import en_ro, foreign_words, romanian

_ZIPF = 7.0
#: Longer runs of copied words say nothing more.
_LONGEST = 4
_INDEFINITE = frozenset(["un", "o", "unui", "unei", "niște", "unor"])
_PREPOSITIONS = frozenset("de din la în cu pe pentru prin despre către ca sub spre".split())


def company(text: Reading, index: int, source: Side, likeness: Likeness) -> dict[str, float]:
    """Evidence on a copied word from what is around it.

    Args:
        text: the article, read.
        index: of the word's token.
        source: the segment that it comes from.
        likeness: the word of the source, which must be there.
    """
    first, last = _extent(text, index, source, -1), _extent(text, index, source, 1)
    run = [text.tokens[at].text for at in range(first, last + 1)]
    found = {"copied run": (min(len(run), _LONGEST) - 1) / (_LONGEST - 1)}
    if source.language == "en":
        found["run translatable"] = sum(map(_is_translatable, run)) / len(run)
        found["run everyday"] = sum(_strength(word) for word in run) / len(run) / _ZIPF
        if len(run) > 1:
            found["whole run translatable"] = float(all(map(_is_translatable, run)))
    word = likeness.word
    if word is not None:
        found |= _before(source, word)
        low = word.text.lower()
        singular = low.removesuffix("es") if low.endswith("ses") else low.removesuffix("s")
        plural = source.language == "en" and singular != low and _is_translatable(singular)
        found["plural of a translatable word"] = float(plural)
    before = text.neighbour(first, -1)
    if before is not None:
        low = before.text.lower()
        found["un, o before"] = float(low in _INDEFINITE)
        found["preposition before"] = float(low in _PREPOSITIONS)
        readings = romanian().analyses(low) if before.text == low else ()
        found["noun before"] = float(any(reading.pos == "noun" for reading in readings))
    return found


def _extent(text: Reading, index: int, source: Side, step: int) -> int:
    """The last token in one direction up to which all stand in the source."""
    for _ in range(_LONGEST):
        token = text.neighbour(index, step)
        if token is None or not (token.text[0].isupper() or romanian().known(token.text) is False):
            break
        if not source.has(token.text):
            break
        index += step
    return index


def _is_translatable(word: str) -> bool:
    return bool(en_ro().translations(word.lower()))


def _strength(word: str) -> float:
    return foreign_words().strength(word.lower(), "en")


def _before(source: Side, word: SourceWord) -> dict[str, float]:
    """The article before the capitalised words that the word stands among."""
    at = source.words.index(word) - 1
    while at >= 0 and source.words[at].text[0].isupper() and not source.words[at].opens:
        at -= 1
    before = source.words[at].text.lower() if at >= 0 and source.language == "en" else ""
    return {
        "the before in source": float(before == "the"),
        "a, an before in source": float(before in ("a", "an")),
    }
