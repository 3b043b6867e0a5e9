"""Attributions that were lost: the source says who said it, the translation does not.

Both languages mark it by few means: verbs of saying, "according to", the opinion of somebody. A
bead whose source has one and whose target has none, nor anything like it, has lost it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.coverage.beads import ArticleBeads, Bead
from mtqa.coverage.words import Word
from mtqa.model import Span
from mtqa.romanian import Token
from mtqa.source_names.keys import fold

_PRONOUN_EN = r"(?:he|she|they|it|who|I|we)"
_VERB_EN = (
    r"(?:said|says|told|tells|added|adds|stated|states|claimed|claims|explained|announced|"
    r"insisted|argued|admitted|warned|reported|noted|wrote|declared|confirmed)"
)
_NAME_EN = r"(?:(?:the |a |an |his |her |their )?(?:[\w'’.-]+ ){0,5}?[\w'’.-]+)"
#: An attribution set off from what is said: behind it, between commas, or before it.
_PATTERNS = {
    "en": re.compile(
        rf"[,”\"“’'] ?(?:{_PRONOUN_EN} (?:also |later |then |further )?{_VERB_EN}|"
        rf"{_VERB_EN} {_NAME_EN}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)* {_VERB_EN})"
        r"(?=[.,;:]|$| (?:in|on|at|to|after|during|last|Monday|Tuesday|Wednesday|Thursday|Friday|"
        r"Saturday|Sunday)\b)"
        r"|\b[Aa]ccording to [^,.;:!?”\"]{3,60}"
    ),
    "de": re.compile(
        r"[,”\"“’'] ?(?:sagte|sagt|erklärte|erklärt|betonte|fügte|teilte|berichtete|meinte|so|"
        r"schrieb|warnte|bestätigte|ergänzte|hieß es)(?: [\w.'’-]+){0,6}?(?: hinzu| mit)?(?=[.,;:]|$)"
        r"|\b(?:[Ll]aut|[Nn]ach Angaben|[Gg]emäß) [^,.;:!?”\"]{3,60}"
    ),
}
#: Stems of Romanian words that attribute: verbs and nouns of saying, and what stands for them.
_STEMS = (
    "spu spus zis zice declar afirm adaug adăug precizat preciz anunt explic sublini transmi "
    "mention relat scri scris povest sustin sustine recuno averti raspun coment potriv conform "
    "opin parere consider crede remarc noteaz nota insist cita citat raport inform cuvint decla "
    "marturis pretin argument sublin completat complet conchi conclu indica atrag releva dezvalu "
    "confirm neag neg intreb exclam striga promi cerut cere estim apreci sursa surse viziun "
    "vorbi vorbe mesaj comunic discurs interviu publica postat tweet indicat accentu evidenti "
    "aminti reamint afirma constat arat arata observ descri recomand solicit multum sfat lamur "
    "reiter detali glum ironi plang acuz reproș reproseaza sugera suger punctat punct replic dupa"
).split()


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    return tuple(sorted({fold(stem) for stem in _STEMS}, key=len, reverse=True))


@lru_cache(maxsize=50_000)
def is_attribution(form: str) -> bool:
    """Whether the Romanian word may attribute a statement."""
    return fold(form).startswith(_marks())


def lost_attributions(article: ArticleBeads) -> Iterator[tuple[Span, Span]]:
    """The attribution in the source, and the word of the target beside which it is missing."""
    pattern = _PATTERNS.get(article.language)
    if pattern is None:
        return
    for bead in article.beads:
        if not bead.source_spans or not bead.target_spans:
            continue
        found = list(pattern.finditer(article.source, *bead.source))
        if not found or any(is_attribution(token.text) for token in bead.tokens):
            continue
        match = found[-1]
        names = [w for w in bead.source_words if match.start() <= w.start < match.end()]
        if _is_shown(bead, names) or _is_beside(article, bead):
            continue
        place = _place(bead, match.start())
        if place is not None:
            start = match.start() + len(match.group()) - len(match.group().lstrip(",”\"“’' "))
            yield Span(start, match.end()), place


def _is_shown(bead: Bead, words: list[Word]) -> bool:
    """Whether the words of the attribution, its speaker above all, stand in the target."""
    starts = {word.start for word in words}
    links = bead.links
    shown = sum(1 for i, w in enumerate(links.source) if w.start in starts and links.forward[i] >= 0)
    return shown * 2 > len(words) if words else False


def _is_beside(article: ArticleBeads, bead: Bead) -> bool:
    """Whether the neighbours attribute more often than their sources, so that it only moved."""
    pattern = _PATTERNS[article.language]
    for near in article.around(bead):
        marks = sum(1 for token in near.tokens if is_attribution(token.text))
        theirs = len(pattern.findall(article.source, *near.source)) if near.source_spans else 0
        if marks > theirs + 1:
            return True
    return False


def _place(bead: Bead, offset: int) -> Span | None:
    """The word of the target nearest to the place of the attribution."""
    share = (offset - bead.source.start) / max(1, bead.source.end - bead.source.start)
    words: list[Token] = [token for token in bead.tokens if token.is_word]
    if not words:
        return None
    token = words[min(len(words) - 1, round(share * (len(words) - 1)))]
    return Span(token.start, token.end)
