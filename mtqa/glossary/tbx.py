"""Glossaries in TBX (ISO 30042): Basic, Core and Min, version 2 (``martif``) and 3 (``tbx``).

Read with a parser that resolves no entity and loads nothing from outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import ConfigError
from mtqa.glossary.entries import Placed, TermEntry

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = frozenset(["termEntry", "conceptEntry"])
_LANGUAGES = frozenset(["langSet", "langSec"])
_TERMS = frozenset(["tig", "ntig", "termSec"])
#: How the dialects say what a term is worth (TBX-Basic data categories).
_STATUS = frozenset(["administrativeStatus", "normativeAuthorization"])
_PREFERRED = ("preferred", "standardized")
_FORBIDDEN = ("deprecated", "superseded", "rejected", "obsolete")


def read_tbx(path: Path) -> Iterator[Placed[TermEntry]]:
    """The entries of a TBX file: one for each language beside Romanian of each concept.

    A concept without a Romanian term is passed over.

    Raises:
        ConfigError: the file cannot be read, is no TBX, or has no Romanian terms.
    """
    root = _root(path)
    if _name(root) not in ("martif", "tbx"):
        raise ConfigError(f"{path}: <{_name(root)}> is no TBX file; its root is <tbx> or <martif>")
    found = False
    for number, concept in enumerate((e for e in root.iter() if _name(e) in _CONCEPTS), 1):
        place = f"{path} concept {concept.get('id') or number}"
        for entry in _entries(concept):
            found = True
            yield Placed(entry, place)
    if not found:
        raise ConfigError(f'{path}: no concept has a Romanian term (xml:lang="ro"); add them')


def _root(path: Path) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import parse

    try:
        root: Element | None = parse(path).getroot()
    except OSError as problem:
        raise ConfigError(f"{path}: cannot be read ({problem.strerror}); check the path") from None
    except ParseError as problem:
        line = problem.position[0]
        raise ConfigError(f"{path}:{line}: not well-formed XML ({problem.msg}); mend it") from None
    except DefusedXmlException:
        raise ConfigError(
            f"{path}: declares XML entities, which are not read for safety; write them out"
        ) from None
    if root is None:
        raise ConfigError(f"{path}: empty; give a TBX file")
    return root


def _name(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _entries(concept: Element) -> Iterator[TermEntry]:
    terms: dict[str, list[tuple[str, str]]] = {}
    for section in concept.iter():
        if _name(section) in _LANGUAGES:
            language = (section.get(_LANG) or "").lower().replace("_", "-").partition("-")[0]
            terms.setdefault(language, []).extend(_terms(section))
    romanian = terms.pop("ro", None)
    if not romanian:
        return
    good = [term for term, status in romanian if not status.startswith(_FORBIDDEN)]
    best = [term for term, status in romanian if status.startswith(_PREFERRED)] or good[:1]
    forbidden = [term for term, status in romanian if status.startswith(_FORBIDDEN)]
    for language, listed in terms.items() or [("", [])]:
        yield TermEntry(
            preferred=best[0] if best else "",
            accepted=tuple(dict.fromkeys(term for term in good if term not in best[:1])),
            forbidden=tuple(dict.fromkeys(forbidden)),
            source=tuple(dict.fromkeys(term for term, _ in listed)),
            lang=language,
        )


def _terms(section: Element) -> Iterator[tuple[str, str]]:
    """The terms of one language, each with its status or an empty one."""
    for group in section.iter():
        if _name(group) not in _TERMS:
            continue
        term = status = ""
        for element in group.iter():
            name, text = _name(element), " ".join("".join(element.itertext()).split())
            if name == "term":
                term = text
            elif name in _STATUS or element.get("type") in _STATUS:
                status = text
        if term:
            yield term, status
