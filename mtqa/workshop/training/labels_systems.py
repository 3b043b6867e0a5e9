"""Labels for English to Romanian from what several systems make of the same sentence.

No human judged these outputs. But a word that the reference has too is right; one that neither the
reference nor any other system has is suspect. The probabilities below are what annotated segments
show for each degree of support, rounded; they are soft labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sacrebleu
from numpy.typing import NDArray

from mtqa.knowledge import comma
from mtqa.workshop.training.examples import Example, Mark

SYSTEMS = ("bergamot-tiny", "google", "microsoft", "nllb", "opusmt")
#: FLORES may be shared and built upon (CC BY-SA 4.0); newstest is for research only.
SETS = ("flores-dev", "flores-test")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")

#: P(wrong) of a content word that the reference lacks, by how many other systems have it.
UNSUPPORTED = (0.47, 0.3, 0.2, 0.14, 0.08)
#: The same of words of up to three letters.
UNSUPPORTED_SHORT = (0.35, 0.2, 0.15, 0.1, 0.04)
#: P(wrong) of a word that the reference has: of one that few systems have, and of the others.
SUPPORTED = (0.08, 0.02)
#: How much each counts in the agreement: few unsupported words, chrF++ to the other systems, and to
#: the reference.
AGREEMENT = (1.0, 0.6, 0.4)


@dataclass(frozen=True, slots=True)
class Translated:
    """A source sentence, its reference and what each system made of it."""

    id: str
    source: str
    reference: str
    outputs: dict[str, str]


def read(folder: Path, without: frozenset[str] = frozenset()) -> list[Translated]:
    """The sentences of :data:`SETS`.

    Args:
        folder: the data's.
        without: sources to leave out, since they are tested on.
    """
    found = []
    for name in SETS:
        columns = {
            part: (folder / f"{name}.{part}").read_text(encoding="utf-8").splitlines()
            for part in ("en", "ro", *(f"{system}.ro" for system in SYSTEMS))
        }
        for number, source in enumerate(columns["en"]):
            if source not in without:
                outputs = {system: columns[f"{system}.ro"][number] for system in SYSTEMS}
                found.append(Translated(f"{name}:{number}", source, columns["ro"][number], outputs))
    return found


def support(text: str, reference: str, others: Sequence[str]) -> list[tuple[int, int, bool, int]]:
    """Each word of a text: its offsets, whether the reference has it, and how many others do."""
    in_reference = _stems(reference)
    in_others = [_stems(other) for other in others]
    rows = []
    for match in _WORD.finditer(text):
        stem = _stem(match.group())
        rows.append(
            (*match.span(), stem in in_reference, sum(stem in other for other in in_others))
        )
    return rows


def marks(text: str, reference: str, others: Sequence[str]) -> tuple[Mark, ...]:
    """How probably each word of a system's output is wrong."""
    found = []
    for start, end, in_reference, in_others in support(text, reference, others):
        by_support = UNSUPPORTED if end - start > 3 else UNSUPPORTED_SHORT
        known = SUPPORTED[in_others > 2]
        found.append((start, end, known if in_reference else by_support[in_others]))
    return tuple(found)


def agreement(rows: Sequence[Translated]) -> list[dict[str, float]]:
    """How far the reference and the other systems agree with each system's output, standardised.

    On annotated segments this follows the annotators' penalties better than chrF with the reference
    does: the others together know more right wordings than one reference has.

    Returns:
        for each row the agreement by system.
    """
    chrf = sacrebleu.CHRF(word_order=2)
    table = []
    for row in rows:
        for system, output in row.outputs.items():
            others = _others(row, system)
            unsupported = marks(output, row.reference, others)
            table.append(
                (
                    -sum(p for *_, p in unsupported) / max(1, len(unsupported)),
                    sum(chrf.sentence_score(output, [other]).score for other in others)
                    / max(1, len(others)),
                    chrf.sentence_score(output, [row.reference]).score,
                )
            )
    values = _standardised(np.array(table, np.float64).reshape(-1, len(AGREEMENT)))
    agreed = _standardised(values @ np.array(AGREEMENT)).clip(-3, 3).tolist()
    found = iter(agreed)
    return [{system: next(found) for system in row.outputs} for row in rows]


def _standardised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    deviation = values.std(0)
    return np.asarray((values - values.mean(0)) / np.where(deviation, deviation, 1))


def _others(row: Translated, system: str) -> list[str]:
    return [text for name, text in row.outputs.items() if name != system]


def examples(rows: Sequence[Translated], agreed: Sequence[dict[str, float]]) -> Iterator[Example]:
    """Every system's output with its soft labels; and each reference, taken as right.

    Args:
        rows: the sentences.
        agreed: their :func:`agreement`.
    """
    for row, by_system in zip(rows, agreed, strict=True):
        for system, output in row.outputs.items():
            others = _others(row, system)
            bad = marks(output, row.reference, others)
            yield Example(
                output,
                row.source,
                score_of(bad),
                score_weight=0.3,
                agreed=by_system[system],
                bad=bad,
                bad_weight=0.6,
                origin=f"systems {system}",
            )
        yield Example(
            row.reference,
            row.source,
            1.0,
            score_weight=0.2,
            bad=(),
            bad_weight=0.4,
            garbled=(),
            omitted=(),
            origin="systems reference",
        )


def score_of(bad: Sequence[Mark]) -> float:
    """A score from the expected share of wrong words, on the scale of the judgements."""
    share = sum(p for _, _, p in bad) / max(1, len(bad))
    return max(-2.5, 1.2 - 14.0 * share)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text))


def _stem(word: str) -> str:
    """A word without its ending, roughly: an inflected form of the same word supports it."""
    word = comma(word).lower()
    return word[: max(4, len(word) - 3)] if len(word) > 4 else word
