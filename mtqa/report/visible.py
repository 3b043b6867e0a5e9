"""Texts and names as they are printed: nothing in them acts on a terminal or on a CI runner."""

from __future__ import annotations

import re
import unicodedata

#: A line that begins so is a workflow command to GitHub's runner, white space before it or not.
_COMMAND = re.compile(r"(?:^|(?<=[\r\n]))([^\S\r\n]*):(?=:)")
#: A longer word of a message is shown by its two ends.
_WORD = re.compile(r"\S{400,}")
_END = 150
#: The older form of commands, which the runner obeys anywhere in a line.
_OLD = "##["


def visible(text: str) -> str:
    """``text`` with control and direction characters spelt out, so that none acts on a terminal."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or unicodedata.category(c) == "Zs" else f"\\u{ord(c):04x}"
        for c in text
    )


def defused(text: str) -> str:
    """``text`` with one character of whatever GitHub's runner would take for a command spelt out:
    of ``##[`` anywhere, and of ``::`` where a line begins. In JSON this changes nothing: there the
    first stands in strings alone, and ``\\u005b`` is the same character.
    """
    text = without_old_commands(text)
    return _COMMAND.sub(r"\1\\u003a", text) if "::" in text else text


def without_old_commands(text: str) -> str:
    """``text`` with the bracket of ``##[`` spelt out."""
    return text.replace(_OLD, "##\\u005b")


def one_line(text: str) -> str:
    """``text`` as a line of a log: no line ends, nothing that acts on a terminal or a runner."""
    short = _WORD.sub(lambda word: f"{word.group()[:_END]}…{word.group()[-_END:]}", text)
    return defused(visible(" ".join(short.split())))
