"""The entries of the house's name sheet and glossary, and what makes a set of them consistent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, get_args

import msgspec

from mtqa.errors import ConfigError

Kind = Literal["", "person", "place", "organisation", "work", "product"]
Gender = Literal["", "m", "f", "n"]
KINDS: tuple[Kind, ...] = get_args(Kind)
GENDERS: tuple[Gender, ...] = get_args(Gender)


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    preferred: str = ""
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    source: tuple[str, ...] = ()

    @property
    def good(self) -> tuple[str, ...]:
        """What may be written, the preferred form first."""
        return (self.preferred, *self.accepted) if self.preferred else self.accepted


class NameEntry(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the house writes one name. Forms are given in the nominative; case forms follow.

    Attributes:
        preferred: the form that suggestions use.
        accepted: other forms that are as good.
        forbidden: forms that are marked.
        source: what the name is in the languages translated from; needed only where it differs
            from the forms.
        type: ``person``, ``place``, ``organisation``, ``work`` or ``product``.
        gender: ``m``, ``f`` or ``n``; a man's name in -a takes ``lui``.
    """

    type: Kind = ""
    gender: Gender = ""


class TermEntry(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the house translates one term. Terms are given in their dictionary form.

    Attributes:
        preferred: the Romanian term that suggestions use.
        accepted: other Romanian terms that are as good.
        forbidden: Romanian terms that are marked.
        source: the term in the language translated from, with its synonyms.
        lang: ISO 639-1 code of the source terms' language; empty means any.
    """

    lang: str = ""


E = TypeVar("E", bound=_Entry)


@dataclass(frozen=True)
class Placed(Generic[E]):
    """An entry and where it was given, for messages: ``names.csv:7``."""

    entry: E
    place: str


def require_consistent(entries: Iterable[Placed[E]], what: str) -> None:
    """Refuse entries that say nothing, twice the same, or the contrary of one another.

    Raises:
        ConfigError: one line: where, what is wrong, what to do.
    """
    preferred: dict[str, str] = {}
    good: dict[str, str] = {}
    bad: dict[str, str] = {}
    for placed in entries:
        entry, place = placed.entry, placed.place
        if not entry.good and not entry.forbidden:
            raise ConfigError(
                f"{place}: the {what} says neither what to write nor what not to; "
                "fill in preferred or forbidden"
            )
        key = "\0".join((entry.preferred, getattr(entry, "lang", ""), *sorted(entry.source)))
        if entry.preferred and key in preferred:
            raise ConfigError(
                f"{place}: “{entry.preferred}” is already in {preferred[key]}; leave one out"
            )
        preferred[key] = place
        _require_distinct(entry, place)
        if entry.source and what == "term":
            continue  # what one source term must not be called, another may
        good |= dict.fromkeys(entry.good, place)
        bad |= dict.fromkeys(entry.forbidden, place)
    for form in bad:
        if form in good:
            raise ConfigError(
                f"{bad[form]}: “{form}” is forbidden here and allowed in {good[form]}; decide"
            )


def _require_distinct(entry: _Entry, place: str) -> None:
    seen: set[str] = set()
    for form in (*entry.good, *entry.forbidden):
        if not any(char.isalnum() for char in form):
            raise ConfigError(f"{place}: “{form}” has no letter; write the form out")
        if form in seen:
            where = "allowed and forbidden" if form in entry.forbidden else "given twice"
            raise ConfigError(f"{place}: “{form}” is {where}; leave one out")
        seen.add(form)
