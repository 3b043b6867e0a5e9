"""MSD tags as parts of speech and features of Universal Dependencies, by the table ``msd.tsv``."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mtqa.workshop.syntax.treebank import Sentence, Token

_TABLE = Path(__file__).with_name("msd.tsv")
#: Features that say something of the word at hand, which no tagger can know.
_OF_THE_WORD = ("Typo=", "Foreign=")


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[str, str]]:
    """From tag to part of speech and features."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[0] != "#"][1:]
    return {tag: (upos, feats.replace("_", "")) for tag, upos, feats, _ in rows}


def by_table(sentence: Sentence) -> Sentence:
    """The sentence with parts of speech and features of the table; a tag that it lacks leaves
    what stands there."""
    return replace(sentence, tokens=tuple(_converted(token) for token in sentence.tokens))


def _converted(token: Token) -> Token:
    upos, feats = table().get(token.msd, (token.upos, plain(token.feats)))
    return replace(token, upos=upos, feats=feats)


def plain(feats: str) -> str:
    """Features without what is said of the single word."""
    return "|".join(f for f in feats.split("|") if not f.startswith(_OF_THE_WORD))
