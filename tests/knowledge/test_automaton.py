"""The word automaton: what is put in comes out, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.knowledge import automaton
from mtqa.knowledge import packed as table
from mtqa.workshop.lexicon import dawg
from mtqa.workshop.lexicon.morfologik import sequences

WORDS = st.text(alphabet="abcăâșțé-'", min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    words=st.sets(WORDS),
    values=st.dictionaries(WORDS, st.integers(0, 300_000)),
    strangers=st.sets(WORDS),
)
def test_members_and_values_survive(tmp_path_factory, words, values, strangers):
    path = tmp_path_factory.mktemp("a") / "words"
    if not words and not values:
        return
    dawg.save(path, words, values)
    loaded = automaton.load(path)
    members = words | values.keys()
    assert {word for word in members | strangers if word in loaded} == members
    assert {word: loaded.value(word) for word in members} == {
        word: values.get(word) for word in members
    }
    assert sorted(loaded.words()) == sorted(members)


def test_prefixes_are_no_members_and_foreign_letters_no_error(tmp_path):
    dawg.save(tmp_path / "w", ["casă", "case"], {"casele": 7})
    loaded = automaton.load(tmp_path / "w")
    assert "cas" not in loaded
    assert "casel" not in loaded
    assert "каса" not in loaded
    assert "" not in loaded
    assert loaded.value("casă") is None
    assert set(loaded.words("cas")) == {"casă", "case", "casele"}
    assert set(loaded.words("case")) == {"case", "casele"}


def test_order_of_the_words_does_not_change_the_file(tmp_path):
    dawg.save(tmp_path / "one", ["b", "a", "ab"], {"c": 1, "d": 2})
    dawg.save(tmp_path / "two", ["ab", "b", "a"], {"d": 2, "c": 1})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_another_file_is_refused(tmp_path):
    (tmp_path / "w").write_bytes(b"words")
    with pytest.raises(ValueError, match="not a word automaton"):
        automaton.load(tmp_path / "w")


def test_too_many_letters_are_refused(tmp_path):
    with pytest.raises(ValueError, match="at most 255"):
        dawg.save(tmp_path / "w", [chr(0x4E00 + i) for i in range(300)])


@settings(max_examples=100, deadline=None)
@given(
    entries=st.dictionaries(
        st.text(alphabet="abț -", min_size=1, max_size=5), st.text(alphabet="xyz|\t ", max_size=9)
    ),
    strangers=st.sets(st.text(alphabet="abț -", max_size=5)),
)
def test_table_finds_what_it_holds(tmp_path_factory, entries, strangers):
    path = tmp_path_factory.mktemp("t") / "table"
    table.save(path, entries)
    loaded = table.load(path)
    assert dict(loaded.items()) == entries
    for key in entries.keys() | strangers:
        assert loaded.get(key) == entries.get(key)


def test_table_refuses_what_it_cannot_store(tmp_path):
    with pytest.raises(ValueError, match="cannot be stored"):
        table.save(tmp_path / "t", {"a\tb": "c"})


def fsa5(arcs: bytes) -> bytes:
    return b"\\fsa\x05_+\x01" + arcs


def test_morfologik_version_5(tmp_path: Path):
    arcs = bytes([0, 0b10])  # the dummy node
    arcs += bytes([ord("^"), 4 << 3 | 0b10])  # the arc to the root, at 4
    arcs += bytes([ord("a"), 0b110])  # last arc, target follows
    arcs += bytes([ord("b"), 0b001])  # final, nothing behind
    arcs += bytes([ord("c"), 0b011])  # final, last
    path = tmp_path / "x.dict"
    path.write_bytes(fsa5(arcs))
    assert list(sequences(path)) == [b"ab", b"ac"]


def test_morfologik_cfsa2(tmp_path: Path):
    # label 1 of the mapping is "a"; a label of 0 is written out after the flags
    arcs = bytes([0x40 | 0x01, 2])  # to the root, at 2 (the last arc, address 2)
    arcs += bytes([0x80 | 0x40 | 0x01])  # a, last, target follows
    arcs += bytes([0x20, ord("b"), 0])  # b, final, nothing behind
    arcs += bytes([0x20 | 0x40 | 0x01, 0])  # a, final, last
    path = tmp_path / "x.dict"
    path.write_bytes(b"\\fsa\xc6\x00\x07\x02\x00a" + arcs)
    assert list(sequences(path)) == [b"ab", b"aa"]


@pytest.mark.parametrize("data", [b"nothing", b"\\fsa\x07\x00\x00\x00"])
def test_morfologik_refuses_other_files(tmp_path: Path, data: bytes):
    path = tmp_path / "x.dict"
    path.write_bytes(data)
    with pytest.raises(ValueError, match="automaton"):
        list(sequences(path))
