"""Places that are taken one after the other, each time the nearest that is still free."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class FreePlaces:
    """Numbers in ascending order, some of which are taken; one that is taken stays so.

    Looking for a free one takes about as long as if all were free, however many are taken.

    Args:
        numbers: the places.
        is_taken: whether a place is taken by now.

    >>> taken = {4}
    >>> FreePlaces([1, 4, 9], taken.__contains__).nearest(1, lambda place: abs(place - 4))
    1
    """

    def __init__(self, numbers: Sequence[int], is_taken: Callable[[int], bool]) -> None:
        self.numbers = numbers
        self._is_taken = is_taken
        self._after = list(range(1, len(numbers) + 1))
        self._before = list(range(-1, len(numbers) - 1))

    def nearest(self, start: int, distance: Callable[[int], float]) -> int | None:
        """The free place with the least distance, the first of equals; None if all are taken.

        Args:
            start: the index from which on the distance grows; before it, it grows downwards.
            distance: of a place.
        """
        right, left = self._upwards(start), self._downwards(start - 1)
        found = [self.numbers[i] for i in (left, right) if 0 <= i < len(self.numbers)]
        return min(found, key=distance, default=None)

    def first(self) -> int | None:
        """The first free place, None if all are taken."""
        index = self._upwards(0)
        return self.numbers[index] if index < len(self.numbers) else None

    def _upwards(self, index: int) -> int:
        """The first free index from here on."""
        passed = []
        while index < len(self.numbers) and self._is_taken(self.numbers[index]):
            passed.append(index)
            index = self._after[index]
        for place in passed:
            self._after[place] = index
        return index

    def _downwards(self, index: int) -> int:
        """The last free index up to here; -1 if there is none."""
        passed = []
        while index >= 0 and self._is_taken(self.numbers[index]):
            passed.append(index)
            index = self._before[index]
        for place in passed:
            self._before[place] = index
        return index
