"""Whether a place in a text lies inside a quotation."""

from __future__ import annotations


def in_quotes(text: str, offset: int) -> bool:
    """Whether a quotation is open at the code point ``offset`` in its paragraph."""
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return before.count("„") > before.count("”") or before.count('"') % 2 == 1
