"""Places: the Romanian name of a foreign form, demonyms, and whether a name is a place at all.

A table compiled by hand goes first (what Romanian papers write); behind it stands a derived one
(CLDR territories and cities, ISO 3166-2 subdivisions, cities of GeoNames).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mtqa.knowledge.handmade import FOLDER, rows
from mtqa.knowledge.packed import Table, load

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the hand-made table.

    Attributes:
        name: as Romanian papers write it.
        kind: country, capital, city, region, territory, continent, island, river, water, mountain
            or landmark.
        foreign: (language code or ``native``, form) pairs that differ from `name`.
        adjectives: paradigms (masculine, feminine, masculine plural, feminine plural).
        inhabitants: paradigms in the same order, where they differ from the adjectives.
        accepted: other forms that Romanian papers use too.
    """

    name: str
    kind: str
    foreign: tuple[tuple[str, str], ...] = ()
    adjectives: tuple[tuple[str, ...], ...] = ()
    inhabitants: tuple[tuple[str, ...], ...] = ()
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """What one spelling may be.

    Attributes:
        language: whose spelling it is: ``ro``, ``en``, ``de``, ``fr``, ``hu``, ``native`` or
            another code; ``""`` where the source does not tell.
        name: the Romanian name; the spelling itself where Romanian has no other.
        kind: as in `Place`, or subdivision.
        curated: from the hand-made table.
    """

    language: str
    name: str
    kind: str
    curated: bool


class Places:
    """All places, looked up by any of their spellings (exact, with capitals and marks)."""

    def __init__(self, curated: Iterable[Place], derived: Table) -> None:
        self._derived = derived
        self._forms: dict[str, list[PlaceForm]] = {}
        self._by_name: dict[str, Place] = {}
        self._demonyms: dict[str, Place] = {}
        for place in curated:
            self._by_name[place.name] = place
            for language, form in _spellings(place):
                entry = PlaceForm(language, place.name, place.kind, True)
                self._forms.setdefault(form, []).append(entry)
            for paradigm in place.adjectives + place.inhabitants:
                for form in paradigm:
                    self._demonyms.setdefault(form, place)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_name.values())

    def get(self, name: str) -> Place | None:
        """The hand-made entry with this Romanian name."""
        return self._by_name.get(name)

    def find(self, form: str) -> tuple[PlaceForm, ...]:
        """Everything the spelling may be, the hand-made entries first; may be empty."""
        found = list(self._forms.get(form, ()))
        for cell in (self._derived.get(form) or "").split("\t"):
            if cell:
                language, name, kind = cell.split("|")
                found.append(PlaceForm(language, name or form, kind, False))
        return tuple(found)

    def is_place(self, form: str) -> bool:
        """Whether the spelling, or the base of its Romanian case form, is a listed place."""
        return any(self.find(base) for base in (form, *case_bases(form)))

    def romanian_name(self, form: str, language: str = "") -> str | None:
        """What Romanian calls the place `form`: ``Moscow`` gives ``Moscova``.

        A spelling that is already good in Romanian is returned as it stands, even where it is a
        foreign name of something else too. None: not listed.

        Args:
            form: a spelling in any language.
            language: of the text that `form` comes from; its names then go first.
        """
        found = self.find(form)
        if any(entry.language == "ro" for entry in found):
            return form
        ranked = sorted(found, key=lambda entry: (not entry.curated, entry.language != language))
        return ranked[0].name if ranked else None

    def demonym(self, form: str) -> Place | None:
        """The place whose adjective or inhabitant `form` (one of the paradigm's four) is."""
        return self._demonyms.get(form) or self._demonyms.get(form.lower())


def _spellings(place: Place) -> Iterator[tuple[str, str]]:
    yield "ro", place.name
    yield from (("ro", form) for form in place.accepted)
    yield from place.foreign


def case_bases(form: str) -> tuple[str, ...]:
    """Nominatives that a Romanian case form of a place may have: ``Germaniei`` gives ``Germania``.

    Only by ending; not every base exists.
    """
    bases = []
    for ending, originals in (
        ("iei", ("ia",)), ("ei", ("a", "ea", "e")), ("ii", ("ia", "ea", "a")), ("ului", ("ul", "")),
        ("ul", ("",)), ("lui", ("l", "")), ("ilor", ("ii", "i")), ("elor", ("ele", "e")),
        ("-ul", ("",)), ("-ului", ("",)),
    ):  # fmt: skip
        if form.endswith(ending) and len(form) - len(ending) > 2:
            bases += [form[: -len(ending)] + original for original in originals]
    return tuple(bases)


def curated(folder: Path = FOLDER) -> Iterator[Place]:
    """The places of ``places.tsv``."""
    for row in rows("places", folder):
        pairs = [cell.partition(":") for cell in _split(row.get("foreign", ""))]
        yield Place(
            name=row["ro"],
            kind=row.get("kind", ""),
            foreign=tuple((language, form) for language, _, form in pairs if form),
            adjectives=_paradigms(row.get("adjective", "")),
            inhabitants=_paradigms(row.get("inhabitant", "")),
            accepted=_split(row.get("accepted", "")),
        )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _paradigms(cell: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_split(paradigm) for paradigm in cell.split(";") if paradigm.strip())


@lru_cache(maxsize=1)
def places() -> Places:
    """All places, loaded once per process."""
    return Places(curated(), load(DATA / "places.table"))
