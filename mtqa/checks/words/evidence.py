"""What speaks for and against a word of no Romanian list: evidence, by name, in numbers.

Nothing is decided here. Each piece of evidence is a number between about -1 and 1, zero where it is
absent. What it is worth is learnt (:mod:`mtqa.workshop.words`), apart for words in lower case, for
those with a capital because the sentence begins, and for those with a capital of their own; and
apart for words that can be compared with a source and others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log2
from typing import NamedTuple

from mtqa.checks.lexical import Reading, is_listed_name, odd
from mtqa.checks.untranslated.target import is_explained
from mtqa.checks.words.copies import company
from mtqa.checks.words.formation import (
    ENDINGS,
    has_native_letter,
    is_coinage,
    is_derived,
    is_formed,
)
from mtqa.checks.words.halves import grown, halves
from mtqa.checks.words.letters import letters
from mtqa.checks.words.source import Likeness, Side
from mtqa.checks.words.typos import Slip, slips
from mtqa.common.memory import NAMES
from mtqa.knowledge import comma, foreign_words, romanian, without_marks
from mtqa.languages.ro import Document

Features = dict[str, float]
#: Zipf frequencies and lengths are divided by these.
_ZIPF, _LONG = 7.0, 12
#: Zipf frequency of the halves of a compound.
_EVERYDAY = 3.5
#: Shorter words fall into two by chance.
_COMPOUND = 8
#: Shorter words have many neighbours.
_SHORT = 6
#: A hyphen that only shows where a line breaks: the word is none that a list can have.
_SOFT_HYPHEN = "\u00ad"
_LOOKS = ("damaged letters", "foreign letters", "English letters")
_MARKED = re.compile("[ăâîșț]")
_UNROMANIAN = re.compile("[kwyq]")
#: Letters as no word has them: three alike, a syllable twice over, five consonants, no vowel.
_ROW = re.compile(
    r"(.)\1\1|(?<=.)(...)\2|(..)\3\3|[bcdfghjklmnpqrsștțvwxz]{5}|^[bcdfghjklmnpqrsștțvwxz]{4,}$"
)
_PLAIN = re.compile(r"[a-zăâîșț\-']+")
#: Words the case of whose letters is no habit of names: ApolloenSoyuz, eBay.
_INNER_CAPITAL = re.compile(r"[^\W\d_][A-ZĂÂÎȘȚ]")


#: Words that no dictionary lists and that are none the worse for it: made of known ones by rule, or
#: of a dialect and quoted.
_REGULAR = ("coinage", "formed", "quoted alone")


class Evidence(NamedTuple):
    """One word in its place.

    Attributes:
        start: of the word, in code points.
        end: of the word, half-open.
        text: the word.
        situation: ``lower``, ``opening`` or ``capital``.
        features: the evidence by name; what is zero may be absent.
        near: the dictionary word that was most likely meant, where one was looked for and found.
        likeness: what the word has in common with the source; None where there is none, or it
            cannot be compared.
    """

    start: int
    end: int
    text: str
    situation: str
    features: Features
    near: Slip | None
    likeness: Likeness | None

    @property
    def group(self) -> str:
        """Of :data:`mtqa.checks.words.worth.GROUPS`: which words it is like in how far its evidence
        can be trusted."""
        features = self.features
        if self.situation != "lower":
            return self.situation
        whole = not features.get("hyphen")
        if features.get("near frequency") and not features.get("foreign") and whole:
            return "near"
        if features.get("foreign"):
            return "foreign"
        if features.get("native letter" if whole else "foreign and Romanian part") and not any(
            map(features.get, _REGULAR)
        ):
            return "no loan"
        return "with marks" if features.get("mark") and whole else "far"


@lru_cache(maxsize=NAMES)
def _form(text: str) -> Features:
    """What the word says by itself, wherever it stands."""
    form = comma(text)
    low = form.lower()
    found: Features = {
        "length": min(len(low), _LONG) / _LONG,
        "short": float(len(low) < 4),
        "frequency": romanian().frequency(low) / _ZIPF,
        "native letter": float(has_native_letter(low)),
        "mark": float(bool(_MARKED.search(low))),
        "unromanian letter": float(bool(_UNROMANIAN.search(low))),
        "accent": float(_PLAIN.fullmatch(low) is None),
        "digit": float(any(char.isdigit() for char in low)),
        "hyphen": float("-" in low),
        "all capitals": float(form.isupper()),
        "inner capital": float(_INNER_CAPITAL.search(form) is not None and not form.isupper()),
        "coinage": float(is_coinage(low)),
        "formed": float(is_formed(low)),
        "listed name": float(is_listed_name(form)),
        "name in lower case": float(form == low and low.capitalize() in romanian()),
        "derived": float(is_derived(low)),
        "ends in -s": float(low.endswith("s")),
        "ends in -ing, -ed, -ly": float(low.endswith(("ing", "ed", "ly"))),
    }
    found.update(_foreign(low))
    found.update(halves(low))
    if form[:1].isupper() and not found["listed name"]:
        found.update(grown(form))
    found["letters in a row"] = float(_ROW.search(low) is not None)
    found.update(zip(_LOOKS, (_held(odds / 8) for odds in letters().looks(low)), strict=True))
    if "-" in low:
        parts = [part for part in low.split("-") if len(part) > 1]
        found["unknown part"] = sum(map(odd, parts)) / max(len(parts), 1)
        found["hyphen between known words"] = float(not any(map(odd, parts)))
    return found


def _foreign(low: str) -> Features:
    strengths = foreign_words().strengths(low)
    stem = next(
        (
            max(values.values())
            for cut in ENDINGS
            if low.endswith(cut)
            and len(low) - len(cut) >= 3
            and (values := foreign_words().strengths(low[: len(low) - len(cut)]))
        ),
        0.0,
    )
    return {
        "foreign": max(strengths.values(), default=0.0) / _ZIPF,
        "English": strengths.get("en", 0.0) / _ZIPF,
        "foreign stem": 0.0 if strengths else stem / _ZIPF,
        "English compound": float(_is_compound(low)),
    }


def _is_compound(low: str) -> bool:
    """Whether the word is made of two everyday English ones: spacewalk, free-running."""
    if "-" in low:
        parts = low.split("-")
        return all(foreign_words().strength(part, "en") >= _EVERYDAY for part in parts)
    return any(
        min(foreign_words().strength(part, "en") for part in (low[:cut], low[cut:])) >= _EVERYDAY
        for cut in range(3, len(low) - 2 if len(low) >= _COMPOUND else 0)
    )


def _held(value: float) -> float:
    return max(-1.0, min(value, 1.0))


def _meant(low: str) -> tuple[Features, Slip | None]:
    """What a dictionary word near to it says."""
    near = next(iter(slips(low)), None)
    if near is None:
        return {"nothing near": 1.0}, None
    odds = max(near.odds, 0.0) / _ZIPF
    found = {
        "near frequency": near.frequency / _ZIPF,
        "slip odds": odds,
        f"slip: {near.kind}": odds,
        "slip in a long word": odds * (len(low) >= _COMPOUND),
        "slip in a short word": odds * (len(low) < _SHORT),
        "only the end off": float(near.place == "last"),
        "beginning off": float(near.place == "first"),
    }
    if near.kind == "marks":
        found |= {"only marks off": 1.0, "lost marks": float(without_marks(low) == low)}
    return found, near


def _place(text: Reading, index: int) -> Features:
    """What the words around it say."""
    token = text.tokens[index]
    before, after = text.neighbour(index, -1), text.neighbour(index, 1)
    quotation = text.quoted(token.start, token.end)
    around = text.text[token.start - 1 : token.start] + text.text[token.end : token.end + 1]
    return {
        "capital before": float(before is not None and text.name_beside(index, -1)),
        "capital after": float(after is not None and after.text[0].isupper()),
        "unknown before": float(before is not None and len(before.text) > 1 and odd(before.text)),
        "unknown after": float(after is not None and len(after.text) > 1 and odd(after.text)),
        "quoted": float(bool(quotation)),
        "quoted alone": float(bool(quotation) and len(quotation.split()) < 4),
        "bracketed": float("(" in around or ")" in around),
        "explained": float(is_explained(text.text, token.start, token.end)),
        "ending follows": float(text.ending_follows(index)),
        "figure before": float(before is not None and before.text[0].isdigit()),
        "repeated": min(log2(text.counts[token.text.lower()]), 3.0) / 3,
        "line without marks": float(not text.is_marked(index)),
    }


def _situation(text: Reading, index: int) -> str:
    word = text.tokens[index].text
    if word[0].islower():
        return "lower"
    plain = len(word) > 1 and word[1:] == word[1:].lower()
    return "opening" if plain and text.initial(index) else "capital"


def candidates(text: Reading, document: Document) -> Iterator[int]:
    """The words worth weighing: of no Romanian list nor part of a borrowed phrase, in a text and a
    paragraph with diacritics."""
    if not text.odd or text.unreadable or document.orthography.bare:
        return
    for index in text.odd:
        token = text.tokens[index]
        if _SOFT_HYPHEN in token.text or document.is_bare(token.start):
            continue
        if not text.in_loan_phrase(index, index):
            yield index


def weigh(text: Reading, index: int, source: Side | None) -> Evidence:
    """The evidence on the token ``index`` of a text.

    Args:
        text: the article, read.
        index: of a token that is no Romanian word.
        source: the source of its segment; None where there is none to compare words with.
    """
    token = text.tokens[index]
    situation = _situation(text, index)
    features = {**_form(token.text), **_place(text, index)}
    near: Slip | None = None
    if situation != "capital":
        meant, near = _meant(comma(token.text).lower())
        features |= meant
        features["lost marks in such a line"] = (
            meant.get("lost marks", 0.0) * features["line without marks"]
        )
    # names go through an alphabet by ear, which is not read here
    compared = None if source is not None and source.cyrillic and situation != "lower" else source
    likeness = None if compared is None else compared.likeness(token.text)
    if compared is not None and likeness is not None:
        features |= likeness.features
        features |= _together(features, compared.language)
        if likeness.kind.startswith("copied"):
            features |= company(text, index, compared, likeness)
    return Evidence(token.start, token.end, token.text, situation, features, near, likeness)


def _together(features: Features, language: str) -> Features:
    """What evidence says only together with other evidence."""
    found: Features = {}
    if features.get("translatable"):
        last = not features["capital after"]
        found["translatable at the end"] = float(last)
        found["translatable alone"] = float(last and not features["capital before"])
    if features.get("source lower"):
        for name in ("foreign", "English letters", "foreign letters", "length", "quoted alone"):
            found[f"source lower and {name}"] = features[name]
    elif language != "en" and not features.get("copied"):
        found["English, not of the source"] = features["English"]
    return found
