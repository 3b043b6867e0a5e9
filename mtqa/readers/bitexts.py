"""Bitexts of translators: TMX and XLIFF 1.2 and 2.x, read as a stream; and line-parallel texts."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from mtqa.errors import InputError
from mtqa.readers.records import Raw
from mtqa.readers.streams import decoded, lines, not_utf8, opened

#: Elements that hold codes of the original format, not text.
_CODES = frozenset(("ph", "bpt", "ept", "it", "x", "bx", "ex", "ut"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tmx(path: str, language: str | None = None) -> Iterator[Raw]:
    """The translation units of a TMX file: the Romanian variant is the target.

    Args:
        path: the file.
        language: which other variant is the source; the first one if not given.
    """
    for number, unit in enumerate(_elements(path, {"tu"}), 1):
        variants: dict[str, str] = {}
        for variant in _children(unit, "tuv"):
            code = variant.get(_XML_LANG) or variant.get("lang") or ""
            segment = next(_children(variant, "seg"), None)
            if segment is not None:
                variants.setdefault(_language(code), _text(segment))
        place = f"{path}:unit {number}"
        yield _unit(place, unit.get("tuid"), variants, language)


def _unit(place: str, name: str | None, variants: dict[str, str], language: str | None) -> Raw:
    if "ro" not in variants:
        known = ", ".join(sorted(variants)) or "none"
        return Raw(place, problem=f"no Romanian variant; languages here: {known}")
    others = [code for code in variants if code != "ro"]
    chosen = language if language in variants else next(iter(others), None)
    fields: dict[str, Any] = {"id": name or place, "target": variants["ro"]}
    if chosen:
        fields |= {"source": variants[chosen], "source_lang": chosen}
    return Raw(place, fields)


def read_xliff(path: str) -> Iterator[Raw]:
    """The segments of an XLIFF file, version 1.2 (``trans-unit``) or 2.x (``segment``)."""
    number, language, unit = 0, None, ""
    for element in _elements(path, {"trans-unit", "segment"}, starts={"file", "xliff", "unit"}):
        kind = _name(element)
        if kind in ("file", "xliff"):
            language = element.get("source-language") or element.get("srcLang") or language
            continue
        if kind == "unit":
            unit = element.get("id") or ""
            continue
        number += 1
        place = f"{path}:segment {number}"
        name = element.get("id") if kind == "trans-unit" else _joined(unit, element.get("id"))
        source, target = (next(_children(element, part), None) for part in ("source", "target"))
        if target is None:
            yield Raw(place, problem="no <target>: it is not translated")
            continue
        fields = {"id": name or place, "target": _text(target)}
        if source is not None:
            fields["source"] = _text(source)
        if language:
            fields["source_lang"] = _language(language)
        yield Raw(place, fields)


def _joined(unit: str, segment: str | None) -> str:
    return f"{unit}/{segment}" if segment else unit


def _elements(
    path: str, ends: set[str], starts: AbstractSet[str] = frozenset()
) -> Iterator[Element]:
    """Elements as they end (or begin), each dropped afterwards: memory stays flat.

    Raises:
        InputError: the file is no XML, or declares entities (a bomb, or a look at other files).
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    with opened(path) as file:
        try:
            yield from _walked(iterparse(file, events=("start", "end")), ends, starts)
        except ParseError as problem:
            line = problem.position[0]
            raise InputError(f"{path}:{line}", f"no XML ({problem})", "repair the file") from None
        except DefusedXmlException as problem:
            raise InputError(
                path, f"declares entities ({type(problem).__name__})", "remove them from the file"
            ) from None


def _walked(
    events: Iterator[tuple[str, Element]], ends: set[str], starts: AbstractSet[str]
) -> Iterator[Element]:
    """The elements asked for; whatever lies outside them is dropped from the tree at its end.

    The parser is ahead of its events, so only what an event has closed may be taken away.
    """
    open_elements: list[Element] = []
    inside = 0
    for event, element in events:
        wanted = _name(element) in ends
        if event == "start":
            if _name(element) in starts:
                yield element
            open_elements.append(element)
            inside += wanted
            continue
        open_elements.pop()
        inside -= wanted
        if wanted and not inside:
            yield element
        if not inside:
            element.clear()
            if open_elements:
                open_elements[-1].remove(element)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if _name(child) == name)


def _text(element: Element) -> str:
    """The text of a segment without the codes of the original format."""
    parts = [element.text or ""]
    for child in element:
        if _name(child) not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _language(code: str) -> str:
    """``ro`` for ``ro-RO``, ``RO_ro``."""
    return code.replace("_", "-").partition("-")[0].lower()


def read_parallel(
    target: str, source: str | None, reference: str | None, name: str = ""
) -> Iterator[Raw]:
    """Line-parallel texts (Moses format): line n of each file belongs together.

    Args:
        target, source, reference: the files.
        name: what the ids begin with; the line number alone if empty.

    Raises:
        InputError: the files differ in their number of lines.
    """
    named = {"target": target, "source": source, "reference": reference}
    given = {name: path for name, path in named.items() if path is not None}
    with ExitStack() as stack:
        feeds = {name: lines(path) for name, path in given.items()}
        for feed in feeds.values():
            stack.callback(feed.close)  # type: ignore[attr-defined]
        while True:
            row = {name: next(feed, None) for name, feed in feeds.items()}
            if all(found is None for found in row.values()):
                return
            yield _parallel_row(given, row, name)


def _parallel_row(
    given: dict[str, str], row: dict[str, tuple[int, bytes] | None], name: str
) -> Raw:
    number = next(found[0] for found in row.values() if found)
    short = next((name for name, found in row.items() if found is None), None)
    if short is not None:
        longer = next(given[name] for name, found in row.items() if found)
        raise InputError(
            given[short],
            f"ends before line {number}, {longer} goes on",
            "line-parallel files have the same number of lines",
        )
    place = f"{given['target']}:{number}"
    fields = {"id": f"{name}:{number}" if name else str(number)}
    for part, found in row.items():
        line = found[1] if found else b""
        text = decoded(line)
        if text is None:
            return Raw(place, problem=f"{given[part]}:{number}: {not_utf8(line)}")
        fields[part] = text
    blank = not any(fields[part].strip() for part in row)
    return Raw(place, fields, blank=blank)
