"""Definitions in English and Romanian of the same WordNet synsets: short parallel sentences.

Romanian WordNet (package ``rowordnet``) and Princeton WordNet 3.0 (Debian's ``wordnet-base``), as
in :mod:`mtqa.workshop.lexicon.translations`. Only learnt from where both are installed.
"""

from __future__ import annotations

from importlib.util import find_spec

from mtqa.knowledge import comma
from mtqa.workshop.lexicon import translations

_SHORTEST = 12


def installed() -> bool:
    """Whether both WordNets are there."""
    return find_spec("rowordnet") is not None and (translations.folder() / "data.noun").is_file()


def glosses() -> list[tuple[str, str]]:
    """Romanian and English definitions of the same synsets."""
    english = {
        synset: first(line.partition(" | ")[2])
        for synset, line in translations.english_lines(translations.folder())
    }
    wordnet = translations.romanian_wordnet()
    found = []
    for name in wordnet.synsets():
        synset = translations.synset_of(name)
        gloss = english.get(translations.here(synset)) if synset else None
        romanian = first(comma(wordnet.synset(name).definition or ""))
        if gloss and len(romanian) > _SHORTEST:
            found.append((romanian, gloss))
    return found


def first(gloss: str) -> str:
    """A definition without its examples, which follow in quotation marks."""
    return gloss.split('; "')[0].split(';"')[0].strip()
