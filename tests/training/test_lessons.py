"""What a model is taught of real errors: annotated segments, and post-edits as suspicions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.evaluation.gold import GoldSpan, GoldText
from mtqa.model import Article
from mtqa.workshop.training import labels_mqm, labels_postedit
from mtqa.workshop.training.examples import KINDS, kind_of

MACHINE = "Antrenorii au urcat în autocare, la Paris."
EDITED = "Antrenorii s-au urcat în autocar, la Paris!"


def suspicion(machine: str, edited: str, word: str) -> float:
    marks, _ = labels_postedit.edits(machine, edited)
    return next(p for start, end, p in marks if machine[start:end] == word)


def test_another_word_is_more_suspect_than_another_form_and_that_than_a_mark() -> None:
    assert (
        suspicion("Vine un autocar.", "Vine un antrenor.", "autocar") == labels_postedit.OTHER_WORD
    )
    assert suspicion(MACHINE, EDITED, "autocare") == labels_postedit.OTHER_FORM
    assert suspicion(MACHINE, EDITED, ".") == labels_postedit.SMALL
    assert suspicion(MACHINE, EDITED, "Paris") == labels_postedit.KEPT


def test_what_was_struck_out_is_suspect_and_what_stands_beside_an_insertion_a_little() -> None:
    assert suspicion("A venit el ieri.", "A venit ieri.", "el") == labels_postedit.DROPPED
    beside = suspicion("A venit ieri.", "A venit acasă ieri.", "venit")
    assert labels_postedit.KEPT < beside < labels_postedit.DROPPED


def test_a_model_that_was_taught_weighs_the_edits() -> None:
    row = labels_postedit.Edited(
        "The coaches boarded.", "Un autocar și un om.", "Un antrenor și un ins."
    )
    (example,) = labels_postedit.examples([row])
    at = row.target.index("autocar")
    pieces = [(at, at + 7, 0.9), (row.target.index("om"), row.target.index("om") + 2, 0.1)]
    marks = {
        row.target[a:b]: p for a, b, p in labels_postedit.weighed(example, pieces, 0.0).bad or ()
    }
    assert marks["autocar"] > labels_postedit.OTHER_WORD > marks["om"]
    assert marks["și"] == labels_postedit.KEPT


def test_annotated_segments_give_marks_kinds_and_a_score() -> None:
    at = MACHINE.index("autocare")
    span = GoldSpan(at, at + 8, "autocare", "mistranslation", "major")
    (example,) = labels_mqm.examples(
        [GoldText(Article("a", MACHINE, "The coaches"), (span,), 58.0)]
    )
    assert example.bad == ((at, at + 8, 1.0),)
    assert example.kinds == (("accuracy", at, at + 8),)
    assert example.severe == example.bad
    assert example.garbled == ()
    assert example.annotated == pytest.approx(-1.0)


def test_every_category_has_a_kind() -> None:
    from mtqa.model import CATEGORIES

    assert {kind_of(category) for category in CATEGORIES} == set(KINDS)


def test_translations_of_one_source_are_held_out_together() -> None:
    sources = [f"Sentence {n}." for n in range(300)]
    held = [s for s in sources if labels_mqm.left_out(s, (0, 3))]
    assert 60 < len(held) < 140
    assert held == [s for s in sources if labels_mqm.left_out(s, (0, 3))]
    assert not any(labels_mqm.left_out(s, None) for s in sources)


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_a_taught_model_ships_with_its_lessons(data: Path, tmp_path: Path, few: None) -> None:
    from mtqa.scorers.qe.estimator import Estimator
    from mtqa.workshop.training import command
    from mtqa.workshop.training.teach import Plan, teach
    from mtqa.workshop.training.tune import tune

    rows = [
        {"id": f"s{n}", "system": "x", "source": f"The coaches boarded {n}.",
         "target": f"Antrenorii au urcat {n}.", "score": 50 + 5 * n} for n in range(8)
    ]  # fmt: skip
    span = {"start": 14, "end": 19, "text": "urcat", "category": "grammar", "severity": "minor"}
    for part in ("train", "fables"):
        folder = data.parent / "gold" / "ro-mqm" / part
        named = [{**row, "id": f"{part}-{row['id']}"} for row in rows]
        write(folder / "segments.jsonl", named)
        write(folder / "gold.jsonl", [{**span, "id": named[0]["id"]}])
    edits = [
        {"id": str(n), "source": "A man.", "target": "Un om.", "postedit": "Un bărbat."}
        for n in range(4)
    ]
    write(data / "ro-sts-postedit" / "segments.jsonl", edits)

    said: list[str] = []
    start = command.Plan(data, tmp_path / "model", size="small", passes=1, pieces=9_000, limit=8)
    command.train(start, said.append)
    plan = Plan(start.out, data, tmp_path / "taught", hold=(0, 2), passes=1, limit=24)
    teach(plan, said.append)
    manifest = Estimator(plan.out).manifest
    assert manifest["taught"][0]["hold out"] == [0, 2]
    assert "ro-sts-postedit" in manifest["data"]
    assert "ro-mqm" in manifest["data"]
    (estimate,) = Estimator(plan.out).estimate([("Antrenorii au urcat.", "The coaches boarded.")])
    assert len(estimate.scores) == 4
    assert all(0 <= kind <= 1 for word in estimate.words for kind in (*word.kinds, word.severe))

    gold = data.parent / "gold" / "ro-mqm" / "train"
    tune(plan.out, [gold], data, said.append)
    assert len(Estimator(plan.out).manifest["weights"]) == 4

    # taught once more it weighs the post-edits by what it learnt
    teach(Plan(plan.out, data, tmp_path / "again", passes=1, limit=16), said.append)
    assert "4 of 4 post-edits weighed" in said
    assert len(Estimator(tmp_path / "again").manifest["taught"]) == 2


def test_scores_count_what_serves_both_directions() -> None:
    import numpy as np

    from mtqa.workshop.training.tune import chosen

    rng = np.random.default_rng(3)
    annotated, judged = rng.normal(size=200), rng.normal(size=200)
    noise = rng.normal(size=(200, 2))
    ours = np.column_stack([noise[:, 0], annotated])
    theirs = np.column_stack([judged, noise[:, 1]])
    weights, (kendall, pearson) = chosen(ours, annotated, theirs, judged)
    assert weights[0] == 1
    assert weights[1] > 0
    assert kendall > 0.3
    assert pearson > 0.6
