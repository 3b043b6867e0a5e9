"""The little language of the tables."""

from __future__ import annotations

import pytest

from mtqa.compare.meaning.keyed_words import Words, keys_of, words
from mtqa.errors import PatternError
from mtqa.knowledge.pattern import compiled


def spans(pattern: str, text: str, language: str = "en") -> list[str]:
    line = Words(words(text, 0, len(text), keys_of(language)), text)
    return [
        text[line[first].start : line[last - 1].end]
        for alternative in compiled(pattern)
        for first, last in alternative.find(line)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("take place", "it takes place here", ["takes place"]),
        ("take _ place", "he will take his place again", ["take his place"]),
        ("take ?his place", "he will take his place again", ["take his place"]),
        ("take place", "he will take his place", []),
        ("=took/=take pla*", "he will take his place", []),
        ("win/beat", "they beat us", ["beat"]),
        ("=left", "he leaves, she left", ["left"]),
        ("elector*", "the electorate", ["electorate"]),
        ("yes|no", "yes and no", ["yes", "no"]),
    ],
)
def test_patterns(pattern: str, text: str, found: list[str]) -> None:
    assert spans(pattern, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a primit o foaie curată", ["foaie curată"]),
        ("pe cearșafuri curate", ["cearșafuri curate"]),
        ("un meci curat", []),
    ],
)
def test_a_pattern_may_ask_the_lexicon(text: str, found: list[str]) -> None:
    assert spans("~sheet curat", text, "ro") == found


@pytest.mark.parametrize("pattern", ["_ place", "?the place", "a//b", "=", "*", "~", "~xyzzy"])
def test_a_pattern_that_means_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern)
