"""Writing in the translation at the desk: its issues follow, the sentence is checked, undo puts back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mtqa.review import queue
from mtqa.review.checking import DeskChecker
from mtqa.review.decisions import By, Conflict, Decision, Refused, decide
from mtqa.review.store import Store
from mtqa.review.undoing import undo
from mtqa.review.writing import Typed, unwrite, write
from tests.review.desk import kluivert, record

Opened = Callable[..., Store]
ANA, ION = By("Ana", "w1"), By("Ion", "w2")
FIRST = "Bayern l -a transferat pe Kluivert."


@pytest.fixture(scope="module")
def desk_checker() -> DeskChecker:
    return DeskChecker()


def seen(store: Store) -> dict[str, str]:
    """The issues of the article: their words and states."""
    article = queue.article(store, 1)
    for issue in article["issues_here"]:
        assert article["target"][issue["start"] : issue["end"]] == issue["text"]
    return {issue["text"]: issue["state"] for issue in article["issues_here"]}


def typed(store: Store, old: str, new: str, row: str, **more: Any) -> Typed:
    """``old`` in a row of the page gives way to ``new``."""
    article = queue.article(store, 1)
    start = article["target"].index(row)
    place = row.index(old)
    return Typed(
        more.pop("revision", article["revision"]), start, start + len(row), place, place + len(old), new, **more
    )  # fmt: skip


def test_issues_follow_the_edits(opened: Opened, desk_checker: DeskChecker) -> None:
    store = opened()
    decide(store, 2, Decision("apply", 0), ANA)
    found = write(store, 1, typed(store, "transferat", "cumpărat", FIRST), ANA, desk_checker)
    article = queue.article(store, 1)
    assert (article["revision"], found["version"]) == (1, article["version"])
    assert article["target"].startswith(
        "Bayern l -a cumpărat pe Kluivert.\nAntrenorul Vincent Compania"
    )
    # the issue of the sentence is known again, those of the others move, the correction stays one
    assert seen(store) == {"l -a": "open", "Vincent Compania": "applied", "38.5": "open"}
    assert "Vincent Kompany cere 38.5" in article["corrected"]
    target = article["segments"][1][1][0]
    assert article["target"][target[0] : target[1]].startswith("Antrenorul")


def test_what_is_typed_is_checked(opened: Opened, desk_checker: DeskChecker) -> None:
    store = opened()
    write(
        store, 1, typed(store, "l -a transferat", "l-a transferat pe pe", FIRST), ANA, desk_checker
    )
    assert "l -a" not in seen(store)
    assert seen(store)["pe pe pe"] == "open"
    # and what is put right is no issue any more
    row = "Bayern l-a transferat pe pe pe Kluivert."
    write(store, 1, typed(store, "pe pe pe", "pe", row), ANA, desk_checker)
    assert seen(store) == {"Vincent Compania": "open", "38.5": "open"}


def test_a_figure_that_is_typed_wrong_is_held_against_the_source(
    opened: Opened, desk_checker: DeskChecker
) -> None:
    store = opened()
    row = "Antrenorul Vincent Compania cere 38.5 milioane."
    write(store, 1, typed(store, "38.5", "83,5", row), ANA, desk_checker)
    assert seen(store)["83,5"] == "open"


def test_a_corrected_row_is_written_in_as_it_is_shown(
    opened: Opened, desk_checker: DeskChecker
) -> None:
    store = opened()
    decide(store, 1, Decision("apply", 0), ANA)
    start, end = 0, len(FIRST)
    shown = "Bayern l-a transferat pe Kluivert."
    with pytest.raises(Refused):  # a page that shows something else
        write(store, 1, Typed(0, start, end, 0, 6, "Real", "Altceva"), ANA, desk_checker)
    write(store, 1, Typed(0, start, end, 0, 6, "Clubul", shown), ANA, desk_checker)
    article = queue.article(store, 1)
    assert article["target"].startswith("Clubul l-a transferat")
    # the decision is one on an earlier text now
    assert (article["issues"], len(article["issues_here"])) == (3, 2)


def test_a_deleted_word_takes_its_space_with_it(opened: Opened, desk_checker: DeskChecker) -> None:
    text = "El a a venit ieri. Atât.\n"
    store = opened(record("a", text, [{"text": "a a", "suggestion": ""}]))
    decide(store, 1, Decision("apply", 0), ANA)
    shown = "El  venit ieri. Atât."
    write(store, 1, Typed(0, 0, len(text) - 1, 10, 14, "azi", shown), ANA, desk_checker)
    assert queue.article(store, 1)["target"] == "El venit azi. Atât.\n"


def test_undo_puts_the_words_back(opened: Opened, desk_checker: DeskChecker) -> None:
    store = opened()
    before = queue.article(store, 1)["target"]
    write(store, 1, typed(store, "Bayern", "Real", FIRST), ANA, desk_checker)
    event = undo(store, ANA)
    assert event is not None and event["kind"] == "type"
    unwrite(store, event, ANA, desk_checker)
    assert queue.article(store, 1)["target"] == before
    assert undo(store, ANA) is None  # an undo is not undone


def test_two_editors_write_in_one_article(opened: Opened, desk_checker: DeskChecker) -> None:
    store = opened()
    mine = typed(store, "Bayern", "Real", FIRST)
    row = "Antrenorul Vincent Compania cere 38.5 milioane."
    theirs = typed(store, "milioane", "milioane de euro", row)
    same = typed(store, "Kluivert", "Altcineva", FIRST)
    write(store, 1, mine, ANA, desk_checker)
    write(store, 1, theirs, ION, desk_checker)  # other words: both stand
    target = queue.article(store, 1)["target"]
    assert target.startswith("Real l -a") and target.endswith("38.5 milioane de euro.\n")
    with pytest.raises(Conflict):  # the same sentence: the second sees what the first wrote
        write(store, 1, same, ION, desk_checker)


@pytest.mark.parametrize("place", [(0, 9_999, 0, 1), (5, 2, 0, 0), (0, 10, 4, 99), (-1, 3, 0, 0)])
def test_what_lies_outside_the_text(
    opened: Opened, desk_checker: DeskChecker, place: tuple[int, int, int, int]
) -> None:
    with pytest.raises(Refused):
        write(opened(), 1, Typed(0, *place, "x"), ANA, desk_checker)


def test_a_repeated_request_is_done_once(opened: Opened, desk_checker: DeskChecker) -> None:
    store = opened()
    by = By("Ana", "w1", "key-1")
    change = typed(store, "Bayern", "Real Real", FIRST)
    assert write(store, 1, change, by, desk_checker)["event"] == 1
    with pytest.raises(Conflict):
        write(store, 1, change, ION, desk_checker)
    assert kluivert()["target"] != queue.article(store, 1)["target"]
