"""Decisions: events that are never lost or overwritten, and what an article's re-check keeps."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.errors import InputError
from mtqa.review import migrations, queue
from mtqa.review.decisions import (
    By,
    Conflict,
    Decision,
    Missed,
    Refused,
    Unknown,
    add,
    decide,
)
from mtqa.review.loading import load
from mtqa.review.records import read_report
from mtqa.review.shelving import finish
from mtqa.review.store import Store
from mtqa.review.undoing import undo
from tests.review.desk import kluivert, record, written

Opened = Callable[..., Store]
ANA, ION = By("Ana", "w1"), By("Ion", "w2")


def issues(store: Store) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = queue.article(store, 1)["issues_here"]
    return found


def states(store: Store) -> list[str]:
    return [issue["state"] for issue in issues(store)]


def test_each_action_leads_to_its_state(opened: Opened) -> None:
    store = opened()
    decide(store, 1, Decision("apply", 0), ANA)
    decide(store, 2, Decision("edit", 0, replacement="V. Kompany", severity="major"), ANA)
    decide(store, 3, Decision("dismiss", 0, reason="style", comment="așa scriem"), ANA)
    assert states(store) == ["applied", "edited", "dismissed"]
    article = queue.article(store, 1)
    assert article["corrected"] == (
        "Bayern l-a transferat pe Kluivert.\nAntrenorul V. Kompany cere 38.5 milioane.\n"
    )
    assert (article["open"], article["status"]) == (0, "done")
    assert issues(store)[1]["severity"] == "major"
    assert (issues(store)[2]["reason"], issues(store)[2]["comment"]) == ("style", "așa scriem")


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(opened: Opened) -> None:
    store = opened()
    decide(store, 1, Decision("apply", 0), ANA)
    with pytest.raises(Conflict) as conflict:
        decide(store, 1, Decision("dismiss", 0), ION)
    assert conflict.value.by is not None
    assert (conflict.value.by["editor"], conflict.value.by["kind"]) == ("Ana", "apply")
    assert states(store)[0] == "applied"
    decide(store, 1, Decision("dismiss", 1), ION)
    with pytest.raises(Conflict):
        undo(store, ANA)  # her decision no longer stands
    assert states(store)[0] == "dismissed"


def test_a_request_that_arrives_twice_is_done_once(opened: Opened) -> None:
    store = opened()
    again = By("Ana", "w1", "request-7")
    first = decide(store, 1, Decision("accept", 0), again)
    assert decide(store, 1, Decision("accept", 0), again) == first
    assert issues(store)[0]["version"] == 1


@pytest.mark.parametrize(
    ("number", "decision", "problem"),
    [
        (1, Decision("praise", 0), "unknown action"),
        (3, Decision("apply", 0), "without a suggestion"),
        (1, Decision("edit", 0), "replacement"),
        (1, Decision("dismiss", 0, reason="because"), "unknown reason"),
        (1, Decision("accept", 0, category="colour"), "unknown category"),
        (1, Decision("accept", 0, severity="deadly"), "unknown severity"),
        (1, Decision("comment", 0, comment="x" * 6000), "too many"),
    ],
)
def test_what_makes_no_sense_is_refused(
    opened: Opened, number: int, decision: Decision, problem: str
) -> None:
    store = opened()
    with pytest.raises(Refused, match=problem):
        decide(store, number, decision, ANA)
    assert states(store) == ["open"] * 3
    with pytest.raises(Unknown):
        decide(store, 99, Decision("accept", 0), ANA)


def test_a_missed_error_is_added_and_corrections_never_overlap(opened: Opened) -> None:
    store = opened()
    add(store, 1, Missed(0, 12, 22, "grammar", "minor", replacement="cumpărat"), ANA)
    assert [issue["text"] for issue in issues(store)][1] == "transferat"
    with pytest.raises(Refused, match="corrected already"):
        add(store, 1, Missed(0, 12, 25, "grammar", "minor", replacement="x"), ANA)
    add(store, 1, Missed(0, 12, 25, "grammar", "minor"), ANA)  # a mark alone may overlap
    with pytest.raises(Refused, match="outside"):
        add(store, 1, Missed(0, 5, 500, "grammar", "minor"), ANA)
    with pytest.raises(Conflict):
        add(store, 1, Missed(7, 0, 6, "grammar", "minor"), ANA)


def test_undo_goes_back_over_this_window_s_decisions(opened: Opened) -> None:
    store = opened()
    decide(store, 1, Decision("glossary", 0), ANA)
    decide(store, 2, Decision("apply", 0), ION)
    add(store, 1, Missed(0, 12, 22, "grammar", "minor"), ANA)
    finish(store, 1, True, 0, ANA)
    for expected in ("finish", "add", "glossary"):
        event = undo(store, ANA)
        assert event is not None and event["kind"] == expected
    assert undo(store, ANA) is None
    assert states(store) == ["open", "applied", "open"]
    assert issues(store)[0]["glossary"] == ""
    with store.read() as db:
        kinds = [row["kind"] for row in db.execute("SELECT kind FROM events ORDER BY id")]
    assert kinds == ["glossary", "apply", "add", "finish", "undo", "undo", "undo"]


def test_decisions_on_one_issue_are_a_pile(opened: Opened) -> None:
    store = opened()
    for version, action in enumerate(("accept", "dismiss", "apply")):
        decide(store, 1, Decision(action, version), ANA)
    decide(store, 1, Decision("edit", 3, replacement="x"), ION)
    with pytest.raises(Conflict):
        undo(store, ANA)
    undo(store, ION)
    for expected in ("applied", "dismissed", "accepted", "open"):
        assert states(store)[0] == expected
        undo(store, ANA)
    assert undo(store, ANA) is None and undo(store, ION) is None


def test_an_undo_whose_answer_was_lost_is_done_once_and_told_again(opened: Opened) -> None:
    store = opened()
    decide(store, 1, Decision("accept", 0), ANA)
    decide(store, 1, Decision("apply", 1), ANA)
    again = By("Ana", "w1", "undo-1")
    first, second = undo(store, again), undo(store, again)
    assert first is not None and second is not None and first["id"] == second["id"]
    assert states(store)[0] == "accepted"


def test_events_are_append_only(opened: Opened) -> None:
    store = opened()
    decide(store, 1, Decision("accept", 0), ANA)
    for statement in ("UPDATE events SET editor = 'x'", "DELETE FROM events"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), store.write() as db:
            db.execute(statement)


@pytest.mark.parametrize("seed", range(20))
def test_the_events_tell_the_whole_story(opened: Opened, seed: int) -> None:
    """Any stream of decisions and undos: replaying the events leads to the state of the issues."""
    dice = random.Random(seed)
    store = opened()
    for _ in range(30):
        by = dice.choice((ANA, ION))
        version = issues(store)[0]["version"] - (dice.random() < 0.2)
        kind = dice.choice(["accept", "dismiss", "apply", "edit", "glossary", "reopen", "undo"])
        try:
            if kind == "undo":
                undo(store, by)
            else:
                decide(store, 1, Decision(kind, version, replacement="x"), by)
        except Conflict:
            pass
    state: dict[str, Any] = {"state": "open", "replacement": None, "glossary": ""}
    with store.read() as db:
        for row in db.execute("SELECT after FROM events ORDER BY id"):
            state.update(queue.json.loads(row["after"]))
    assert {name: issues(store)[0][name] for name in state} == state


def renewed(store: Store, folder: Path, *articles: dict[str, Any]) -> Any:
    return load(store, read_report(written(folder / "again.jsonl", articles)))


def test_a_recheck_keeps_decisions_on_unchanged_spans(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    decide(store, 1, Decision("dismiss", 0, reason="style"), ANA)
    decide(store, 2, Decision("apply", 0), ANA)
    add(store, 1, Missed(0, 12, 22, "grammar", "minor"), ANA)
    # the editor corrected the name and put a paragraph on top; the figure is reported again
    text = "Alineat nou, de-a dreptul.\n" + kluivert()["target"].replace("Compania", "Kompany")
    again = record(
        "kluivert",
        text,
        [
            {"text": "l -a", "suggestion": "l-a"},
            {"text": "38.5", "check": "number.decimal", "category": "number", "severity": "major"},
            {"text": "de-a dreptul", "check": "style.new", "category": "grammar"},
        ],
    )
    assert renewed(store, tmp_path, again).changed == 1
    found = {issue["text"]: issue for issue in issues(store)}
    assert {text: issue["state"] for text, issue in found.items()} == {
        "de-a dreptul": "open",
        "l -a": "dismissed",
        "transferat": "accepted",
        "38.5": "open",
    }
    assert all(text[i["start"] : i["end"]] == i["text"] for i in found.values())
    assert found["l -a"]["id"] == 1
    article = queue.article(store, 1)
    assert (article["revision"], article["issues"], article["open"]) == (1, 5, 2)
    with pytest.raises(Refused, match="checked again"):
        undo(store, By("Ana", "w1")), undo(store, By("Ana", "w1"))


def test_a_decision_outlives_a_correction_right_beside_it(opened: Opened, tmp_path: Path) -> None:
    text = "Bayern l -a luat pe Jens Etapă."
    two = [{"text": "l -a", "suggestion": "l-a"}, {"text": "Jens Etapă", "category": "name"}]
    store = opened(record("a", text, two))
    decide(store, 2, Decision("dismiss", 0), ANA)
    mended = text.replace("l -a", "l-a")
    renewed(store, tmp_path, record("a", mended, [{"text": "Jens Etapă", "category": "name"}]))
    assert states(store) == ["dismissed"]


def test_the_same_report_again_changes_nothing_and_an_older_text_is_refused(
    opened: Opened, tmp_path: Path
) -> None:
    store = opened()
    assert renewed(store, tmp_path, kluivert()).changed == 0
    newer = record("kluivert", "Un text nou.")
    assert renewed(store, tmp_path, newer).changed == 1
    older = {**kluivert(), "quality": 12.0}
    (problem,) = renewed(store, tmp_path, older).refused
    assert "later text" in str(problem)
    assert queue.article(store, 1)["target"] == "Un text nou."


def test_articles_that_stand_twice_in_a_report_are_named(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    loaded = renewed(store, tmp_path, kluivert("b"), kluivert("b"))
    assert (loaded.articles, len(loaded.refused)) == (1, 1)


def test_two_processes_may_have_the_desk_open(opened: Opened) -> None:
    one = opened()
    other = Store(one.path)
    decide(one, 1, Decision("accept", 0), ANA)
    with pytest.raises(Conflict):
        decide(other, 1, Decision("dismiss", 0), ION)
    other.close()


def test_a_full_disk_is_said_and_the_desk_goes_on(opened: Opened) -> None:
    store = opened()
    with store.read() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
    long = Decision("comment", 0, comment="x" * 5000)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        for number in (1, 2, 3):
            decide(store, number, long, ANA)
    saved = [issue["version"] for issue in issues(store)]
    with store.read() as db:
        db.execute("PRAGMA max_page_count = 100000")
        events = db.execute("SELECT COUNT(*) FROM events").fetchone()[0]
    assert sum(saved) == events < 3  # whole decisions only
    decide(store, 3, Decision("accept", 0), ANA)


def test_migrations_bring_an_older_desk_up_to_date(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    decide(store, 1, Decision("accept", 0), ANA)
    path = store.path
    newer = (*migrations.MIGRATIONS, "ALTER TABLE articles ADD COLUMN desk TEXT;")
    monkeypatch.setattr("mtqa.review.store.MIGRATIONS", newer)
    again = Store(path)
    assert states(again)[0] == "accepted"
    again.close()
    monkeypatch.undo()
    with pytest.raises(InputError, match="newer mtqa"):
        Store(path)


def test_what_is_no_desk_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Aceasta nu este o bază de date, ci un text destul de lung." * 40)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE theirs (id)")
    db.close()
    for path in (text, foreign):
        before = path.read_bytes()
        with pytest.raises(InputError, match="no review database"):
            Store(path)
        assert path.read_bytes() == before
    with pytest.raises(InputError, match="cannot be opened"):
        Store(tmp_path / "missing" / "desk.db")
    with pytest.raises(InputError, match="no such file"):
        Store(tmp_path / "absent.db", must_exist=True)
