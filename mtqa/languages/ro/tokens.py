"""Tokens as the Universal Dependencies treebanks of Romanian cut them, by one regular expression.

A clitic keeps its hyphen and stands alone (``s-`` ``a``, ``dându`` ``-i``, ``într-`` ``un``), a
compound stays whole (``nord-coreean``), and so do names with an apostrophe (``O'Neill``), figures
(``25.000``, ``18.30``, ``75%``), web addresses and abbreviations (``dl.``, ``S.U.A.``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import WORDS
from mtqa.languages.ro.abbreviations import keeps_stop
from mtqa.languages.ro.letters import APOSTROPHES, HYPHENS, LETTER, UPPER


class Token(NamedTuple):
    """A token: half-open code-point span and its text."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter, a clitic's hyphen apart."""
        return self.text.lstrip("-\u2010\u2011")[:1].isalpha()


_JOINT = rf"[{HYPHENS}{APOSTROPHES}&]"
#: What a word may have inside beside letters: combining marks, and the hyphen that only shows where
#: a line breaks.
_MARK = "\u0300-\u036f\u00ad"

_PATTERN = rf"""
    (?=[hHwW])(?:https?://|www\.)[^\s<>„”"]*[^\s<>„”".,;:!?)\]]  # web address
  | [{UPPER}](?:\.-?[{UPPER}])+\.(?!\w)                          # S.U.A., J.-P.
  | {LETTER}[\w{_MARK}]*(?:{_JOINT}\w[\w{_MARK}]*)*              # word, compound, O'Neill
    (?:[{HYPHENS}](?=\s|$))?
  | \d+(?:[.,:/]\d+)*(?:%|[{HYPHENS}]?{LETTER}\w*)?              # figure, 75%, 17-lea
  | (?<!\w)[{HYPHENS}](?=[nmilosșş])\w+                           # -ntregi
  | \.{{2,}}|…
  | [^\w\s]
  | \w
"""
TOKEN = re.compile(_PATTERN, re.VERBOSE)
#: Tried only where the text has an @: looking for an address at every word is slow.
_TOKEN_OR_EMAIL = re.compile(rf"[\w.+-]+@[\w-]+(?:\.\w+)+ | {_PATTERN}", re.VERBOSE)

#: Clitics that lean on what follows: the hyphen is theirs.
PROCLITICS = frozenset(
    "ai am au c d dac de dintr e i într l le m mi n ne ni p pe po printr s și şi ş ș te ți ţi ţ ț "
    "v vi intr dintr printr așa".split()
)
#: Clitics and endings that lean on what precedes.
ENCLITICS = frozenset(
    """
    i l o n mi ți ţi și şi ni vi li le ne vă va mă ma te se a au ar am ai ul ului uri urile urilor
    lea ei ii a
    """.split()
)
#: Unstressed pronouns: after a hyphen they always lean on what precedes (și -l, mi -i, să -și).
_PRONOUNS = frozenset("i l mi ți ţi și şi le ne se vă te li".split())
_LONGEST = max(map(len, _PRONOUNS))
#: Compounds that look like a clitic and its host.
_WHOLE = frozenset(
    "într-adevăr d-na d-lui d-nul d-l d-ra d-nei d-le de-facto de-jure e-mail".split()
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``; offsets count from the beginning of ``text``."""
    pattern = _TOKEN_OR_EMAIL if "@" in text else TOKEN
    found: list[Token] = []
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        begin, stop = match.span()
        if word == ".":
            if (
                found
                and found[-1].end == begin
                and _takes_stop(found[-1].text, text[stop : stop + 2])
            ):
                last = found.pop()
                found.append(Token(last.start, stop, last.text + "."))
                continue
        elif "-" in word and len(word) > 1:
            for piece in _pieces(word):
                found.append(Token(begin, begin + len(piece), piece))
                begin += len(piece)
            continue
        found.append(Token(begin, stop, word))
    return found


def _takes_stop(word: str, following: str) -> bool:
    """Whether the full stop after ``word`` is part of it: an abbreviation or an initial."""
    if len(word) == 1:
        return (word.isupper() and following.lstrip()[:1].isalnum()) or following[:1] == ","
    return keeps_stop(word)


@lru_cache(maxsize=WORDS)
def _pieces(word: str) -> tuple[str, ...]:
    """A hyphenated word cut at its clitics: ``luându-l`` → ``luându``, ``-l``."""
    if word.lower() in _WHOLE or "/" in word or "@" in word:
        return (word,)
    return tuple(_cut(word))


def _cut(word: str) -> Iterator[str]:
    behind: list[str] = []  # what was cut off the end, the last first
    while True:
        head, hyphen, tail = word.partition("-")
        if not hyphen or not tail or not head:
            yield word
        elif head[0].isdigit():
            host, _, ending = word.rpartition("-")
            yield from (host, "-" + ending) if ending.lower() in ENCLITICS else (word,)
        elif len(tail) <= _LONGEST and tail.lower() in _PRONOUNS:
            yield head
            yield "-" + tail
        elif head.lower() in PROCLITICS and not (head.isupper() and len(head) > 1):
            yield head + "-"
            word = tail
            continue
        else:
            host, _, ending = word.rpartition("-")
            if ending.lower() in ENCLITICS:
                behind.append("-" + ending)
                word = host
                continue
            yield word
        break
    yield from reversed(behind)
