"""A short name for the lexicons' content, so that a score says which data it was made with."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """First eight hex digits over ``SOURCES.toml``, which lists every data file with its hash."""
    sources = files("mtqa.lexicon") / "data" / "SOURCES.toml"
    return sha256(sources.read_bytes()).hexdigest()[:8] if sources.is_file() else "none"
