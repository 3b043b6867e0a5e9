"""The identity of an issue: what stays the same when the text around it moves.

A baseline, a SARIF result, a deep link and an editor's decision all speak of an issue by this key,
so that it survives a new paragraph above it or a re-run, and changes when the words change.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from mtqa.model import Issue

#: Code points of context on either side that belong to the identity of an issue.
_CONTEXT = 24


def fingerprints(target: str, issues: Sequence[Issue]) -> tuple[str, ...]:
    """A key of 16 hexadecimal digits for each issue of one article, all different.

    It is made of the check, the marked words and the words beside them in the same line; places
    do not count. The second of two issues alike in all of that gets a key of its own.

    Args:
        target: the text that the issues' offsets refer to.
        issues: the issues, in reading order.
    """
    seen: Counter[str] = Counter()
    keys = []
    for issue in issues:
        likeness = "\x1f".join((issue.check, _words(issue.text), *_beside(target, issue)))
        seen[likeness] += 1
        text = f"{likeness}\x1f{seen[likeness]}"
        keys.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
    return tuple(keys)


def _beside(target: str, issue: Issue) -> tuple[str, str]:
    before = target[max(0, issue.start - _CONTEXT) : issue.start].rpartition("\n")[2]
    after = target[issue.end : issue.end + _CONTEXT].partition("\n")[0]
    return _words(before), _words(after)


def _words(text: str) -> str:
    return " ".join(text.split())
