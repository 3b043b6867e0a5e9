"""Small inflection tables: all forms of a verb, noun or adjective from a few principal parts.

For hand-made tables (such as the calques) that name a lemma and mean all its forms, and that want
the same form of another lemma back (``face sens`` gives ``are sens``, ``făcea`` gives ``avea``).
The principal parts are written by hand, so irregular words cost no rule. Specifications:

- ``ez adres`` first conjugation with *-ez*: adresez, adresează, adresând, adresat …
- ``esc plăt`` fourth conjugation with *-esc*: plătesc, plătește, plătind, plătit …
- ``verb P1 P2 P3 P4 P5 P6 SUBJ INF IMPF PAST PART GER`` any other verb: six present forms, the
  third person of the subjunctive, the infinitive, the third persons singular of the imperfect and
  of the simple past, the masculine participle and the gerund
- ``m SG PL``, ``n SG PL``, ``f SG PL`` nouns: singular and plural without article
- ``adj M F MPL FPL`` adjectives, with and without article
- ``words A B …`` a plain list of forms without slots

After a ``+`` may follow forms that the rule does not give (``întoarsă``); they have no slot.

Romanian grammar as in any school book; nothing here was taken from a word list.
"""

from __future__ import annotations

from collections.abc import Callable

from mtqa.errors import ConfigError

#: Grammatical slot ("3sg", "gdef.pl") → form. Several slots may share a form.
Paradigm = dict[str, str]

_SLOTS = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")


def paradigm(spec: str) -> Paradigm:
    """The forms of ``spec`` (see the module) by slot, lower-case, with comma-below letters.

    Slots that news uses most come first: the third person, the infinitive, the participle.
    Raises :class:`~mtqa.errors.ConfigError` for an unknown kind or a wrong number of parts.
    """
    spec, _, extra = spec.partition("+")
    others = {f"other{number}": form for number, form in enumerate(extra.split())}
    return _by_rule(spec) | others


def _by_rule(spec: str) -> Paradigm:
    kind, *parts = spec.split()
    if kind == "words":
        return {f"word{number}": form for number, form in enumerate(parts)}
    build = _KINDS.get(kind)
    if build is None:
        raise ConfigError(f"unknown paradigm {kind!r} in {spec!r}; known: {', '.join(_KINDS)}")
    wanted, make = build
    if len(parts) != wanted:
        raise ConfigError(f"paradigm {spec!r} needs {wanted} parts, has {len(parts)}")
    return make(*parts)


def _ez(stem: str) -> Paradigm:
    soft = stem + "h" if stem[-1] in "cg" else stem
    third = stem + ("ază" if stem[-1] == "i" else "ează")
    gerund = stem + ("ind" if stem[-1] == "i" else "ând")
    present = [soft + "ez", soft + "ezi", third, stem + "ăm", stem + "ați", third]
    if stem[-1] == "i":
        present[3] = stem + "em"
    return _verb(*present, soft + "eze", stem + "a", stem + "a", stem + "ă", stem + "at", gerund)


def _esc(stem: str) -> Paradigm:
    present = [stem + end for end in ("esc", "ești", "ește", "im", "iți", "esc")]
    parts = (stem + end for end in ("ească", "i", "ea", "i", "it", "ind"))
    return _verb(*present, *parts)


def _verb(*parts: str) -> Paradigm:
    present, (subjunctive, infinitive, imperfect, past, participle, gerund) = parts[:6], parts[6:]
    by_slot = dict(zip(_SLOTS, present, strict=True))
    forms = {slot: by_slot[slot] for slot in ("3sg", "3pl")}
    forms |= {"inf": infinitive, "part.m.sg": participle, "subj": subjunctive}
    plural = participle[:-1] + "ș" if participle.endswith("s") else participle[:-1] + "ț"
    forms |= {"part.f.sg": participle + "ă", "part.m.pl": plural + "i"}
    forms |= {"part.f.pl": participle + "e", "ger": gerund, "ger.clitic": gerund + "u"}
    for slot, ending in zip(("3sg", "3pl", "1sg", "1pl", "2sg", "2pl"), _IMPERFECT, strict=True):
        forms["impf." + slot] = imperfect + ending
    stem = past[:-1] + "a" if past.endswith("ă") else past
    forms |= {"past.3sg": past, "past.3pl": stem + "ră", "past.1pl": stem + "răm"}
    forms |= {"plup.3sg": stem + "se", "plup.3pl": stem + "seră", "plup.1sg": stem + "sem"}
    forms |= {slot: by_slot[slot] for slot in ("1sg", "1pl", "2sg", "2pl")}
    return forms


_IMPERFECT = ("", "u", "m", "m", "i", "ți")


def _masculine(singular: str, plural: str) -> Paradigm:
    forms = {"sg": singular, "pl": plural}
    if singular.endswith("e"):
        forms |= {"def.sg": singular + "le", "gdef.sg": singular + "lui"}
    else:
        link = "" if singular.endswith("u") else "u"
        forms |= {"def.sg": singular + link + "l", "gdef.sg": singular + link + "lui"}
    return forms | _plural_with_article(plural, masculine=True)


def _neuter(singular: str, plural: str) -> Paradigm:
    return _masculine(singular, plural) | _plural_with_article(plural, masculine=False)


def _feminine(singular: str, plural: str) -> Paradigm:
    short = singular.endswith(("ie", "ă"))
    definite = singular[:-1] + "a" if short else singular + "a"
    keeps_stem = singular.endswith("ie") and not singular.endswith("aie")
    genitive = singular + "i" if keeps_stem else plural + "i"
    forms = {"sg": singular, "pl": plural, "def.sg": definite, "gdef.sg": genitive}
    return forms | _plural_with_article(plural, masculine=False) | {"g.sg": plural}


def _plural_with_article(plural: str, *, masculine: bool) -> Paradigm:
    return {
        "def.pl": plural + ("i" if masculine else "le"),
        "gdef.pl": plural + ("lor" if plural.endswith(("i", "e")) else "ilor"),
    }


def _adjective(masculine: str, feminine: str, men: str, women: str) -> Paradigm:
    forms = {"m.sg": masculine, "f.sg": feminine, "m.pl": men, "f.pl": women}
    for slot, form in _masculine(masculine, men).items():
        if "def" in slot:
            forms["m." + slot] = form
    for slot, form in _feminine(feminine, women).items():
        if "def" in slot:
            forms["f." + slot] = form
    return forms


_KINDS: dict[str, tuple[int, Callable[..., Paradigm]]] = {
    "ez": (1, _ez),
    "esc": (1, _esc),
    "verb": (12, _verb),
    "m": (2, _masculine),
    "n": (2, _neuter),
    "f": (2, _feminine),
    "adj": (4, _adjective),
}
