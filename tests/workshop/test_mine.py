"""Mining: what becomes a row, and what the row must show before it stays."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from mtqa.evaluation.gold import GoldSpan, GoldText
from mtqa.knowledge.rows import COLUMNS, load
from mtqa.model import Article
from mtqa.workshop.mine import Annotated, Mined, Seen, candidates, verified, write

NOBODY: Counter[tuple[str, str]] = Counter()


def marked(origin: str, wrong: bool = True, right: str = "zgardă") -> Seen:
    return Seen(origin, "collar", "guler", wrong, "ro-mqm", (right,) if wrong else (), "major")


def cells(mined: Mined) -> dict[str, str]:
    return dict(zip(COLUMNS, mined.line.split("\t"), strict=True))


def test_what_was_marked_in_two_sources_is_a_row() -> None:
    (row,) = candidates([marked("a"), marked("b")], NOBODY)
    assert cells(row)["source"] == "collar"
    assert cells(row)["wrong"] == "guler"
    assert cells(row)["right"].split("|")[0] == "zgardă"
    assert cells(row)["severity"] == "major"
    assert cells(row)["provenance"] == "mined: ro-mqm 2"


def test_one_source_counts_once_however_many_systems_translate_it() -> None:
    once = [marked("a", right="lesă")] * 5
    assert candidates(once, NOBODY) == []


def test_what_is_mostly_right_is_no_row() -> None:
    fine = [marked(origin, wrong=False) for origin in "cdef"]
    assert candidates([marked("a"), marked("b"), *fine], NOBODY) == []


def test_what_human_translators_write_is_no_row() -> None:
    assert candidates([marked("a"), marked("b")], Counter({("collar", "guler"): 9})) == []


def annotated(source: str, target: str, wrong: str) -> Annotated:
    start = target.find(wrong) if wrong else -1
    span = GoldSpan(start, start + len(wrong), wrong, "mistranslation", "major")
    article = Article("a", target, source, source_lang="en")
    return Annotated.of(GoldText(article, (span,) if wrong else ()))


def test_a_row_stays_if_what_it_says_is_right_often_enough() -> None:
    rows = candidates([marked("a"), marked("b")], NOBODY)
    dogs = [
        annotated("The dog has a red collar.", "Câinele are un guler roșu.", "guler"),
        annotated("The cat lost its collar.", "Pisica și-a pierdut gulerul.", "gulerul"),
    ]
    shirts = [
        annotated("His shirt has a white collar.", "Cămașa are gulerul alb.", ""),
        annotated("The collar of the coat is torn.", "Gulerul hainei este rupt.", ""),
    ]
    assert verified(rows, dogs) == rows
    assert verified(rows, dogs[:1] + shirts) == []
    assert verified(rows, []) == [], "a row that never speaks is not shown to be right"


def test_mined_rows_take_the_place_of_those_mined_before(tmp_path: Path) -> None:
    header = "# columns: " + "\t".join(COLUMNS)
    by_hand = "\t".join(["beak=bec", "sense", "en", "beak", "bec", "cioc", "", "", "major", "hand"])
    old = by_hand.replace("beak=bec", "old=vechi").replace("hand", "mined: ro-mqm 2")
    path = tmp_path / "senses.tsv"
    path.write_text("\n".join([header, by_hand, old]) + "\n", encoding="utf-8")
    write(candidates([marked("a"), marked("b")], NOBODY), path)
    assert [row.name for row in load(path)] == ["beak=bec", "collar=guler"]
    write([], path)
    assert [row.name for row in load(path)] == ["beak=bec"]
