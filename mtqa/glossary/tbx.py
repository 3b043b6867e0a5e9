"""Glossaries in TBX (ISO 30042): Basic, Core and Min, version 2 (``martif``) and 3 (``tbx``).

Read with a parser that resolves no entity and loads nothing from outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.common.files import read_whole
from mtqa.errors import ConfigError
from mtqa.glossary.entries import Placed, TermEntry
from mtqa.languages.codes import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANG = "xml:lang"
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
    for number, concept in enumerate(_inside(root, _CONCEPTS), 1):
        place = f"{path} concept {concept.get('id') or number}"
        for entry in _entries(concept):
            found = True
            yield Placed(entry, place)
    if not found:
        raise ConfigError(f'{path}: no concept has a Romanian term (xml:lang="ro"); add them')


def _root(path: Path) -> Element:
    from mtqa.readers.xml_text import XmlError, decoded, tree

    try:
        return tree(decoded(read_whole(path)))
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the path
        reason = getattr(problem, "strerror", None) or problem
        raise ConfigError(f"{path}: cannot be read ({reason}); check the path") from None
    except XmlError as problem:
        if "declares entities" in problem.reason:
            raise ConfigError(
                f"{path}: declares XML entities, which are not read for safety; write them out"
            ) from None
        line = "" if problem.line is None else f":{problem.line}"
        raise ConfigError(
            f"{path}{line}: not well-formed XML ({problem.reason}); mend it"
        ) from None


def _name(element: Element) -> str:
    """The element's name without its prefix."""
    return element.tag.rpartition(":")[2]


def _inside(root: Element, names: frozenset[str]) -> Iterator[Element]:
    """The elements of these names, in order; none of those that lie in another of them."""
    waiting = [iter(root)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif _name(child) in names:
            yield child
        else:
            waiting.append(iter(child))


def _entries(concept: Element) -> Iterator[TermEntry]:
    terms: dict[str, list[tuple[str, str]]] = {}
    for section in _inside(concept, _LANGUAGES):
        language = language_code(section.get(_LANG) or "")
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
    for group in _inside(section, _TERMS):
        term = status = ""
        for element in group.iter():
            name = _name(element)
            if name == "term":
                term = _text(element)
            elif name in _STATUS or element.get("type") in _STATUS:
                status = _text(element)
        if term:
            yield term, status


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
