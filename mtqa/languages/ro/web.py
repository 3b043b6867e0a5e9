"""Web addresses, file names and brands with a full stop inside: no space is missing there."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.handmade import word_set

#: How far the word around an offset is followed; no address in an article is longer.
_REACH = 200


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    """Top-level domains and endings of file names, in lower case."""
    return frozenset().union(
        *(word_set("internet-endings", kind) for kind in ("country", "domain", "file"))
    )


def in_address(text: str, offset: int) -> bool:
    """Whether ``offset`` lies inside a web address, an e-mail address or a path."""
    word = _word_around(text, offset, offset)
    return "/" in word or "@" in word or word.lower().startswith("www.")


def looks_like_address(text: str, start: int, end: int) -> bool:
    """Whether the word around ``text[start:end]`` is an address, a file name or a user name."""
    word = _word_around(text, start, end)
    if "/" in word or "@" in word or word.lower().startswith("www."):
        return True
    head, _, tail = word.rpartition(".")
    ending = tail.partition("-")[0]
    if ending[:1].isupper() and not ending.isupper():
        # "Booking.Com" is an address in capitals, "oraș.De la" is not
        return (
            ending in word_set("internet-endings", "capitals")
            and head[:1].isupper()
            and "." not in head
        )
    return ending.lower() in _endings()


def _word_around(text: str, start: int, end: int) -> str:
    """The stretch without white space around ``text[start:end]``, without outer punctuation."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    head = before.split()[-1] if before and not before[-1].isspace() else ""
    tail = after.split()[0] if after and not after[0].isspace() else ""
    return f"{head}{text[start:end]}{tail}".strip("„”“\"'’»«()[],;:!?.")
