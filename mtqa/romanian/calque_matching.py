"""The moving parts under the calque table: walking a pattern along words, splitting, choosing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mtqa.romanian.calque_patterns import Item

#: Gives the lemmas of a lower-case word form.
Lemmatizer = Callable[[str], Iterable[str]]

#: A half-open span of word indices.
Place = tuple[int, int]

_OPENERS = frozenset(":;„“\"«'–—-•(…")


def walk(
    items: Sequence[Item],
    forms: Sequence[str],
    at: int,
    step: int,
    lemmas: Lemmatizer | None = None,
) -> list[Place] | None:
    """Where each of ``items`` lies when the first is tried at ``at``; None where they do not fit.

    ``step`` is 1 to the right and -1 to the left (then ``items`` come last first). Gaps and
    optional words take as few words as they can; a skipped one has an empty place.
    """
    if not items:
        return []
    item, rest = items[0], items[1:]
    nothing = (at, at) if step > 0 else (at + 1, at + 1)
    if item.edge:
        fits = _edge(forms, at, step)
        return _join(nothing, walk(rest, forms, at, step, lemmas)) if fits else None
    if item.gap:
        return _walk_gap(item.gap, rest, forms, at, step, lemmas)
    if 0 <= at < len(forms) and _is(item, forms[at], lemmas):
        found = _join((at, at + 1), walk(rest, forms, at + step, step, lemmas))
        if found is not None:
            return found
    return _join(nothing, walk(rest, forms, at, step, lemmas)) if item.optional else None


def _walk_gap(
    most: int,
    rest: Sequence[Item],
    forms: Sequence[str],
    at: int,
    step: int,
    lemmas: Lemmatizer | None,
) -> list[Place] | None:
    for length in range(most + 1):
        beyond = at + step * length
        if length:
            last = beyond - step
            if not (0 <= last < len(forms) and is_word(forms[last])):
                return None
        place = (at, beyond) if step > 0 else (beyond + 1, at + 1)
        found = _join(place, walk(rest, forms, beyond, step, lemmas))
        if found is not None:
            return found
    return None


def _join(place: Place, rest: list[Place] | None) -> list[Place] | None:
    return None if rest is None else [place, *rest]


def _is(item: Item, form: str, lemmas: Lemmatizer | None) -> bool:
    if form in item.words:
        return True
    if lemmas is None or not item.words.lemmas:
        return False
    return not item.words.lemmas.isdisjoint(lemmas(form))


def is_word(form: str) -> bool:
    """Whether a token is a word or a figure rather than punctuation."""
    return form[:1].isalnum()


def _edge(forms: Sequence[str], at: int, step: int) -> bool:
    if step < 0:
        return at < 0 or forms[at] in _OPENERS or not any(map(is_word, forms[: at + 1]))
    return at >= len(forms) or not is_word(forms[at])


def split_hyphens(words: Sequence[str]) -> tuple[Sequence[str], Sequence[int]]:
    """``words`` cut at their hyphens, and for each piece the index of the word it comes from."""
    cut = [index for index, word in enumerate(words) if "-" in word]
    if not cut:
        return words, range(len(words))
    forms: list[str] = []
    origin: list[int] = []
    done = 0
    for index in cut:
        forms += words[done:index]
        origin += range(done, index)
        parts = [part for part in words[index].split("-") if part] or ["-"]
        forms += parts
        origin += [index] * len(parts)
        done = index + 1
    forms += words[done:]
    origin += range(done, len(words))
    return forms, origin
