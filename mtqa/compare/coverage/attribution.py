"""Attributions that were lost: the source says who said it, the translation does not.

Both languages mark it by few means: verbs of saying, "according to", the opinion of somebody. A
bead whose source has one and whose target has none, nor anything like it, has lost it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.letters import is_acronym
from mtqa.compare.coverage.words import Word
from mtqa.compare.names.keys import fold
from mtqa.model import Span

_PRONOUN_EN = r"(?:he|she|they|it|who)"
_VERB_EN = (
    r"(?:said|says|told|tells|added|adds|stated|states|claimed|claims|explained|announced|"
    r"insisted|argued|admitted|warned|reported|noted|wrote|declared|confirmed|replied|continued|"
    r"recalled|commented|remarked|concluded|predicted|suggested|joked|acknowledged)"
)
_NAME_EN = r"(?:(?:the |a |an |his |her |their )?(?:[\w'’.-]+ ){0,5}?[\w'’.-]+)"
#: An attribution set off from what is said: behind it, between commas, or before it.
_PATTERNS = {
    "en": re.compile(
        rf"[,”\"“’'] ?(?:{_PRONOUN_EN} (?:also |later |then |further )?{_VERB_EN}|"
        rf"{_VERB_EN} {_NAME_EN}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,9}} {_VERB_EN})"
        r"(?=[.,;:]|$| (?:in|on|at|to|after|during|last|Monday|Tuesday|Wednesday|Thursday|Friday|"
        r"Saturday|Sunday)\b)"
        r"|\b[Aa]ccording to (?!which|whom)[^,.;:!?”\"]{3,60}"
    ),
    "de": re.compile(
        r"[,”\"“’'] ?(?:sagte|sagt|erklärte|erklärt|betonte|fügte|teilte|berichtete|meinte|so|"
        r"schrieb|warnte|bestätigte|ergänzte|hieß es)(?: [\w.'’-]+){0,6}?(?: hinzu| mit)?"
        r"(?=[.,;:]|$)"
        r"|\b(?:[Ll]aut|[Nn]ach Angaben|[Gg]emäß) [^,.;:!?”\"]{3,60}"
    ),
}
#: Anything that may be a saying.
_SAID = {
    "en": re.compile(
        r"(?i)\b(?:sa(?:y|id|ys|ying)|tell|told|add|stat|claim|expla|announc|insist|argu|admit|warn|"
        r"report|not(?:e|ed|ing)|wr(?:ite|ote|iting)|declar|confirm|accord|repl|continu|recall|comment|"
        r"remark|conclud|predict|suggest|describ|believ|think|thought|ask|call|call|speak|spoke|"
        r"mention|reveal|urge|show|find|found|agree|talk|tweet|cit|testif|statement)"
    ),
    "de": re.compile(
        r"(?i)\b(?:sag|erklär|beton|füg|teil|bericht|mein|so |schr[ie]|warn|bestätig|ergänz|heißt|"
        r"hieß|laut|angaben|gemäß|zufolge|nach |kündig|behaupt|erzähl|nann|nenn|spr[aei]ch|äußer|"
        r"gab|geb)"
    ),
}
_MARKS = ",”\"“’' "
#: Stems of Romanian words that attribute: verbs and nouns of saying, and what stands for them.
_STEMS = """
    spu spus zis zice declar afirm adaug adăug precizat preciz anunt explic sublini transmi
    mention relat scri scris povest sustin sustine recuno averti raspun coment potriv
    conform opin parere consider crede remarc noteaz nota insist cita citat raport inform
    cuvint decla marturis pretin argument sublin completat complet conchi conclu indica
    atrag releva dezvalu confirm neag neg intreb exclam striga promi cerut cere estim apreci
    sursa surse aminte viziun vorbi vorbe mesaj comunic discurs interviu publica postat
    tweet indicat accentu evidenti aminti reamint afirma constat arat arata observ descri
    recomand solicit multum sfat lamur reiter detali glum ironi plang acuz reproș reproseaza
    sugera suger punctat punct replic dupa
""".split()


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    return tuple(sorted({fold(stem) for stem in _STEMS}, key=len, reverse=True))


@lru_cache(maxsize=WORDS)
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
        if not found or bead.links.crowded:
            continue
        attributed = _is_attributed(bead)
        beside: bool | None = None
        for match in found if attributed else found[-1:]:
            words = bead.words_between(*match.span())
            shown = _share_shown(bead, words)
            if shown > (0 if attributed else 0.5) or (attributed and not _has_speaker(words)):
                continue
            if attributed and _is_spelled_out(bead, words):
                continue
            place = _place(bead, match.start())
            if place is None:
                continue
            beside = _is_beside(article, bead) if beside is None else beside
            if not beside:
                start = match.start() + len(match.group()) - len(match.group().lstrip(_MARKS))
                yield Span(start, match.end()), place


def _has_speaker(words: list[Word]) -> bool:
    """Whether the attribution names somebody, so that the name must be seen."""
    return any(word.kind == "name" for word in words) and len(words) > 1


def _is_spelled_out(bead: Bead, words: list[Word]) -> bool:
    """Whether the source gives its speaker by letters, and the target names a body by words."""
    names = [word for word in words if word.kind == "name"]
    return all(is_acronym(word.text) for word in names) and bead.has_new_capital


_QUOTED = re.compile(r"[„“«\"][^„”“«»\"\n]*(?:[”“»\"]|$)|^[^„”“«»\"]*”")


def _is_attributed(bead: Bead) -> bool:
    """Whether a word of the target outside of its quotations may attribute."""
    text = bead.article.target.text
    quotes = [m.span() for s in bead.target_spans for m in _QUOTED.finditer(text, s.start, s.end)]
    if text.count('"', *bead.target) % 2:
        quotes = []  # a mark was lost: nobody knows what is quoted
    return any(is_attribution(token.text) and not _lies_in(quotes, token.start)
               for token in bead.tokens)  # fmt: skip


def _lies_in(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether the offset lies in one of the spans, which are in order and do not overlap."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return place >= 0 and offset < spans[place][1]


def _share_shown(bead: Bead, words: list[Word]) -> float:
    """The share of the words of the attribution that stand in the target, its speaker above all."""
    shown = sum(word.start in bead.shown for word in words)
    return shown / len(words) if words else 0.0


def _is_beside(article: ArticleBeads, bead: Bead) -> bool:
    """Whether a neighbour attributes though its source does not, so that it only moved."""
    said = _SAID[article.language]
    return any(
        near.source_spans
        and near.target_spans
        and said.search(article.source, *near.source) is None
        and _is_attributed(near)
        for near in article.around(bead)
    )


def _place(bead: Bead, offset: int) -> Span | None:
    """The word of the target nearest to the place of the attribution."""
    share = (offset - bead.source.start) / max(1, bead.source.end - bead.source.start)
    words = bead.plain_tokens
    if not words:
        return None
    token = words[min(len(words) - 1, round(share * (len(words) - 1)))]
    return Span(token.start, token.end)
