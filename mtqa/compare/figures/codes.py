"""Identifiers that a translation must copy: the A47, the F-16, version 9.3, flight KX 4187.

They are no quantities, so that a wrong digit is a wrong thing and a separator changes them. What is
compared: letters and digits in one word ("A47"), versions behind a name ("FoxTrail 9.3"), and runs
of digits behind a word that says that they identify ("no. 48213").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.bounds import affordable
from mtqa.compare.figures.match import Bead, Side
from mtqa.compare.figures.verdict import Verdict, is_year
from mtqa.languages.ro.months import MONTHS
from mtqa.languages.tables import alternatives, languages, numerals

#: Account numbers, British postcodes; a capital, perhaps more letters, digits: A47, F-16, COVID-19.
_CODE = re.compile(
    r"(?<![\w.,/@#-])(?:[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?|"
    r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|"
    r"(?:[A-Z]{1,6}|[A-Z][a-z]{1,5})[-‑]?\d{1,7}[A-Za-z]?(?:[-/]\d+[A-Z]?)*)(?![\w@]|[.,]\d)"
)
_SCALES = frozenset(["Richter", "Mercalli", "Mohs"])
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
#: A version behind the name of a product, or behind a word for one.
_VERSION = re.compile(
    r"(?<![\w-])([A-ZĂÂÎȘȚ]\w*[a-zăâîșț]\w*|v\.?|\w{5,10})[ \u00a0](\d{1,3}(?:\.\d{1,4}){1,3})"
    r"(?!\w|[.,]\d|[ \u00a0]?[%‰°$€£])"
)
#: Versions begin so, in Romanian and in every language of a source.
_VERSION_WORDS = ("version", "versiun", "versión", "versione", "верси", "версі", "verzi", "release")
#: Digits in a row that a translation may group as if they counted something.
_RUN = re.compile(r"(?<![\d.,])\d{4,9}(?![\d]|[.,]\d)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
#: What leads to a year, at the end of a text.
_YEAR = re.compile(rf"\b(?:an(?:ul|ului)|{MONTHS})[ \u00a0]$")
#: Two codes of which fewer digits stay are two codes.
_ALIKE = 0.5


class _Code(NamedTuple):
    """An identifier: its place, its text, its letters and its digits."""

    start: int
    end: int
    text: str
    letters: str
    digits: str

    @property
    def key(self) -> str:
        """What is the same however it is joined."""
        return f"{self.letters}{self.digits}".casefold()


def wrong_codes(bead: Bead) -> Iterator[Verdict]:
    """The identifiers of a segment that the target does not copy."""
    if not bead.source.spans or not bead.target.spans:
        return
    yield from _altered(bead)
    yield from _versions(bead)
    yield from _grouped(bead)


def _codes(side: Side) -> list[_Code]:
    found = []
    for start, end in side.spans:
        for match in _CODE.finditer(side.text, start, end):
            text = match.group()
            letters, digits = "".join(_LETTERS.findall(text)), "".join(_DIGITS.findall(text))
            if " " in text:  # the letters of an account are as arbitrary as its digits
                letters, digits = text[:1], text.replace(" ", "")[1:]
            found.append(_Code(*match.span(), text, letters, digits))
    return found


def _altered(bead: Bead) -> Iterator[Verdict]:
    """Codes with the letters of one of the source and other digits."""
    target = _codes(bead.target)
    source = _codes(bead.source) if target else []
    if not affordable(len(source) * len(target), len(bead.source.sentences)):
        return
    kept, there = {code.key for code in source}, {code.key for code in target}
    lost = [code for code in source if code.key not in there]
    for code in target:
        if code.key in kept or code.digits in bead.source.sentences:
            continue
        near = [one for one in lost if one.letters == code.letters and _is_alike(one, code)]
        if near:
            best = near[0]
            lost.remove(best)
            yield Verdict("altered", code.start, code.end, best.text, best.start, best.end)


def _is_alike(one: _Code, other: _Code) -> bool:
    """Whether one is the other with digits turned, lost or mistaken."""
    if len(one.digits) == 1 or sorted(one.digits) == sorted(other.digits):
        return True
    return SequenceMatcher(None, one.digits, other.digits).ratio() >= _ALIKE


def _versions(bead: Bead) -> Iterator[Verdict]:
    """Versions with the comma of a decimal: "FoxTrail 9,3"."""
    target = bead.target
    for start, end in bead.source.spans:
        for match in _VERSION.finditer(bead.source.text, start, end):
            name, version = match.groups()
            named = name.lower().startswith(_VERSION_WORDS)
            if (name.islower() and not named) or name in _SCALES:
                continue
            if version.count(".") != 1 or _has_unit(bead.source, match.start(2)):
                continue
            before = r"(?:[Vv]ersiun\w+|v\.?)" if named else re.escape(name)
            wrong = version.replace(".", ",")
            place = _place(target, rf"(?<!\w){before}[ \u00a0]({wrong})(?!\w|[.,]\d)")
            if place:
                yield Verdict("altered", *place, version, match.start(2), match.end(2))


def _place(side: Side, pattern: str) -> tuple[int, int] | None:
    """Where the first group of a pattern stands in a side."""
    for start, end in side.spans:
        match = re.compile(pattern).search(side.text, start, end)
        if match:
            return match.span(1)
    return None


def _has_unit(side: Side, start: int) -> bool:
    """Whether the figure that begins there counts or measures something."""
    return any(
        figure.start == start and (figure.unit is not None or figure.scale > 1)
        for figure in side.figures
    )


@lru_cache(maxsize=1)
def _identifying() -> re.Pattern[str]:
    """What stands before digits that identify, at the end of a text."""
    words = alternatives(numerals(code).before_codes for code in languages())
    return re.compile(rf"(?:(?i:\b(?:{words}))|\b[A-Z]{{2,3}}|#|№)[ \u00a0:]?$")


def _grouped(bead: Bead) -> Iterator[Verdict]:
    """Identifiers with the full stop of thousands: "dosarul nr. 48.213"."""
    for s, t, _ in bead.pairs:
        run = _RUN.fullmatch(bead.source.text, s.start, s.core_end)
        if run is None or s.unit or s.scale > 1 or t.unit:
            continue
        written = bead.target.text[t.start : t.core_end]
        before = bead.source.text[max(0, s.start - 16) : s.start]
        if not _GROUPED.fullmatch(written) or re.sub(r"\D", "", written) != run.group():
            continue
        year = is_year(s) and _YEAR.search(bead.target.text, max(0, t.start - 16), t.start)
        if year or _identifying().search(before):
            yield Verdict("format", t.start, t.core_end, run.group(), s.start, s.end)
