"""JSON Lines: one object a line, blank lines skipped."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mtqa.readers.records import Raw
from mtqa.readers.streams import decoded, lines, not_utf8


def read(path: str) -> Iterator[Raw]:
    """The objects of a file; a line that is none becomes a row with a problem."""
    decoder = msgspec.json.Decoder()
    for number, line in lines(path):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            value = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
            reason = not_utf8(line) if decoded(line) is None else f"no JSON: {problem}"
            yield Raw(place, problem=reason)
            continue
        if isinstance(value, dict):
            yield Raw(place, value)
        else:
            yield Raw(place, problem=f"no JSON object but {type(value).__name__}")
