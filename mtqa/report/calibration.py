"""The reliability plot: what share of issues was right, by the confidence they were given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

#: An issue: its confidence, whether it was right, and what it counts.
Outcome = tuple[float, bool, float]
_SIZE, _MARGIN, _BINS = 360, 52, 8
#: Colours that stay apart in print and for the colour-blind (Okabe and Ito 2008).
_COLOURS = ("#D55E00", "#0072B2", "#009E73")


class Bin(NamedTuple):
    """Issues of like confidence.

    Attributes:
        confidence: their mean confidence.
        right: the share of them that was right.
        weight: how many they are, by weight.
    """

    confidence: float
    right: float
    weight: float


def bins(outcomes: Sequence[Outcome], number: int = _BINS) -> list[Bin]:
    """Issues in order of confidence, cut into at most ``number`` bins of equal weight.

    Issues of one confidence stay together.
    """
    ordered = sorted(outcomes)
    share = sum(weight for _, _, weight in ordered) / number
    found: list[list[Outcome]] = [[]]
    filled = 0.0
    for place, outcome in enumerate(ordered):
        if filled >= share and outcome[0] != ordered[place - 1][0]:
            found.append([])
            filled = 0.0
        found[-1].append(outcome)
        filled += outcome[2]
    return [_bin(group) for group in found if group]


def _bin(group: Sequence[Outcome]) -> Bin:
    weight = sum(w for _, _, w in group)
    confidence = sum(p * w for p, _, w in group) / weight
    return Bin(confidence, sum(w for _, right, w in group if right) / weight, weight)


def error(outcomes: Sequence[Outcome], number: int = _BINS) -> float:
    """The expected calibration error: how far confidence and share lie apart in a bin, by weight
    (Naeini, Cooper and Hauskrecht 2015)."""
    found = bins(outcomes, number)
    total = sum(item.weight for item in found)
    return sum(item.weight * abs(item.confidence - item.right) for item in found) / total


def plot(curves: Mapping[str, Sequence[Outcome]]) -> str:
    """The plot as SVG; on the diagonal, confidence is what it claims to be."""
    width = _SIZE + 2 * _MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" '
        f'width="{width}" height="{width}" role="img" font-family="sans-serif" font-size="12">',
        "<title>Reliability of mtqa's confidence</title>",
        f'<rect width="{width}" height="{width}" fill="#fff"/>',
        *_axes(),
    ]
    for number, (name, outcomes) in enumerate(curves.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        points = [(*_point(item.confidence, item.right), item.weight) for item in bins(outcomes)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        lines.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        )
        lines += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + weight**0.5 / 2:.1f}" fill="{colour}" '
            'fill-opacity="0.6"/>'
            for x, y, weight in points
        ]
        text = f"{name}: expected calibration error {error(outcomes):.3f}"
        y = _MARGIN + 18 * (number + 1)
        lines.append(f'<text x="{_MARGIN + 10}" y="{y}" fill="{colour}">{text}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _axes() -> list[str]:
    (left, bottom), (right, top) = _point(0, 0), _point(1, 1)
    lines = [
        f'<rect x="{left}" y="{top}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#888"/>',
        f'<line x1="{left}" y1="{bottom}" x2="{right}" y2="{top}" stroke="#888" '
        'stroke-dasharray="4 4"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = _point(tick, tick)
        lines.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{tick:g}</text>')
    middle = _MARGIN + _SIZE / 2
    lines.append(f'<text x="{middle}" y="{bottom + 38}" text-anchor="middle">confidence</text>')
    lines.append(
        f'<text x="14" y="{middle}" text-anchor="middle" '
        f'transform="rotate(-90 14 {middle})">share that was right</text>'
    )
    return lines


def _point(x: float, y: float) -> tuple[float, float]:
    return _MARGIN + x * _SIZE, _MARGIN + (1 - y) * _SIZE
