"""Labels from post-edits: machine translations of RO-STS and what people made of them.

A word that was changed is suspect, not guilty: some edits are style. How suspect depends on what
the edit did: another word weighs more than another form of it, punctuation and capitals hardly
anything. A model that learnt from annotated errors may then say which of the edits it takes for
errors (:func:`weighed`), so that each edit has two witnesses.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from mtqa.knowledge import comma
from mtqa.workshop.training.examples import Example, Mark

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
#: How probably an edit mends an error, by what it did.
OTHER_WORD, OTHER_FORM, DROPPED, ADDED, SMALL = 0.6, 0.5, 0.4, 0.3, 0.05
#: Kept words: people left some errors in.
KEPT = 0.03
#: A whole sentence that was written anew says little about its words.
REWRITTEN = 0.6
#: How much the model's word counts beside the edit's.
_TRUST = 0.7


@dataclass(frozen=True, slots=True)
class Edited:
    """A segment: source, machine translation and post-edit."""

    source: str
    target: str
    edited: str


def read(path: Path) -> list[Edited]:
    """The segments of ``segments.jsonl``; none if there is no such file."""
    if not path.is_file():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Edited(row["source"], comma(row["target"]), comma(row["postedit"])) for row in rows]


def edits(target: str, edited: str) -> tuple[list[Mark], float]:
    """Each word and mark of a target with the probability that its edit mends an error, and the
    share of its tokens that were edited."""
    ours = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(target)]
    theirs = [m.group() for m in _TOKEN.finditer(edited)]
    matcher = SequenceMatcher(None, [word for *_, word in ours], theirs, autojunk=False)
    suspect = [KEPT] * len(ours)
    changed = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        changed += max(b - a, d - c)
        for at in range(a, b):
            suspect[at] = max(suspect[at], _suspicion(ours[at][2], theirs[c:d]))
        if kind == "insert":
            words = any(word[0].isalnum() for word in theirs[c:d])
            for at in (a - 1, a):
                if words and 0 <= at < len(ours):
                    suspect[at] = max(suspect[at], ADDED / 2)
    marks = [(s, e, p) for (s, e, _), p in zip(ours, suspect, strict=True)]
    return marks, changed / max(1, len(ours), len(theirs))


def _suspicion(word: str, instead: Sequence[str]) -> float:
    if not word[0].isalnum() or word.lower() in (other.lower() for other in instead):
        return SMALL
    if not instead:
        return DROPPED
    stem = word.lower()[: max(3, len(word) - 3)]
    same = any(other.lower().startswith(stem) for other in instead)
    return OTHER_FORM if same else OTHER_WORD


def examples(rows: Sequence[Edited]) -> Iterator[Example]:
    """Every machine translation with soft marks."""
    for row in rows:
        marks, share = edits(row.target, row.edited)
        rewritten = share > REWRITTEN
        yield Example(
            row.target,
            row.source,
            annotated=max(-2.5, 0.9 - 4.0 * share),
            annotated_weight=0.1 if rewritten else 0.3,
            bad=tuple(marks),
            bad_weight=0.15 if rewritten else 0.5,
            origin="post-edit machine",
        )


def corrected(rows: Sequence[Edited]) -> Iterator[Example]:
    """Every post-edit that changed something, taken as right."""
    for row in rows:
        if row.edited != row.target:
            yield Example(
                row.edited, row.source, annotated=0.9, annotated_weight=0.2, bad=(),
                bad_weight=0.5, origin="post-edit corrected",
            )  # fmt: skip


def weighed(example: Example, pieces: Sequence[tuple[int, int, float]], middle: float) -> Example:
    """The example, each edit's suspicion moved by what a model says of the word.

    Args:
        example: as :func:`examples` made it.
        pieces: the model's pieces of the target with the probability that each is wrong.
        middle: log-odds that the model gives an edited word in the middle of all.
    """
    marks = []
    for start, end, suspicion in example.bad or ():
        said = max((p for a, b, p in pieces if a < end and start < b), default=None)
        if said is not None and suspicion > SMALL:
            odds = _odds(suspicion) + _TRUST * (_odds(said) - middle)
            suspicion = 1 / (1 + math.exp(-odds))
        marks.append((start, end, suspicion))
    return replace(example, bad=tuple(marks))


def _odds(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
