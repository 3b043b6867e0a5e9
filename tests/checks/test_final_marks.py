"""The mark at the end of a line against the source's."""

from __future__ import annotations

import pytest

from tests.checks.pairs import fixes


@pytest.mark.parametrize(
    ("source", "target", "fixed"),
    [
        ("Syrian refugees seek shelter in Greece", "Refugiații sirieni caută adăpost în Grecia.",
         [(".", "")]),
        ("Man who bought the club", "Cine a cumpărat clubul?", [("?", "")]),
        ("Will the prime minister resign?", "Va demisiona premierul.", [(".", "?")]),
        ("Will the prime minister resign?", "Va demisiona premierul", [("l", "l?")]),
        ("Syrian refugees seek shelter in Greece", "Refugiații sirieni caută adăpost în Grecia", []),
        ("He resigned.", "A demisionat.", []),
        ("Will he resign?", "„Va demisiona?”", []),
        ("Shares of Pfizer fall", "Scad acțiunile Pfizer Inc.", []),
        ("Trump visits the United States", "Trump vizitează S.U.A.", []),
        ("He resigned. Nobody knows why", "A demisionat. Nimeni nu știe de ce.", []),
        ("He resigned on Monday after " + "a very long " * 6 + "talk", "A demisionat luni.", []),
    ],
)  # fmt: skip
def test_the_last_mark(source: str, target: str, fixed: list[tuple[str, str]]) -> None:
    assert fixes("punctuation.final", source, target) == fixed


def test_inside_a_paragraph_nothing_is_judged() -> None:
    source = "Storm over Greece\nThousands fled. Ships waited"
    target = "Furtună în Grecia\nMii de oameni au fugit. Navele au așteptat."
    assert fixes("punctuation.final", source, target) == []
