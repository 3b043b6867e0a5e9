"""Institutions translated word by word where Romanian has a name of its own for them."""

from __future__ import annotations

from functools import lru_cache

from mtqa.compare.names.evidence import Verdict
from mtqa.compare.names.extract import SourceName
from mtqa.compare.names.forms import institution
from mtqa.compare.names.keys import unmarked
from mtqa.compare.names.segment import SegmentNames, forms_of
from mtqa.knowledge import Institution, en_ro, romanian
from mtqa.languages.ro import Token

_SMALL = frozenset("of the and for in on to".split())


def word_by_word(segment: SegmentNames, name: SourceName) -> Verdict | None:
    """The words of the target that translate the institution's name one by one, if any.

    Each longer word of the English name must be translated, all within a stretch of the target not
    much longer than the name, and at least one by a word that the Romanian name does not have.
    """
    items = institution(name.text)
    if len(name.parts) < 2 or not items or segment.language != "en":
        return None
    if items[0].kind == "sport":  # the press is not of one mind: Cupa Mondială, Campionatul Mondial
        return None
    if any(segment.target.phrase(form) for item in items for form in forms_of(item)):
        return None
    words = [word for word in name.text.split() if word.lower() not in _SMALL]
    found = [_rendering(segment, word) for word in words]
    if not all(found) or len(words) < 2:
        return None
    tokens = sorted({token for token in found if token is not None}, key=lambda token: token.start)
    places = [segment.target.places[token.start] for token in tokens]
    official = _lemmas(items[0])
    strange = [token for token in tokens if not _is_in(token, official)]
    if len(tokens) != len(words) or not strange or places[-1] - places[0] > len(words) + 1:
        return None
    if not any(token.text[0].isupper() for token in tokens):
        return None
    return Verdict("institution", tokens[0].start, tokens[-1].end, items[0].romanian,
                   name.start, name.end, False)  # fmt: skip


def _rendering(segment: SegmentNames, word: str) -> Token | None:
    """The first word of the target that translates the English word."""
    for sense in en_ro().translations(word.lower()):
        for token in segment.target.lemmas.get(sense, ()):
            return token
    return None


@lru_cache(maxsize=2_000)
def _lemmas(item: Institution) -> frozenset[str]:
    words = item.romanian.lower().split()
    return frozenset(lemma for word in words for lemma in (word, *romanian().lemmas(word)))


def _is_in(token: Token, official: frozenset[str]) -> bool:
    lower = token.text.lower()
    stems = {unmarked(lemma)[:5] for lemma in official}
    return unmarked(lower)[:5] in stems or not official.isdisjoint(romanian().lemmas(lower))
