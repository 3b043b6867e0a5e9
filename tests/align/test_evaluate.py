"""Strict and lax counting, worked out by hand; gold formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.align.beads import Bead
from mtqa.align.evaluate import Tally, evaluate
from mtqa.align.formats import Text, bead_line, read_beads, write
from mtqa.errors import InputError

GOLD = [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3,), (3,))]


def test_equal_is_perfect() -> None:
    tally = evaluate(GOLD, GOLD)
    assert tally.strict == (1.0, 1.0, 1.0) and tally.lax == (1.0, 1.0, 1.0)


def test_one_merge_missed() -> None:
    found = [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), ()), ((3,), (3,))]
    tally = evaluate(found, GOLD)
    # found: 5 beads, of which 0-0, 2-none and 3-3 stand in the gold; 1-1 touches 1-12.
    assert tally.strict[0] == pytest.approx(3 / 5)
    assert tally.lax[0] == pytest.approx(4 / 5)
    # gold: 3 filled beads, of which 0-0 and 3-3 were found.
    assert tally.strict[1] == pytest.approx(2 / 3)
    assert tally.lax[1] == 1.0


def test_an_omission_found_for_a_pair_is_no_lax_hit() -> None:
    assert evaluate([((0,), ()), ((), (0,))], [((0,), (0,))]).lax == (0.0, 0.0, 0.0)


def test_tallies_add_up() -> None:
    one = evaluate(GOLD, GOLD)
    assert one + Tally() == one
    assert (one + one).strict == (1.0, 1.0, 1.0) and (one + one).gold == 2 * one.gold


def test_gold_formats(tmp_path: Path) -> None:
    vecalign = tmp_path / "gold.txt"
    vecalign.write_text("[0]:[0]:0.5\n[1]:[1, 2]\n[2]:[]:0\n\n[3]:[3]\n")
    assert read_beads(vecalign) == GOLD
    table = tmp_path / "gold.tsv"
    table.write_text("0\t0\n1\t1,2\n2\t\n3\t3\n")
    assert read_beads(table) == GOLD


def test_what_we_write_we_can_read(tmp_path: Path) -> None:
    beads = [Bead(s, t, 0.5 if s and t else None) for s, t in GOLD]
    side = Text(["a", "b", "c", "d"])
    for kind in ("beads", "tsv"):
        path = tmp_path / kind
        path.write_text("\n".join(write(beads, side, side, kind)))
        assert read_beads(path) == GOLD


@pytest.mark.parametrize("line", ["hello", "[0]:[" + "9" * 5_000 + "]", "9999999999\t1", "1"])
def test_a_line_that_is_no_bead_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(f"[0]:[0]\n{line}\n")
    with pytest.raises(InputError, match=r"gold\.txt:2"):
        read_beads(path)


def test_bead_line_is_vecaligns() -> None:
    assert bead_line(Bead((0,), (1, 2), 0.75)) == "[0]:[1, 2]:0.7500"
    assert bead_line(Bead((), (3,))) == "[]:[3]:0.0000"


def test_tmx_is_well_formed_whatever_the_text() -> None:
    from xml.etree import ElementTree

    beads = [Bead((0,), (0,), 0.9), Bead((1,), ())]
    source = Text(['<b> & "x" \x00', "gone"], language="en")
    root = ElementTree.fromstring(
        "\n".join(write(beads, source, Text(["ș]]>"], language="ro"), "tmx")).encode()
    )
    assert [seg.text for seg in root.iter("seg")] == ['<b> & "x" \ufffd', "ș]]>"]
