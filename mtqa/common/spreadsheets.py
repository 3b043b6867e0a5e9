"""Cells of CSV files that no spreadsheet takes for a formula, and back again.

A spreadsheet of another country divides the cells of our files elsewhere: at a semicolon or a tab,
quotation marks or not. So a formula is kept from acting wherever a cell might begin (OWASP, CSV
Injection): at the beginning of the text, after a semicolon, a tab and a line end.
"""

from __future__ import annotations

import re

_SIGN = "[=+\\-@＝＋－＠]"
#: What acts at the beginning of a text; white space before the sign is skipped by some programs.
_FIRST = rf"(?:[\t\r\n]|\s*{_SIGN})"
#: What acts further on; the quotation marks of a text are doubled in a file, and so mean nothing.
_LATER = rf'(?:"|[^\S\t\r\n])*{_SIGN}'
_AFTER = r"(?<=[;\t\r\n])"

# apostrophes that stand there anyway get one more, so that the way back is the same
_AT_FIRST = re.compile(rf"(?='*{_FIRST})")
_AT_LATER = re.compile(rf"{_AFTER}(?='*{_LATER})")
_GUARD_FIRST = re.compile(rf"'(?='*{_FIRST})")
_GUARD_LATER = re.compile(rf"{_AFTER}'(?='*{_LATER})")


def harmless(value: object) -> object:
    """``value``, if it is text with an apostrophe before whatever would act as a formula."""
    if not isinstance(value, str):
        return value
    text = _AT_LATER.sub("'", value)
    return f"'{text}" if _AT_FIRST.match(text) else text


def plain(text: str) -> str:
    """The text that :func:`harmless` made ``text`` of."""
    if _GUARD_FIRST.match(text):
        text = text[1:]
    return _GUARD_LATER.sub("", text)
