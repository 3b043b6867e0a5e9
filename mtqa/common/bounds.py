"""How much of a text is compared with how much of another.

What compares everything with everything takes the square of the time. For a sentence that is
nothing; for a list of a thousand prices on one line, or a page whose line ends were lost, it is
minutes. So the number of comparisons may grow with the length of the text and no faster. Where
more would be needed they are left out, and the report says so.
"""

from __future__ import annotations

#: Comparisons that any text may have, and those for each of its code points.
_ALWAYS = 10_000
_EACH = 4


def affordable(comparisons: int, characters: int) -> bool:
    """Whether so many comparisons are few enough for a text of so many code points.

    >>> affordable(40 * 40, 300), affordable(1_000 * 1_000, 5_000)
    (True, False)
    """
    return comparisons <= _ALWAYS + _EACH * characters
