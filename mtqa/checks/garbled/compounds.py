"""Hyphen compounds that mean nothing in Romanian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import is_bare, odd, reading
from mtqa.checks.words.formation import is_coinage
from mtqa.common.memory import NAMES, WORDS
from mtqa.knowledge import Analysis, comma, foreign_words, romanian
from mtqa.knowledge.handmade import word_set
from mtqa.model import Issue

#: Zipf frequency from which a part may be an English word that Romanian borrowed.
_ENGLISH = 4.0


def _linked() -> frozenset[str]:
    """First halves that Romanian hyphens to words of any language, and second halves that inflect
    them."""
    return word_set("word-formation", "linked")


def _parts(form: str) -> list[str] | None:
    """The halves of a lower-case hyphen compound of two or more words, None if it is none."""
    parts = comma(form).split("-")
    plain = len(parts) > 1 and all(part.isalpha() and part.islower() for part in parts)
    # the hyphen of a line break that was moved into the line: lan-sează
    if not plain or len(set(parts)) == 1 or romanian().known("".join(parts)):
        return None
    return parts


@lru_cache(maxsize=WORDS)
def _is_own(part: str) -> bool:
    """A Romanian word in earnest: it has a reading, and English has it not or hardly."""
    return (
        len(part) > 2
        and part not in _linked()
        and bool(romanian().analyses(part))
        and foreign_words().strength(part, "en") < _ENGLISH
    )


class LiteralCompound(Check):
    """A foreign compound rendered part by part: "apă-înaltă" (Hochwasser), "rotund-lume".

    Romanian does not hyphen a noun to its adjective; the few compounds that it has stand in the
    dictionary.
    """

    name = "garbled.literal-compound"
    category = "garbled"
    spares_names = True
    needs_diacritics = True
    severity = "major"
    confidence = 0.8

    _SHORTEST = 3

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            parts = _parts(token.text) if "-" in token.text else None
            if not parts or len(parts) != 2 or not text.is_marked(index):
                continue
            if text.ending_follows(index) or text.counts[token.text] > 2:
                continue
            if min(map(len, parts)) >= self._SHORTEST and not _linked().intersection(parts):
                reason = self._reason(*parts)
                if reason:
                    yield self.issue(view, token.start, token.end, reason)

    def _reason(self, left: str, right: str) -> Message | None:
        if any(not word_set("species", kind).isdisjoint(romanian().lemmas(left))
               for kind in ("animal", "plant")):  # fmt: skip
            return None  # kinds are named so: capră-neagră, broască-țestoasă
        if _is_own(left) and _is_own(right):
            first, second = romanian().analyses(left), romanian().analyses(right)
            if _is_noun_with_adjective(first, second) or _is_clash(first, second):
                return Message(
                    "Two words joined by a hyphen that Romanian does not join: a foreign compound "
                    "rendered part by part.",
                    "Două cuvinte pe care româna nu le leagă prin cratimă: un compus străin redat "
                    "bucată cu bucată.",
                )
        kinds = {reading.pos for reading in romanian().analyses(left)}
        if _is_own(left) and kinds & {"noun", "adjective"} and _is_nonsense(right):
            return Message(
                f"“{right}” is no word, so that the compound means nothing.",
                f"„{right}” nu este un cuvânt, deci compusul nu spune nimic.",
            )
        return None


def _is_noun_with_adjective(first: tuple[Analysis, ...], second: tuple[Analysis, ...]) -> bool:
    """A feminine or neuter noun and an adjective that agrees with it; offices are masculine
    (consul-general, secretar-adjunct)."""
    if any(reading.pos not in ("noun", "verb") for reading in first):
        return False
    if any(reading.pos in ("noun", "adverb", "numeral") for reading in second):
        return False
    return any(
        noun.pos == "noun"
        and noun.gender in ("f", "n")
        and adjective.pos == "adjective"
        and adjective.number == noun.number
        and adjective.gender == ("m" if (noun.gender, noun.number) == ("n", "s") else "f")
        for noun in first
        for adjective in second
    )


def _is_clash(first: tuple[Analysis, ...], second: tuple[Analysis, ...]) -> bool:
    """An adjective before a noun or participle that does not agree with it."""
    kinds = {"adjective"}
    if {reading.pos for reading in first} != kinds or any(r.pos == "adverb" for r in first):
        return False
    others = [reading for reading in second if reading.gender]
    if not others or any(reading.pos not in ("noun", "adjective", "verb") for reading in second):
        return False
    if all(reading.gender == "m" for reading in first):
        return all(reading.pos == "noun" and reading.gender == "f" for reading in second)
    return all(reading.gender == "f" for reading in first) and not any(
        one.number == other.number and other.gender in ("f", "n")
        for one in first
        for other in others
    )


@lru_cache(maxsize=NAMES)
def _is_nonsense(part: str) -> bool:
    """A part of no language at hand."""
    return (
        len(part) > 3
        and odd(part)
        and not is_bare(part)
        and not foreign_words().strengths(part)
        and not is_coinage(part)
        and part.capitalize() not in romanian()
        and re.search("[kwyqx]", part) is None
    )


CHECKS = (LiteralCompound,)
