"""What a model has answered, read tolerantly: JSON in any wrapping, or the lists of GEMBA-MQM.

Nothing here is believed: an answer becomes fields of the right types, or it is none. Whether its
spans are in the text is asked in :mod:`mtqa.scorers.llm.spans`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from mtqa.model import CATEGORIES, Category, Severity

#: Errors of one segment that are read; a model that marks more has run off.
_MOST = 50
_THOUGHT = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL)
_FENCED = re.compile(r"```(?:json)?\s*\n(.*?)\n\s*```", re.DOTALL)
#: What models call our categories, beside their own names: those of MQM and of GEMBA-MQM.
_ALSO: Mapping[str, Category] = {
    "entity": "name",
    "named entity": "name",
    "untranslated text": "untranslated",
    "non-translation": "garbled",
    "unintelligible": "garbled",
    "terminology": "mistranslation",
    "inappropriate for context": "mistranslation",
    "wrong term": "mistranslation",
    "agreement": "grammar",
    "word order": "grammar",
    "inflection": "grammar",
    "capitalization": "casing",
    "capitalisation": "casing",
    "date": "number",
    "unit": "number",
    "numbers": "number",
    "whitespace": "spacing",
    "character encoding": "garbled",
    "markup": "boilerplate",
}
_GRADES: Mapping[str, Severity] = {
    "neutral": "neutral",
    "minor": "minor",
    "major": "major",
    "serious": "major",
    "critical": "critical",
}


class SaidError(msgspec.Struct, frozen=True):
    """One error as the model gives it: its words, not yet found in any text."""

    text: str
    category: Category
    severity: Severity
    suggestion: str | None = None
    source: str = ""
    reason: str = ""


class Said(msgspec.Struct, frozen=True):
    """What the model says of one segment.

    Attributes:
        score: 0 to 100; None if it gives none that means anything.
        errors: in its order.
        malformed: how many errors had no text, or no category or severity of ours.
    """

    score: float | None = None
    errors: tuple[SaidError, ...] = ()
    malformed: int = 0


@dataclass(frozen=True, slots=True)
class _Item:
    number: int | None
    fields: Mapping[str, Any]


def read(content: str, expected: int, *, truncated: bool = False) -> dict[int, Said]:
    """What an answer says of the segments that were asked about, by number from 1.

    A segment that is missing here has no usable answer. Numbers that nobody asked about are left
    out; of two answers to one number the first counts.

    Args:
        content: the model's words.
        expected: how many segments it was shown.
        truncated: whether it was cut off; the last segment it speaks of is not believed then.
    """
    content = _THOUGHT.sub("", content)
    items = list(_items(_value(content), expected))
    if truncated:
        items = items[:-1]
    numbered = all(item.number is not None for item in items)
    if not numbered and len(items) != expected:
        return {}
    found: dict[int, Said] = {}
    for place, item in enumerate(items, 1):
        number = item.number if numbered else place
        said = _said(item.fields)
        if number is not None and 1 <= number <= expected and said is not None:
            found.setdefault(number, said)
    if not items and expected == 1 and not truncated:
        listed = _from_list(content)
        return {} if listed is None else {1: listed}
    return found


def _value(content: str) -> Any:
    """The JSON in an answer, mended where it is nearly JSON; None if there is none."""
    fenced = _FENCED.search(content)
    text = (fenced.group(1) if fenced else content).strip()
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    if start < 0:
        return None
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        pass
    from json_repair import repair_json

    try:
        return repair_json(text[start:], return_objects=True, skip_json_loads=True)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, expected: int) -> Iterator[_Item]:
    """The segments that a value speaks of."""
    if isinstance(value, dict):
        listed = value.get("segments")
        if listed is None and "errors" in value and expected == 1:
            listed = [{**value, "id": 1}]
        value = listed
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict):
            yield _Item(_number(each.get("id")), each)


def _number(value: Any) -> int | None:
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value.strip()[:9])
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _said(fields: Mapping[str, Any]) -> Said | None:
    """One segment's answer; None if it has no list of errors."""
    listed = fields.get("errors")
    if not isinstance(listed, list):
        return None
    errors, malformed = [], 0
    for each in listed[:_MOST]:
        error = _error(each) if isinstance(each, dict) else None
        if error is None:
            malformed += 1
        else:
            errors.append(error)
    return Said(_score(fields.get("score")), tuple(errors), malformed + len(listed[_MOST:]))


def _error(fields: Mapping[str, Any]) -> SaidError | None:
    text = fields.get("text")
    category, severity = category_of(fields.get("category")), grade_of(fields.get("severity"))
    if not isinstance(text, str) or not text.strip() or category is None or severity is None:
        return None
    suggestion = fields.get("suggestion")
    return SaidError(
        text,
        category,
        severity,
        suggestion if isinstance(suggestion, str) else None,
        _string(fields.get("source")),
        _string(fields.get("reason")),
    )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _score(value: Any) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value.strip())
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if math.isfinite(value) and 0 <= value <= 100 else None


def category_of(value: Any) -> Category | None:
    """Our category by its name or by one that MQM has for it: ``accuracy/omission``."""
    if not isinstance(value, str):
        return None
    for part in reversed(value.lower().replace("_", " ").split("/")):
        name = part.strip()
        if name in CATEGORIES:
            return name
        if name in _ALSO:
            return _ALSO[name]
    return None


def grade_of(value: Any) -> Severity | None:
    """Our severity by its name."""
    return _GRADES.get(value.strip().lower()) if isinstance(value, str) else None


_HEADING = re.compile(r"\s*(critical|major|minor)\s*:?\s*", re.IGNORECASE)
_ENTRY = re.compile(r"\s*[-*]?\s*(?P<category>[\w /-]+?)\s*[-–:]\s*[\"“„'](?P<text>.+)[\"”']\s*")
_NOTHING = re.compile(r"\s*[-*]?\s*no[- ]errors?\.?\s*", re.IGNORECASE)


def _from_list(content: str) -> Said | None:
    """An answer in the form of GEMBA-MQM: a heading for each severity, ``category - "words"``
    below it; None if it is no such list."""
    grade: Severity | None = None
    errors, malformed, known = [], 0, False
    for line in content.splitlines():
        if heading := _HEADING.fullmatch(line):
            grade = grade_of(heading.group(1))
        elif _NOTHING.fullmatch(line):
            known = True
        elif grade and (entry := _ENTRY.fullmatch(line)):
            category = category_of(entry["category"])
            if category is None:
                malformed += 1
            else:
                errors.append(SaidError(entry["text"], category, grade))
            known = True
    return Said(None, tuple(errors[:_MOST]), malformed) if known else None
