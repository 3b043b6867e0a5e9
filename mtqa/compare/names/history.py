"""Names of history and scripture that Romanian has in a form of its own."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.handmade import rows


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    """Foreign form, English first, to the Romanian ones."""
    return {row["foreign"]: tuple(row["romanian"].split("|")) for row in rows("historical-names")}


@lru_cache(maxsize=1)
def _never_kept() -> frozenset[str]:
    """The names of which no Romanian paper keeps the foreign form, whoever bears it."""
    return frozenset(row["foreign"] for row in rows("historical-names") if row["kept"] == "never")


def historical(word: str) -> tuple[str, ...]:
    """The Romanian forms that the foreign name may have; empty where none is listed.

    >>> historical("Plato")
    ('Platon',)
    """
    return _table().get(word, ())


def must_change(word: str) -> str | None:
    """The Romanian form of a name that never stays foreign, ``None`` for all others."""
    return historical(word)[0] if word in _never_kept() else None
