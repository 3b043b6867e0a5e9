"""Bitexts of translators: TMX and XLIFF 1.2 and 2.x, read as a stream; and line-parallel texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from mtqa.errors import InputError
from mtqa.languages.codes import language_code
from mtqa.readers.inline import Inline, inline
from mtqa.readers.records import Raw
from mtqa.readers.streams import decoded, lines, not_utf8
from mtqa.readers.units import Unit, local, units

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANG = "xml:lang"
#: What XLIFF 1.2 and 2.x call a target that nobody has translated yet: often a copy of the source.
_UNTRANSLATED = frozenset(("new", "needs-translation", "needs-adaptation", "needs-l10n", "initial"))


def read_tmx(path: str, language: str | None = None) -> Iterator[Raw]:
    """The translation units of a TMX file: the Romanian variant is the target.

    Args:
        path: the file.
        language: which other variant is the source; the first one if not given.

    Raises:
        InputError: the file as a whole cannot be read; a unit that cannot is a row with a problem.
    """
    wanted = language and language_code(language)
    for number, unit in enumerate(units(path, "tmx", frozenset(("tu",)), frozenset()), 1):
        place = f"{path}:unit {number}"
        if unit.element is None:
            yield Raw(place, problem=unit.problem)
            continue
        variants: dict[str, Inline] = {}
        for variant in _children(unit.element, "tuv"):
            code = variant.get(_LANG) or variant.get("lang") or ""
            segment = next(_children(variant, "seg"), None)
            if segment is not None:
                variants.setdefault(language_code(code), inline(segment))
        yield _unit(place, unit.element.get("tuid"), variants, wanted)


def _unit(
    place: str, name: str | None, variants: Mapping[str, Inline], language: str | None
) -> Raw:
    if "ro" not in variants:
        known = ", ".join(sorted(variants)) or "none"
        return Raw(place, problem=f"no Romanian variant; languages here: {known}")
    others = [code for code in variants if code != "ro"]
    chosen = language if language in variants else next(iter(others), None)
    source = variants[chosen] if chosen else None
    return _row(place, name or place, variants["ro"], source, chosen)


def _row(place: str, name: str, target: Inline, source: Inline | None, language: str | None) -> Raw:
    """A translated segment as a row; its codes only where there are any to compare."""
    fields: dict[str, Any] = {"id": name, "target": target.text}
    if source is None:
        return Raw(place, fields)
    fields["source"] = source.text
    if language:
        fields["source_lang"] = language
    codes = (source.codes, target.codes) if source.codes and target.codes else None
    return Raw(place, fields, inline=codes)


def read_xliff(path: str) -> Iterator[Raw]:
    """The segments of an XLIFF file, version 1.2 (``trans-unit``) or 2.x (``segment``).

    What is not to be translated, or not translated yet, is a row with a problem.

    Raises:
        InputError: the file as a whole cannot be read; a unit that cannot is a row with a problem.
    """
    number = 0
    names, around = frozenset(("trans-unit", "unit")), frozenset(("xliff", "file", "group"))
    for unit in units(path, "xliff", names, around):
        if unit.element is None:
            number += 1
            yield Raw(f"{path}:segment {number}", problem=unit.problem)
            continue
        said = _Said.of(unit)
        for name, segment in _segments(unit.element):
            number += 1
            yield _segment(f"{path}:segment {number}", name, segment, said)


def _segments(unit: Element) -> Iterator[tuple[str, Element]]:
    """The segments of a unit with their names."""
    name = unit.get("id") or ""
    if local(unit.tag) == "trans-unit":
        yield name, unit
        return
    for segment in _children(unit, "segment"):
        own = segment.get("id")
        yield (f"{name}/{own}" if own else name), segment


class _Said:
    """What a unit and the elements around it say of its segments.

    Attributes:
        source, target: codes of the languages, ``None`` where nothing is said.
        translate: whether it is to be translated.
    """

    def __init__(self, source: str | None, target: str | None, translate: bool) -> None:
        self.source, self.target, self.translate = source, target, translate

    @classmethod
    def of(cls, unit: Unit) -> _Said:
        """What is said, the innermost word counting."""
        source = target = None
        translate = True
        own = dict(unit.element.attrib) if unit.element is not None else {}
        for _, attributes in (*unit.around, ("unit", own)):
            source = attributes.get("source-language") or attributes.get("srcLang") or source
            target = attributes.get("target-language") or attributes.get("trgLang") or target
            translate = {"no": False, "yes": True}.get(
                attributes.get("translate", "").lower(), translate
            )
        return cls(source and language_code(source), target and language_code(target), translate)


def _segment(place: str, name: str, segment: Element, said: _Said) -> Raw:
    source, target = (next(_children(segment, part), None) for part in ("source", "target"))
    if not said.translate:
        return Raw(place, problem='translate="no": it is not to be translated')
    if target is None:
        return Raw(place, problem="no <target>: it is not translated")
    state = (target.get("state") or segment.get("state") or "").lower()
    if state in _UNTRANSLATED:
        return Raw(place, problem=f'state="{state}": it is not translated yet')
    language = target.get(_LANG)
    code = language_code(language) if language else said.target
    if code not in (None, "ro"):
        return Raw(place, problem=f"its target is in {code}, not Romanian")
    read = None if source is None else inline(source)
    return _row(place, name or place, inline(target), read, said.source)


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local(child.tag) == name)


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
