"""Codes of languages as files write them: two letters or three, with a region or without."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.knowledge.handmade import rows


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Every code of a language to its ISO 639-1 code, the old ones and itself among them."""
    return {
        other: row["code"]
        for row in rows("language-codes")
        for other in (row["code"], *filter(None, row["others"].split("|")))
    }


def language_code(text: str) -> str:
    """The ISO 639-1 code of a language, whatever stands for it: the first part of the tag in lower
    case for a language that has none, or that is not known.

    >>> [language_code(tag) for tag in ("RO_ro", "rum", "eng", "de-AT", "rup")]
    ['ro', 'ro', 'en', 'de', 'rup']
    """
    first = re.split(r"[-_.@]", text.strip(), maxsplit=1)[0].lower()
    return _codes().get(first, first)
