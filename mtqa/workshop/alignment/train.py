"""``python -m mtqa.workshop.alignment.train``: learn the weights anew and print them as JSON.

Lessons come from the development part of Text+Berg (German-French) and from disturbed NTREX-128
documents; both lie in the folder that ``MTQA_DATA`` names. The disturbances have their own seeds,
other than those of `mtqa.workshop.benches.align`. It takes some minutes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from mtqa.align.costs import FEATURES, Texts, prepare
from mtqa.align.encoder import E5Encoder, Encoder, Reader
from mtqa.align.formats import read_beads
from mtqa.align.lexical import LexicalEncoder
from mtqa.align.units import clause_spans, pair_of_units, word_spans
from mtqa.workshop.alignment.disturb import Case, Disturbance, Gold, disturb, lines
from mtqa.workshop.alignment.learn import Lesson, chunks, learn, lesson
from mtqa.workshop.development import data_folder

#: Set by hand, for the lessons hold no paragraphs and no repeated headlines.
BY_HAND = {"crossing": -2.0, "repeat": -5.0, "alone_again": 1.0}
#: Rough disturbance (every fourth document) and the yardstick's own (every third), with seeds.
_ROUGH = (
    ("deu", "fra", 101, 0),
    ("eng", "ron", 102, 1),
    ("deu", "ron", 103, 2),
    ("rus", "ron", 104, 3),
    ("hun", "ron", 105, 0),
)
_NEWS = (
    ("eng", "ron", 201, 0),
    ("deu", "ron", 202, 1),
    ("rus", "ron", 203, 2),
    ("hun", "ron", 204, 0),
)
_HARD = Disturbance(reshape=0.3, delete=0.05, insert=0.08, shift=0.1)
_JUNK = ["*", "- 12 -", "Foto: arhiva", "..... ", "24 a !", "; , .", "p. 24"]


def texts_of(source: Sequence[str], target: Sequence[str], encoder: Encoder) -> Texts:
    """Two texts as the aligner sees them, with lengths on one scale."""
    units = {}
    if isinstance(encoder, Reader):
        left, right = encoder.read(source), encoder.read(target)
        x = np.array([tokens.vector for tokens in left], np.float32)
        y = np.array([tokens.vector for tokens in right], np.float32)
        for kind, spans in (("words", word_spans), ("clauses", clause_spans)):
            units[kind] = pair_of_units(source, target, left, right, spans)
    else:
        x, y = encoder.encode(source), encoder.encode(target)
    ratio = sum(map(len, target)) / sum(map(len, source))
    return prepare(source, target, x, y, ratio=ratio, units=units)


def path_of(gold: Gold) -> Gold:
    """The gold beads as a path: runs without gaps, of sizes the search knows, none crossing."""
    found: Gold = []
    for source, target in sorted(bead for bead in gold if bead[0] and bead[1]):
        left, right = _run(source), _run(target)
        if min(len(left), len(right)) > 1:
            left, right = left[:4], right[:4]
        if not found or right[0] > found[-1][1][-1]:
            found.append((left, right))
    return found


def _run(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The longest stretch of consecutive numbers, five at most."""
    runs = [[numbers[0]]]
    for number in numbers[1:]:
        if number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(max(runs, key=len)[:5])


def text_berg(encoder: Encoder, width: int) -> list[Lesson]:
    """Lessons from Text+Berg."""
    folder = data_folder() / "text+berg"
    gold = path_of(read_beads(folder / "dev.defr"))
    texts = texts_of(lines(folder / "dev.de"), lines(folder / "dev.fr"), encoder)
    whole = lesson(texts, gold, width)
    return chunks(whole) if whole else []


def cases(
    source: str, target: str, seed: int, first: int, step: int, how: Disturbance, junk: bool
) -> Iterable[Case]:
    """Some disturbed NTREX documents: every ``step``-th from the number ``first`` on."""
    folder = data_folder() / "ntrex"
    left, right = lines(folder / f"{source}.txt"), lines(folder / f"{target}.txt")
    names = lines(folder / "documents.tsv")
    for name in list(dict.fromkeys(names))[first::step]:
        own = [k for k, other in enumerate(names) if other == name]
        strangers = [(left[k], right[k]) for k in range(len(names)) if names[k] != name]
        if junk:
            strangers = strangers[:40] + [(word, word) for word in _JUNK] * 3
        yield disturb(
            f"{source}:{name}",
            [left[k] for k in own],
            [right[k] for k in own],
            strangers,
            how,
            seed,
        )


def news(encoder: Encoder, width: int, hard: bool) -> list[Lesson]:
    """Lessons from NTREX-128."""
    found = []
    for source, target, seed, first in _ROUGH if hard else _NEWS:
        how, step = (_HARD, 4) if hard else (Disturbance(), 3)
        for case in cases(source, target, seed, first, step, how, hard):
            one = lesson(texts_of(case.source, case.target, encoder), case.gold, width)
            found += [one] if one else []
    return found


def without_units(each: Lesson) -> Lesson:
    """The lesson as an encoder without words and clauses would see it."""
    beads, dropped, added = each.beads.copy(), each.dropped.copy(), each.added.copy()
    beads[:, FEATURES.index("words_covered") :] = 0
    dropped[4:] = added[4:] = 0
    return replace(each, beads=beads, dropped=dropped, added=added)


def tidy(weights: dict[str, float]) -> dict[str, float]:
    """Rounded, with what is set by hand."""
    return {name: round(value, 4) for name, value in (weights | BY_HAND).items()}


def main() -> None:
    """Learn and print all weights."""
    encoder = E5Encoder()
    berg, hard, easy = text_berg(encoder, 6), news(encoder, 6, True), news(encoder, 6, False)
    plain = [without_units(each) for each in berg * 2 + hard[::3] + easy[::2]]
    lexical = LexicalEncoder()
    bags = text_berg(lexical, 15) + news(lexical, 15, False)
    result = {
        "e5-small-q4": {
            "floor": 0.22,
            "fine": tidy(learn(berg * 4 + hard[::3] + easy[::2], rounds=60, ridge=1)),
            "plain": tidy(learn(plain, rounds=50, ridge=1)),
        },
        "lexical": {"floor": 0.02, "plain": tidy(learn(bags, rounds=50, ridge=1))},
    }
    print(json.dumps(result, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
