"""The words and signs of a text that say something about figures, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import EVERY_WORD
from mtqa.compare.figures.roles import Role, plain_word, roles, roman_value
from mtqa.languages.tables import calendar, languages, numerals
from mtqa.languages.tables import words as words_of

_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d|[.:]\d)|"
_APOSTROPHE = r"\d{1,3}(?:'\d{3})+(?!\d)|"
_PHONE = (
    r"(?!(?:\d\d?[/-])?\d\d?[/-](?:19|20)\d\d\b)(?:"  # 03/04/2025 is none
    r"\b0\d{2,3}(?:[.]\d{3}){2,}\b|\b0\d{8,}\b|"
    r"(?:\+|\b0)\d+(?:[ \u00a0/-]\d{2,}){1,4}\b|\d{3}-\d{3}-\d{4})|"
)
_REST = (
    r"(?<=\d )[13]/[248]\b|(?<![\w.,])\.\d+|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?|"
    r"[%‰$£€¥₽₴°]|[½¼¾⅓⅔⅛]|[−–-](?=\d)"
)
_TOKEN = re.compile(_PHONE + _GROUPED + _APOSTROPHE + _REST)
#: Longer runs of digits are no quantities, and no floating-point number holds them exactly.
_LONGEST = 20
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


#: What shows that four digits are a time of day: "1200 GMT".
TIME_ZONE = re.compile(r"\s?(?:GMT|UTC|Z\b|[ECMP][SD]T\b)")
#: A letter that makes a version of a figure: 802.11n.
_VERSION = re.compile(r"[abdegnpx]\b")
_DOLLAR = re.compile(r"[$£€](?:US|AU|A|NZ|CA|C|HK|S)$")
_LONE_NUMERALS = {"V": 5.0, "X": 10.0, "I": 1.0}
_CENTURY = re.compile(r"(?i)\b(?:sec(?:ol\w*|\.)(?: al)?|al)[ \u00a0]$")


class Mark(NamedTuple):
    """One such word or sign.

    Attributes:
        start, end: half-open code-point span.
        role: ``#`` digits, ``p`` telephone, ``c`` product code or other opaque token, ``-`` minus,
            ``½`` fraction sign, ``r`` Roman numeral, ``a`` any word that has roles.
        text: the token.
        roles: what the word may say.
        value: of a Roman numeral or fraction sign.
    """

    start: int
    end: int
    role: str
    text: str
    roles: tuple[Role, ...] = ()
    value: float = 0.0

    def has(self, kinds: str) -> Role | None:
        """The first reading of the word that is of one of these kinds."""
        for role in self.roles:
            if role.role in kinds:
                return role
        return None


def marks(text: str, language: str) -> Iterator[Mark]:
    """The marks of a text, in order."""
    suffixed, joined = numerals(language).suffixed, calendar(language).weekday_ending
    for match in _TOKEN.finditer(text):
        token = match.group()
        first = token[0]
        if not first.isalpha():  # nearly all are words
            if "/" in token and token[1] == "/":  # 5 1/2
                half = int(first) / int(token[2])
                yield Mark(*match.span(), "½", token, (), half)
                continue
            if first.isdecimal() or first in "+.":
                yield _digits(text, match, token)
                continue
            if first in _FRACTIONS:
                yield Mark(*match.span(), "½", token, (), _FRACTIONS[first])
                continue
            if first in "−–-":
                if _is_minus(text, match.start(), language):
                    yield Mark(*match.span(), "-", token)
                continue
        if suffixed and _is_suffix(text, match.start()):
            continue
        end = match.end()
        if joined and text.startswith(joined, end):
            token, end = token + joined, end + len(joined)
        found = _word(token, language)
        if found is None and token in _LONE_NUMERALS:
            found = _numeral(text, match)
        if found is not None:
            role, form, readings, value = found
            yield Mark(match.start(), end, role, form, readings, value)


@lru_cache(maxsize=1)
def _minus() -> frozenset[str]:
    """The words for the sign in all languages: a translation may keep the source's."""
    return frozenset(word for code in languages() for word in numerals(code).minus.split())


@lru_cache(maxsize=EVERY_WORD)
def _word(token: str, language: str) -> tuple[str, str, tuple[Role, ...], float] | None:
    """Role, text, readings and value of a word; ``None`` if it says nothing about figures."""
    if token[0] in "IVXL":
        value = roman_value(token)
        if value is not None:
            return "r", token, (), float(value)
    found = roles(token, language)
    if not found and words_of(language).possessive and token.endswith(("'s", "’s")):
        found = roles(token[:-2], language)
        token = token[:-2] if found else token
    if not found and words_of(language).elides and ("'" in token or "’" in token):
        found = roles(re.split("['’]", token)[-1], language)
    if found:
        return "a", token, found, 0.0
    if plain_word(token, language) in _minus():
        return "-", token, (), 0.0
    return None


def _digits(text: str, match: re.Match[str], token: str) -> Mark:
    start, end = match.span()
    before = text[start - 1 : start]
    if token[0] == "+" or (
        (re.search(r"[ \u00a0/-]", token) or token[0] == "0") and _is_phone(token)
    ):
        return Mark(start, end, "p", token)
    if len(token) > _LONGEST:
        return Mark(start, end, "c", token)
    if len(token) > 2 and token[0] == "0" and token.isdecimal():
        return Mark(start, end, "#" if TIME_ZONE.match(text, end) else "c", token)
    if "." in token and _VERSION.match(text, end):
        return Mark(start, end, "c", token)
    if (
        (before.isalpha() and not _is_glued(text, start))
        or before in ("#", "_", "@")
        or _is_code(text, start)
    ):
        return Mark(start, end, "c", token)
    return Mark(start, end, "#", token)


def _numeral(text: str, match: re.Match[str]) -> tuple[str, str, tuple[Role, ...], float] | None:
    """A Roman numeral of one letter, where a century is named: "secolul al X-lea"."""
    token = match.group()
    value = _LONE_NUMERALS.get(token)
    if value is None or not _CENTURY.search(text[max(0, match.start() - 14) : match.start()]):
        return None
    return "r", token, (), value


def _is_suffix(text: str, start: int) -> bool:
    """Whether the word is an ending that hangs on digits: hu. 85-öt."""
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isdigit()


def _is_phone(token: str) -> bool:
    digits = re.sub(r"\D", "", token)
    return len(digits) >= 7 and (token[0] in "+0" or "-" in token)


def _is_glued(text: str, start: int) -> bool:
    """Whether a space is missing between a word and the digits: "these10 %"."""
    word = re.search(r"[^\W\d_]+$", text[max(0, start - 16) : start])
    return word is not None and len(word.group()) > 3 and word.group().islower()


def _is_code(text: str, start: int) -> bool:
    """Whether capitals and a hyphen stand before the digits: COVID-19, F-16."""
    if text[start - 1 : start] not in ("-", "‑") or start < 2:
        return False
    word = re.search(r"[^\W_]+$", text[max(0, start - 16) : start - 1])
    return word is not None and word.group().isupper() and not word.group().isdigit()


def _is_minus(text: str, at: int, language: str) -> bool:
    """Whether the dash is a sign: nothing but a space or bracket before it, and no figure."""
    before = text[at - 1 : at]
    if text[at] == "−":
        return not before.isdigit()
    if text[at] == "–" and language != "ro":
        return False
    if at and before not in ' \u00a0(„"“':
        return False
    while at and text[at - 1].isspace():
        at -= 1
    return not text[at - 1 : at].isdigit()
