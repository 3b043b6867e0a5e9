"""A table answers like the dictionary that it was made of, whatever the size of its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.knowledge.packed import Table, load, save

_KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n"), max_size=12)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=40)


def table(entries: dict[str, str]) -> Table:
    lines = sorted((key.encode(), text.encode()) for key, text in entries.items())
    return Table(b"".join(key + b"\t" + text + b"\n" for key, text in lines))


@given(st.dictionaries(_KEYS, _TEXTS, max_size=30), st.lists(_KEYS, max_size=10))
def test_it_answers_like_a_dictionary(entries: dict[str, str], others: list[str]) -> None:
    made = table(entries)
    for key in (*entries, *others):
        assert made.get(key) == entries.get(key)
    assert dict(made.items()) == entries


def test_entries_of_many_pages_are_all_found() -> None:
    entries = {f"word{number}": "n " + "x" * (number % 3_000) for number in range(0, 4_000, 2)}
    made = table(entries)
    assert all(made.get(key) == text for key, text in entries.items())
    assert all(f"word{number}" not in made for number in range(1, 4_000, 2))
    assert "" not in made and "zebra" not in made


@pytest.mark.parametrize("key", ["ban", "bani", "n bancă", "ank", "bank\tn bancă", "bank\n"])
def test_a_part_of_a_line_is_no_key(key: str) -> None:
    assert table({"bank": "n bancă|mal", "banker": "n bancher"}).get(key) is None


def test_a_saved_table_is_read_back(tmp_path: Path) -> None:
    save(tmp_path / "x.table", {"news": "n știre|veste", "new": "a nou"})
    assert load(tmp_path / "x.table").get("new") == "a nou"
