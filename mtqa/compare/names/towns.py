"""Towns of German and French sources that the translation has read as words: "Munți" for Bergen.

German writes every noun with a capital and French texts have towns that are words; what tells the
town is the preposition without an article before it ("aus Bergen", "à Tours"), and that the word in
its place has kept a capital that no Romanian word has within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.compare.names.evidence import Verdict, is_native, is_place, translates
from mtqa.compare.names.extract import SourceName
from mtqa.compare.names.keys import places_called, unmarked
from mtqa.compare.names.segment import SegmentNames
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import rows, word_set
from mtqa.languages.ro import Token
from mtqa.languages.tables import names

#: After a German noun: it is counted or described, and no town.
_NOUN = re.compile(r" (?:von|aus|voller|und|oder|des|der) ")
#: Romanian prepositions of place.
_WHERE = frozenset("la din în spre lângă către dinspre prin".split())


@lru_cache(maxsize=16)
def _before(language: str) -> re.Pattern[str] | None:
    """Prepositions of place before a name; an article would make a noun of it."""
    pattern = names(language).before_towns
    return re.compile(pattern) if pattern else None


def towns_as_words(segment: SegmentNames) -> Iterator[Verdict]:
    """The verdicts on the towns of a German or French segment of which a word is left."""
    if _before(segment.language) is None:
        return
    missing = [name for name, shown in segment.names if _is_missing(segment, name, shown)]
    tokens = [token for token in segment.target.capitals if _is_odd(segment, token)]
    if segment.language == "fr" and (len(missing) != 1 or len(tokens) != 1):
        return  # without a dictionary, only the one word may stand for the one town
    for name in missing:
        for token in tokens:
            if unmarked(name.text)[:3] == unmarked(token.text)[:3]:
                continue  # another form of the name: Corée, Coreea
            if segment.language == "fr" or _renders(name.text, token.text):
                yield Verdict("literal", token.start, token.end, _right(name.text),
                              name.start, name.end, False)  # fmt: skip
                break


def _is_missing(segment: SegmentNames, name: SourceName, shown: list[list[Token] | None]) -> bool:
    """Whether the name is of one word, of a town for all that is known, and not in the target."""
    if len(name.parts) > 1 or shown[0] is not None or name.parts[0].acronym:
        return False
    text = segment.article.source.text
    before = _before(segment.language)
    if before is None or not before.search(text[max(0, name.start - 6) : name.start]):
        return False
    if segment.language == "de":
        return not _NOUN.match(text[name.end : name.end + 8])
    return not name.parts[0].initial and name.kind in ("place", "name", "organisation")


def _is_odd(segment: SegmentNames, token: Token) -> bool:
    """Whether the word is an ordinary one with a capital, alone after a preposition of place."""
    if token.start in segment.starts or not segment.is_candidate(token) or token.text.isupper():
        return False
    if not any(other.text in _WHERE for other in segment.neighbour(token, -1)):
        return False
    if any(
        other.text[0].isupper() or other.text in ("de", "cu")
        for other in segment.neighbour(token, 1)
    ):
        return False
    lower = token.text.lower()
    bare = {unmarked(lemma) for lemma in (lower, *romanian().lemmas(lower))}
    return (
        bare.isdisjoint(word_set("capitalised", "no town"))
        and is_native(lower)
        and not is_place(token.text)
    )


@lru_cache(maxsize=NAMES)
def _renders(noun: str, form: str) -> bool:
    """Whether the Romanian word translates the German noun, by way of English too."""
    return translates(noun, form) or any(translates(sense, form) for sense in _english(noun))


@lru_cache(maxsize=NAMES)
def _english(noun: str) -> tuple[str, ...]:
    lower = noun.lower()
    table = _table()
    found = (lower, lower.removesuffix("n"), lower.removesuffix("en"), lower.removesuffix("s"))
    return tuple(sense for form in found for sense in table.get(form, ()))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    return {row["german"]: tuple(row["english"].split("|")) for row in rows("german")}


def _right(town: str) -> str:
    """The town's name in Romanian."""
    curated = [entry.name for entry in places_called(town) if entry.curated]
    return curated[0] if curated else town
