"""Nationality adjectives and names of languages, which Romanian writes in lower case.

The words stand in ``nationalities.tsv``, with their forms where these are irregular.
"""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.handmade import rows


def _paradigm(word: str) -> set[str]:
    """The forms of a nationality adjective: masculine and feminine, singular and plural."""
    if word.endswith("ez"):
        stem = word
        forms = {word + ending for ending in ("", "ă", "i", "e")}
    elif word.endswith("ean"):
        stem = word[:-2] + "en"
        forms = {word, word[:-3] + "eană", stem + "i", stem + "e"}
    elif word.endswith("ian"):
        stem = word[:-2] + "en"
        forms = {word, word + "ă", stem + "i", stem + "e"}
    elif word.endswith(("c", "s")):
        stem = word
        forms = {word + ending for ending in ("", "ă", "i", "e")}
    else:
        stem = word
        forms = {word + ending for ending in ("", "ă", "i", "e")}
    return forms | {stem + "ii", stem + "ilor", word + "ul", word + "ului", word + "ii"}


@lru_cache(maxsize=1)
def nationality_forms() -> frozenset[str]:
    """Every form, in lower case, with comma-below letters."""
    forms: set[str] = set()
    for row in rows("nationalities"):
        word, irregular = row["word"], row["forms"]
        forms |= {word, *irregular.split("|")} if irregular else _paradigm(word)
    return frozenset(forms)
