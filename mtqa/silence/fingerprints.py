"""The identity of an issue: what stays the same when the text around it moves.

A baseline, a SARIF result, a deep link and an editor's decision all speak of an issue by this key,
so that it survives a new paragraph above it, other white space, another Unicode form or a re-run,
and changes when the words change.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence

from mtqa.model import Issue
from mtqa.silence.markers import without_markers

#: Words on either side, within the line, that belong to the identity of an issue: enough to tell
#: two places apart, few enough that an edit elsewhere in the sentence leaves it alone.
_WORDS = 2
#: Code points that are looked through for them; longer words are cut there, alike every time.
_REACH = 120


def fingerprints(target: str, issues: Sequence[Issue]) -> tuple[str, ...]:
    """A key of 16 hexadecimal digits for each issue of one article, all different.

    It is made of the check, the marked words and two words on either side in the same line; places,
    white space and suppression markers do not count. The second of two issues alike in all of that
    gets a key of its own.

    Args:
        target: the text that the issues' offsets refer to.
        issues: the issues, in reading order.
    """
    seen: Counter[str] = Counter()
    keys = []
    for issue in issues:
        likeness = "\x1f".join((issue.check, words(issue.text), *beside(target, issue)))
        seen[likeness] += 1
        text = f"{likeness}\x1f{seen[likeness]}"
        keys.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
    return tuple(keys)


def beside(target: str, issue: Issue) -> tuple[str, str]:
    """The two words before an issue and the two after it, within its line."""
    before = target[max(0, issue.start - _REACH) : issue.start]
    after = target[issue.end : issue.end + _REACH]
    left = words(before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]).split()
    right = words(after.partition("\n")[0].partition("\r")[0]).split()
    return " ".join(left[-_WORDS:]), " ".join(right[:_WORDS])


def words(text: str) -> str:
    """``text`` without markers, in Unicode's composed form, white space made one blank each."""
    return " ".join(unicodedata.normalize("NFC", without_markers(text)).split())
