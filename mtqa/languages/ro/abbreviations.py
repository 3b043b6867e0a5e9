"""Abbreviations of Romanian news that end in a full stop without ending a sentence."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.handmade import word_set


def ends_in_abbreviation(word: str) -> bool:
    """Whether ``word`` (without its full stop) is an abbreviation that a noun or name follows, or
    the shortened month or weekday of a date."""
    return word.lower().replace("ş", "ș").replace("ţ", "ț").replace("-", "") in _followed()


def may_end(word: str) -> bool:
    """Whether ``word`` (without its full stop) is an abbreviation that may end a sentence or not:
    it does when a capital follows."""
    return word.lower() in word_set("abbreviations", "ending")


def keeps_stop(word: str) -> bool:
    """Whether ``word`` is an abbreviation and no word of its own: "dl.", "nr.", but not "loc."."""
    return word.lower() in _abbreviated()


@lru_cache(maxsize=1)
def _followed() -> frozenset[str]:
    return word_set("abbreviations", "leading") | word_set("abbreviations", "date")


@lru_cache(maxsize=1)
def _abbreviated() -> frozenset[str]:
    return (_followed() | {"etc"}) - word_set("abbreviations", "word")
