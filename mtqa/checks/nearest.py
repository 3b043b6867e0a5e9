"""Where in the target something of the source should stand, for issues about what is missing."""

from __future__ import annotations

from bisect import bisect_right

from mtqa.checks.base import View
from mtqa.model import Segment


def nearest_word(view: View, segment: Segment, offset: int) -> tuple[int, int]:
    """The span of the target's word about as far on in the segment as ``offset`` in the source.

    Args:
        view: the article.
        segment: a segment with both sides.
        offset: a place of the segment's source.
    """
    first, last = segment.source[0].start, segment.source[-1].end
    begin, stop = segment.target[0].start, segment.target[-1].end
    place = begin + (offset - first) * (stop - begin) // max(1, last - first)
    tokens = view.target.tokens
    at = bisect_right(tokens, place, key=lambda token: token.start) - 1
    while at > 0 and tokens[at].start >= begin and not tokens[at].text[0].isalnum():
        at -= 1
    token = tokens[max(0, at)]
    return (token.start, token.end) if begin <= token.start else (begin, stop)
