"""The queue's order and filters, and articles as rows whose offsets hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mtqa.review import queue
from mtqa.review.decisions import By, Decision, decide
from mtqa.review.queue import Filter
from mtqa.review.rows import rows
from mtqa.review.shelving import finish
from mtqa.review.store import Store
from tests.review.desk import kluivert, record

Opened = Callable[..., Store]
MINOR = {"text": "l -a", "suggestion": "l-a"}


def names(store: Store, **wanted: str) -> list[str]:
    return [article["name"] for article in queue.page(store, Filter(**wanted))["articles"]]


def three(opened: Opened) -> Store:
    return opened(
        record("curat", "Un articol bun."),
        record("mic", "Trump l -a acuzat pe Putin.", [dict(MINOR)], feed="politică"),
        kluivert("mare"),
        record("mare-si-mic", "l -a și l -a spus", [
            {**MINOR, "severity": "major"}, {**MINOR, "after": 3, "check": "garbled.strange-word"}
        ]),
    )  # fmt: skip


def test_the_worst_article_comes_first(opened: Opened) -> None:
    store = three(opened)
    assert names(store) == ["mare", "mare-si-mic", "mic"]
    assert names(store, status="all") == ["mare", "mare-si-mic", "mic", "curat"]


def test_filters(opened: Opened) -> None:
    store = three(opened)
    assert names(store, category="number") == ["mare"]
    assert names(store, severity="major") == ["mare", "mare-si-mic"]
    assert names(store, check="garbled") == ["mare-si-mic"]
    assert names(store, check="spacing.hyphen", severity="minor") == ["mare", "mic"]
    assert names(store, feed="politică") == ["mic"]
    assert names(store, q="ACUZAT putin") == ["mic"]
    assert names(store, q="și") == ["mare-si-mic"]
    assert names(store, q="100%") == names(store, q="_") == []
    assert names(store, status="clean") == ["curat"]


def test_an_article_is_done_when_all_is_decided_or_when_it_is_put_away(opened: Opened) -> None:
    store = three(opened)
    by = By("Ana", "w")
    decide(store, 1, Decision("accept", 0), by)
    finish(store, 3, True, 0, by)
    assert names(store, status="done") == ["mare", "mic"]
    assert names(store) == ["mare-si-mic"]
    assert queue.progress(store) == {
        "articles": 4, "done": 2, "clean": 1, "issues": 6, "open": 5,
    }  # fmt: skip


def test_neighbours_follow_the_filtered_queue(opened: Opened) -> None:
    store = three(opened)
    assert queue.neighbours(store, 3, Filter()) == {"previous": None, "next": 4}
    assert queue.neighbours(store, 4, Filter()) == {"previous": 3, "next": 2}
    finish(store, 4, True, 0, By())
    assert queue.neighbours(store, 4, Filter()) == {"previous": 3, "next": 2}
    assert queue.neighbours(store, 3, Filter()) == {"previous": None, "next": 2}


def test_search_and_pages_over_many_articles(opened: Opened) -> None:
    store = opened(*(record(f"a{n}", f"Articolul {n} l -a avut", [dict(MINOR)]) for n in range(60)))
    first, second = (queue.page(store, Filter(), number) for number in (0, 1))
    assert (len(first["articles"]), len(second["articles"]), first["pages"]) == (50, 10, 2)
    assert names(store, q="articolul 42") == ["a42"]


def article(text: str, issues: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    base = {"name": "a", "target": text, "source": None, "segments": [], "issues_here": issues}
    return {**base, **more}


def issue(key: int, start: int, end: int) -> dict[str, Any]:
    return {"id": key, "start": start, "end": end, "source_start": None, "source_end": None}


texts = st.text(alphabet="aș😀 \n\r\u202e.", max_size=40)


@given(texts, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4))
def test_every_run_shows_the_code_points_it_stands_for(
    text: str, marks: list[tuple[int, int]]
) -> None:
    issues = [
        issue(key, start, min(start + length, len(text)))
        for key, (start, length) in enumerate(marks)
        if start < len(text)
    ]
    runs = [run for row in rows(article(text, issues)) for run in row.target]
    at = 0
    for run in runs:
        assert run.start >= at
        assert not text[at : run.start].strip()  # only white space is left out
        at = run.start + run.length
        if not run.spelt:
            assert len(run.shown) == run.length
        for found in issues:
            inside = found["start"] <= run.start and at <= found["end"]
            assert (found["id"] in run.issues) == inside
    assert not text[at:].strip()
    closed = [key for run in runs for key in run.last]
    assert sorted(closed) == [found["id"] for found in issues]  # each correction is shown once


def test_source_and_target_stand_side_by_side() -> None:
    found = rows(
        article(
            "Unu. Doi.\nTrei.",
            [{**issue(1, 5, 9), "source_start": 0, "source_end": 3}],
            source="One. Two. Lost. Three.",
            segments=[[[[0, 9]], [[0, 9]]], [[[10, 15]], []], [[[16, 22]], [[10, 15]]]],
        )
    )
    shown = [
        ("".join(run.shown for run in row.source), "".join(run.shown for run in row.target))
        for row in found
    ]
    assert shown == [("One. Two.", "Unu. Doi."), ("Lost.", ""), ("Three.", "Trei.")]
    assert found[0].source[0].issues == (1,)
