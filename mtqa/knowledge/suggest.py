"""Near-misses of a word: a bounded walk through an automaton, marks cheaper than letters."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.knowledge.automaton import Automaton
from mtqa.knowledge.spelling import UNFOLD, without_marks

#: A wrong or missing mark costs this share of a wrong letter.
MARK_COST = 0.25
_LETTERS = "aăâbcdefghiîjklmnopqrsștțuvwxyz"


def unfolded(automaton: Automaton, form: str) -> list[str]:
    """Every word that reads `form` once its marks are taken away (`form` itself included)."""
    states = [("", automaton.root, False)]
    for char in form:
        following = []
        for word, base, _ in states:
            for letter in UNFOLD.get(char, char):
                step = automaton.step(base, letter)
                if step is not None:
                    following.append((word + letter, *step))
        states = following
    return [word for word, _, final in states if final]


def one_edit(form: str) -> Iterator[str]:
    """Every string one insertion, deletion, substitution or swap of neighbours away."""
    for at in range(len(form) + 1):
        left, right = form[:at], form[at:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right
            if right and letter != right[0]:
                yield left + letter + right[1:]


def near_by_one(automaton: Automaton, form: str) -> dict[str, float]:
    """What :func:`near` finds within 1.0, several times as fast: one wrong letter on the way that
    the form itself goes through the automaton, or up to four wrong marks."""
    found: dict[str, float] = {}
    labels = automaton.labels(form)
    base, final = automaton.root, False
    for at in range(len(form) + 1):
        for word in _edited(automaton, form, labels, (at, base, final)):
            found[word] = 1.0
        step = automaton.step(base, form[at]) if at < len(form) else None
        if step is None:
            break
        base, final = step
    for word in unfolded(automaton, without_marks(form)):
        marks = sum(a != b for a, b in zip(word, form, strict=True))
        if marks * MARK_COST <= 1:
            found[word] = marks * MARK_COST
    found.pop(form, None)
    return found


def _edited(
    automaton: Automaton, form: str, labels: list[int], state: tuple[int, int, bool]
) -> Iterator[str]:
    """The words with one letter lost, added, exchanged or swapped with the next at one place."""
    at, base, final = state
    left, wanted = form[:at], form[at : at + 1]
    if wanted and automaton.completes(base, labels, at + 1, final):
        yield left + form[at + 1 :]
    for char, after, ends in automaton.arcs(base):
        if automaton.completes(after, labels, at, ends):
            yield left + char + form[at:]
        if not wanted or char == wanted:
            continue
        if automaton.completes(after, labels, at + 1, ends):
            yield left + char + form[at + 1 :]
        if char == form[at + 1 : at + 2]:
            step = automaton.step(after, wanted)
            if step and automaton.completes(step[0], labels, at + 2, step[1]):
                yield left + char + wanted + form[at + 2 :]


def near(automaton: Automaton, form: str, limit: float) -> dict[str, float]:
    """Words within the edit distance `limit` of `form`, each with its distance.

    Insertion, deletion, substitution and the swap of neighbours cost 1 each, a substitution that
    only adds, drops or changes a mark `MARK_COST`. The walk branches on errors and follows only
    arcs that exist, so the automaton itself prunes it.
    """
    found: dict[str, float] = {}
    best: dict[tuple[str, int], float] = {}
    stack: list[tuple[str, int, bool, int, float]] = [("", automaton.root, False, 0, 0.0)]
    while stack:
        word, base, final, at, cost = stack.pop()
        if best.get((word, at), limit + 1) <= cost:
            continue
        best[word, at] = cost
        if at == len(form) and final:
            found[word] = min(cost, found.get(word, cost))
        stack.extend(_moves(automaton, form, limit, (word, base, at, cost), final))
    found.pop(form, None)
    return found


def _moves(
    automaton: Automaton,
    form: str,
    limit: float,
    state: tuple[str, int, int, float],
    final: bool,
) -> list[tuple[str, int, bool, int, float]]:
    """The states one edit or one matching letter further on."""
    word, base, at, cost = state
    moves: list[tuple[str, int, bool, int, float]] = []
    wanted = form[at] if at < len(form) else ""
    if cost + MARK_COST > limit:
        step = automaton.step(base, wanted) if wanted else None
        return [(word + wanted, *step, at + 1, cost)] if step else []
    letters = cost + 1 <= limit
    if wanted and letters:
        moves.append((word, base, final, at + 1, cost + 1))
    for char, after, ends in automaton.arcs(base):
        if wanted:
            price = (
                0.0
                if char == wanted
                else MARK_COST
                if without_marks(char) == without_marks(wanted)
                else 1.0
            )
            if cost + price <= limit:
                moves.append((word + char, after, ends, at + 1, cost + price))
        if letters:
            moves.append((word + char, after, ends, at, cost + 1))
            if at + 1 < len(form) and char == form[at + 1] and char != wanted:
                step = automaton.step(after, wanted)
                if step:
                    moves.append((word + char + wanted, *step, at + 2, cost + 1))
    return moves
