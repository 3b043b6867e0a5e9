"""The negative words of each language: those that negate, and those that deny by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtqa.common.memory import EVERY_WORD
from mtqa.compare.meaning.keyed_words import keys_of
from mtqa.knowledge import en_ro, romanian
from mtqa.knowledge.pattern import Pattern, compiled
from mtqa.languages.tables import negators as table


@dataclass(frozen=True)
class Negators:
    """The negative words of a language."""

    strong: frozenset[str]
    loose: tuple[Pattern, ...]
    weak: frozenset[str]
    beginnings: tuple[str, ...] = ()

    @cached_property
    def heads(self) -> dict[str, list[Pattern]]:
        """First word of a loose phrase to the phrases."""
        found: dict[str, list[Pattern]] = {}
        for pattern in self.loose:
            for head in pattern.heads:
                found.setdefault(head, []).append(pattern)
        return found

    def is_strong(self, form: str) -> bool:
        """Whether the word negates by itself."""
        lower = form.lower().replace("’", "'")
        return lower in self.strong or ("n't" in self.strong and lower.endswith("n't"))


@lru_cache(maxsize=16)
def negators(language: str) -> Negators | None:
    """The negative words of a language, None if it has none listed."""
    listed = table(language)
    if not listed.strong:
        return None
    weak = listed.weak.split()
    return Negators(
        frozenset(listed.strong.split()),
        compiled(listed.loose if language == "ro" else _exactly(listed.loose)),
        frozenset(word for word in weak if not word.endswith("*")),
        tuple(word[:-1] for word in weak if word.endswith("*")),
    )


def _exactly(cell: str) -> str:
    """The phrases with every word taken as it stands: ``noted that`` is not ``not that``."""
    return "|".join(
        " ".join(word if word == "_" else f"={word}" for word in phrase.split())
        for phrase in cell.split("|")
    )


@lru_cache(maxsize=EVERY_WORD)
def kind_of(form: str, language: str) -> str:
    """``strong``, ``weak`` or ``""``: whether the word negates, may negate, or neither."""
    listed = negators(language)
    if listed is None:
        return ""
    if listed.is_strong(form):
        return "strong"
    return "weak" if _is_weak(form, language, listed) or _is_derived(form, language) else ""


def _is_weak(form: str, language: str, listed: Negators) -> bool:
    """Whether the word is listed: by its lemma where there is a dictionary, else by its form."""
    if language in ("en", "ro"):
        return not listed.weak.isdisjoint(keys_of(language)(form))
    lower = form.lower()
    return lower in listed.weak or lower.startswith(listed.beginnings)


def _derived(form: str, language: str) -> bool:
    listed = table(language)
    seeming = tuple(listed.not_negative.split())
    for prefix in listed.prefixes.split():
        rest = form[len(prefix) :]
        if not form.startswith(prefix) or len(rest) < 4:
            continue
        if language == "ro" and rest in romanian() and romanian().lemmas(rest):
            return not form.startswith(seeming)
        if language == "en" and en_ro().lemmas(rest):
            return True
        if language not in ("ro", "en"):  # no dictionary says what is left
            return not form.startswith(seeming)
    return form.endswith(tuple(listed.suffixes.split()))


def _is_derived(form: str, language: str) -> bool:
    return len(form) > 5 and _derived(form.lower(), language)
