"""Word links: what co-occurs belongs together, in both directions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.workshop.word_links import links

PAIRS = [
    ("seal swim".split(), "foca înota".split()),
    ("seal sleep".split(), "foca dormi".split()),
    ("bear sleep".split(), "ursul dormi".split()),
    ("bear swim".split(), "ursul înota".split()),
]


def test_words_that_go_together_are_linked() -> None:
    found = links(PAIRS * 5)
    assert found[0] == {(0, 0), (1, 1)}, "seal and foca, swim and înota"


def test_a_pair_without_words_has_no_links() -> None:
    assert links([([], []), (["seal"], []), ([], ["focă"])]) == [set(), set(), set()]
    assert links([]) == []


WORDS = st.lists(st.sampled_from("abcdef"), max_size=6)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_links_lie_inside_their_pair_and_no_word_has_two(
    pairs: list[tuple[list[str], list[str]]],
) -> None:
    found = links(pairs)
    assert len(found) == len(pairs)
    for (source, target), linked in zip(pairs, found, strict=True):
        assert all(0 <= i < len(source) and 0 <= j < len(target) for i, j in linked)
        assert len({i for i, _ in linked}) == len({j for _, j in linked}) == len(linked)
    assert links(pairs) == found, "the same every time"
