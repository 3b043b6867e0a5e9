"""People of the source in the target: their names in order and in one piece, their gender."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.compare.names.evidence import Fault, Shown, Verdict
from mtqa.compare.names.extract import SourceName
from mtqa.compare.names.keys import is_cyrillic, source_keys, unmarked
from mtqa.compare.names.likeness import relation
from mtqa.compare.names.segment import SegmentNames
from mtqa.compare.names.slavic import is_romanised
from mtqa.compare.names.transcribe import is_slavic_surname
from mtqa.knowledge import people, places
from mtqa.knowledge.handmade import rows, word_set
from mtqa.languages.ro import Token
from mtqa.languages.tables import languages, names

#: Words that may stand within a name, or between two people.
_CONNECTING = frozenset("și cu al ai ale de von van der den del la le di da bin lui sau jr".split())
_PRONOUNS = {
    "m": frozenset(["he", "him", "his", "himself"]),
    "f": frozenset(["she", "her", "hers", "herself"]),
}


@lru_cache(maxsize=1)
def _counterparts() -> dict[str, tuple[str, str]]:
    """Romanian words of one gender to it and to the word of the other."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows("gender"):
        masculine, feminine = row["masculine"], row["feminine"]
        found |= {masculine: ("m", feminine), feminine: ("f", masculine)}
    return found


@lru_cache(maxsize=1)
def _titles() -> dict[str, frozenset[str]]:
    """Words right before a name in the source that tell the person's gender, of all languages."""
    tables = [names(code) for code in languages()]
    return {
        "m": frozenset(word for table in tables for word in table.titles_of_men.split()),
        "f": frozenset(word for table in tables for word in table.titles_of_women.split()),
    }


def judge_person(segment: SegmentNames, name: SourceName, shown: list[Shown]) -> Iterator[Verdict]:
    """What is wrong with the order of a person's names or with the gender of the word before."""
    if name.kind not in ("person", "name"):
        return
    tokens = _one_each(shown) if name.kind == "person" else []
    if tokens and not names(segment.language).surname_first:
        yield from _order(segment, name, tokens)
    if len(name.parts) == 2 and shown[0] and shown[1] is None:
        yield from _other_surname(segment, name, shown[0])
    first = next((found[0] for found in shown if found), None)
    if first is not None:
        yield from _gender(segment, name, first)


def _other_surname(
    segment: SegmentNames, name: SourceName, given: list[Token]
) -> Iterator[Verdict]:
    """Another word in the place of a Slavic surname of a Cyrillic source: "Serghei Ivan"."""
    first, last = name.parts
    if not is_cyrillic(segment.written(last)) or is_cyrillic(last.text):
        return
    if not is_slavic_surname(segment.written(first), segment.written(last)):
        return
    for token in (other for one in given for other in segment.neighbour(one, 1)):
        if not segment.is_candidate(token) or is_romanised(last.text, token.text, "ro"):
            continue
        fault: Fault = relation(last.text, token.text, framed=True) or "replaced"
        yield Verdict(fault, token.start, token.end, last.text, last.start, last.end)
        return


def _one_each(shown: list[Shown]) -> list[Token]:
    """The words of a name of which every part stands exactly once in the target, else none."""
    if len(shown) != 2 or any(not found or len({t.start for t in found}) > 1 for found in shown):
        return []
    tokens = [found[0] for found in shown if found]
    return tokens if tokens[0].start != tokens[1].start else []


def _order(segment: SegmentNames, name: SourceName, tokens: list[Token]) -> Iterator[Verdict]:
    given, surname = tokens
    if any(unmarked(token.text) != unmarked(part.text)
           for token, part in zip(tokens, name.parts, strict=True)):  # fmt: skip
        return  # a case form or a name that Romanian writes its own way
    if _is_mentioned_twice(segment, name) or _is_either_way(name.text):
        return
    if given in tuple(segment.neighbour(surname, 1)):
        yield Verdict("order", surname.start, given.end, name.text, name.start, name.end)
        return
    between = segment.text[given.end : surname.start]
    words = between.split()
    if (
        given.start < surname.start
        and 0 < len(words) < 3
        and all(word.isalpha() and word.islower() for word in words)
        and not _CONNECTING.intersection(words)
    ):
        yield Verdict("order", given.start, surname.end, name.text, name.start, name.end, False)


def _is_mentioned_twice(segment: SegmentNames, name: SourceName) -> bool:
    """Whether the source has a part of the name once more, so that the two may stand apart."""
    words = segment.article.source.source_words(*segment.span)
    return any(words.count(part.text) > 1 for part in name.parts)


@lru_cache(maxsize=NAMES)
def _is_either_way(name: str) -> bool:
    """Whether the name is Asian or Hungarian, which papers write in both orders."""
    listed = people().find(name)
    bearers = listed or [person for part in name.split() for person in people().with_part(part)]
    return any(person.country in word_set("countries", "surname first") for person in bearers)


def _gender(segment: SegmentNames, name: SourceName, first: Token) -> Iterator[Verdict]:
    for token in segment.neighbour(first, -1):
        noun, right = token, ""
        for before in segment.neighbour(token, -1) if places().demonym(token.text) else ():
            noun, right = before, f" {_turned(token.text)}"
        gender, counterpart = _counterparts().get(noun.text.lower(), ("", ""))
        told = _told_gender(segment, name) if gender else None
        if told and told != gender:
            right = counterpart + right
            right = right[0].upper() + right[1:] if noun.text[0].isupper() else right
            yield Verdict("gender", noun.start, token.end, right, name.start, name.end)


@lru_cache(maxsize=2_000)
def _turned(adjective: str) -> str:
    """The adjective of a place in the other gender: britanic, britanică."""
    place = places().demonym(adjective)
    for paradigm in (*place.adjectives, *place.inhabitants) if place else ():
        if adjective in paradigm:
            return paradigm[paradigm.index(adjective) ^ 1]
    return adjective


def _told_gender(segment: SegmentNames, name: SourceName) -> str | None:
    """The gender that the source tells: by the word before the name, or by the only pronouns of a
    sentence with one person, unless the lists know better."""
    text = segment.article.source.text
    before = text[max(0, name.start - 20) : name.start].replace(".", " ").lower().split()[-1:]
    for gender, titles in _titles().items():
        if titles.intersection(before):
            return gender
    persons = {other.parts[-1].text for other, _ in segment.names if other.kind == "person"}
    listed = {person.gender for person in people().find(name.text)}
    words_ = {word.lower() for word in segment.article.source.source_words(*segment.span)}
    seen = [gender for gender, pronouns in _PRONOUNS.items() if pronouns & words_]
    if len(persons) == 1 and len(seen) == 1 and listed <= {seen[0]}:
        return seen[0] if listed or _given_gender(name.parts[0].text) == seen[0] else None
    return None


@lru_cache(maxsize=NAMES)
def _given_gender(given: str) -> str | None:
    """The gender of the listed people with this given name, if they are of one."""
    keys = source_keys(given)
    genders = {
        person.gender
        for person in people().with_part(given)
        if keys & source_keys(person.name.split()[0])
    }
    return genders.pop() if len(genders) == 1 else None
