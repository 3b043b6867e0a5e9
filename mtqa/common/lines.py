"""Lines of files in which line n of one belongs to line n of another.

Only line feeds and carriage returns end them: other separators (U+2028, U+0085, vertical tabs, form
feeds) stand inside of texts that were taken out of databases and PDFs, and no other tool for
parallel texts ends a line there.
"""

from __future__ import annotations

import re

#: A line with its end; an end of the text that follows one is no line.
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends.

    >>> lines_of("unu\\u2028doi\\r\\n\\ntrei")
    ['unu\\u2028doi', '', 'trei']
    """
    return [line.rstrip("\r\n") for line in LINE.findall(text)]


def is_one_line(text: str) -> bool:
    """Whether there is one line in a text, white space around it left out."""
    return not any(mark in text.strip() for mark in "\r\n")
