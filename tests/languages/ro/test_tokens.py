"""Tokens of Romanian, clitics first."""

from __future__ import annotations

import pytest

from mtqa.languages.ro.tokens import tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("s-a dus", ["s-", "a", "dus"]),
        ("l-ar fi luat", ["l-", "ar", "fi", "luat"]),
        ("într-un oraș", ["într-", "un", "oraș"]),
        ("dându-i voie", ["dându", "-i", "voie"]),
        ("să-și ia", ["să", "-și", "ia"]),
        ("nord-coreean și prim-ministru", ["nord-coreean", "și", "prim-ministru"]),
        ("O'Neill și L'Oréal", ["O'Neill", "și", "L'Oréal"]),
        ("Bruxelles-ului", ["Bruxelles", "-ului"]),
        ("25.000 la 18.30, 75%", ["25.000", "la", "18.30", ",", "75%"]),
        ("dl. Popa din S.U.A. vine.", ["dl.", "Popa", "din", "S.U.A.", "vine", "."]),
        ("https://a.ro/b?c=1, gata", ["https://a.ro/b?c=1", ",", "gata"]),
        (
            "scrie la redactie@ziar.example.com azi",
            ["scrie", "la", "redactie@ziar.example.com", "azi"],
        ),
        ("„Vin!”...", ["„", "Vin", "!", "”", "..."]),
        ("", []),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert [token.text for token in tokens(text)] == found


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    text = "Ieri s-a dus."
    assert [text[t.start : t.end] for t in tokens(text, 5)] == ["s-", "a", "dus", "."]


@pytest.mark.parametrize("word", ["s-" * 3_000 + "a", "a" + "-l" * 3_000])
def test_clitics_without_end(word: str) -> None:
    """What no one writes and a damaged page may hold: no depth of the stack is enough for it."""
    found = tokens(word)
    assert "".join(token.text for token in found) == word
    assert len(found) == 3_001
