"""One issue and its likes; other words for an issue; what was decided before; whole articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtqa.review import alike, export, queue, shelving
from mtqa.review.decisions import By, Conflict, Decision, Refused, decide
from mtqa.review.queue import Filter
from mtqa.review.store import Store
from mtqa.review.undoing import undo
from tests.review.desk import kluivert, record

Opened = Callable[..., Store]
ANA, ION = By("Ana", "w1"), By("Ion", "w2")


def three(opened: Opened) -> Store:
    """Three articles with the same three issues each: 1 to 3, 4 to 6, 7 to 9."""
    return opened(*(kluivert(f"a{n}") for n in range(3)))


def state(store: Store, issue: int) -> str:
    return str(queue.issue(store, issue)["issue"]["state"])


def test_likes_are_counted_and_decided_as_this_one_was(opened: Opened) -> None:
    store = three(opened)
    assert alike.count(store, 1) == {"everywhere": 2, "here": 0, "articles": 2}
    decide(store, 3, Decision("edit", 0, replacement="38,5"), ANA)
    made = alike.decide_all(store, 3, 1, True, ANA)
    assert (made["made"], made["left"]) == (2, 0)
    assert [queue.issue(store, n)["issue"]["replacement"] for n in (3, 6, 9)] == ["38,5"] * 3
    assert alike.count(store, 3)["everywhere"] == 0


def test_an_open_one_leads_with_its_suggestion(opened: Opened) -> None:
    store = three(opened)
    assert alike.decide_all(store, 4, 0, True, ANA)["made"] == 3
    assert [state(store, n) for n in (1, 4, 7)] == ["applied"] * 3
    with pytest.raises(Refused, match="decide this one first"):
        alike.decide_all(store, 3, 0, True, ANA)
    with pytest.raises(Conflict):
        alike.decide_all(store, 4, 0, True, ANA)


def test_here_is_not_everywhere(opened: Opened) -> None:
    text = "El l -a chemat. Ea l -a chemat.\n"
    first, second = text.index("l -a"), text.rindex("l -a")
    spans = [
        {"text": "l -a", "suggestion": "l-a", "start": place, "end": place + 4}
        for place in (first, second)
    ]
    store = opened(record("a", text, spans), record("b", text, spans))
    assert alike.count(store, 1) == {"everywhere": 3, "here": 1, "articles": 2}
    assert alike.decide_all(store, 1, 0, False, ANA)["made"] == 2
    assert [state(store, n) for n in (1, 2, 3, 4)] == ["applied", "applied", "open", "open"]


def test_one_undo_takes_all_of_them_back_but_what_others_decided_since(opened: Opened) -> None:
    store = three(opened)
    alike.decide_all(store, 1, 0, True, By("Ana", "w1", "key"))
    decide(store, 4, Decision("dismiss", 1), ION)
    assert undo(store, ANA) is not None
    assert [state(store, n) for n in (1, 4, 7)] == ["open", "dismissed", "open"]


def test_other_words(opened: Opened) -> None:
    store = opened()
    target = queue.article(store, 1)["target"]
    start = target.index("Antrenorul")
    alike.move(store, 2, 0, start, target.index(" cere"), ANA)
    issue = queue.issue(store, 2)["issue"]
    assert (issue["text"], issue["suggestion"]) == (
        "Antrenorul Vincent Compania",
        "Antrenorul Vincent Kompany",
    )
    decide(store, 2, Decision("apply", 1), ANA)
    assert "Antrenorul Vincent Kompany cere" in queue.article(store, 1)["corrected"]
    (span,) = export.gold(store, 1)[0].spans
    assert span["text"] == "Antrenorul Vincent Compania"
    with pytest.raises(Refused):  # it is corrected by now
        alike.move(store, 2, 2, 0, 5, ANA)
    undo(store, ANA)
    undo(store, ANA)
    issue = queue.issue(store, 2)["issue"]
    assert (issue["text"], issue["suggestion"]) == ("Vincent Compania", "Vincent Kompany")
    # narrower: the suggestion is for words that are not marked any more
    alike.move(store, 2, issue["version"], issue["start"], issue["start"] + 7, ANA)
    assert queue.issue(store, 2)["issue"]["suggestion"] is None
    with pytest.raises(Refused):
        alike.move(store, 2, issue["version"] + 1, 5, 5, ANA)


def test_what_was_decided_before_on_the_same_words(opened: Opened) -> None:
    other = kluivert("altul")
    other["target"] = other["target"].replace("Vincent Compania", "Vincent Companie")
    other["issues"][1]["text"] = "Vincent Companie"
    store = opened(kluivert(), other)
    decide(store, 2, Decision("apply", 0), ANA)
    decide(store, 1, Decision("dismiss", 0, reason="style"), ION)
    found = alike.memory(store, queue.article(store, 2))
    (hyphen,), (name,) = found[4], found[5]
    assert (hyphen["state"], hyphen["reason"], hyphen["editor"]) == ("dismissed", "style", "Ion")
    # the words are others, but those of the source are the same
    assert (name["text"], name["replacement"], name["number"]) == (
        "Vincent Compania",
        "Vincent Kompany",
        1,
    )
    assert 6 not in found


def test_several_corrections_to_choose_from(opened: Opened) -> None:
    article = kluivert()
    article["issues"][0]["alternatives"] = ["le-a", ""]
    store = opened(article)
    assert alike.alternatives(queue.issue(store, 1)["issue"]) == ["l-a", "le-a", ""]


def test_the_queue_in_the_order_that_one_wants(opened: Opened) -> None:
    articles = [record(name, "Text l -a.\n", [{"text": "l -a"}]) for name in "abc"]
    for article, quality in zip(articles, (90, 70, 80), strict=True):
        article["quality"] = quality
    store = opened(*articles)
    shelving.assign(store, 3, "Ana", ANA)

    def order(**wanted: str) -> list[int]:
        return [row["id"] for row in queue.page(store, Filter(**wanted))["articles"]]

    assert order() == [1, 2, 3]
    assert order(sort="quality") == [2, 3, 1]
    assert order(sort="age") == [1, 2, 3]
    assert order(assigned="Ana") == [3]
    around = queue.neighbours(store, 3, Filter(sort="quality"))
    assert around == {"previous": 2, "next": 1}


def test_assigned_and_its_history(opened: Opened) -> None:
    store = opened()
    decide(store, 2, Decision("apply", 0), ANA)
    shelving.assign(store, 1, "  Ion   Pop ", ANA)
    shelving.finish(store, 1, True, 0, ION)
    events = shelving.history(store, 1)
    assert [(event["kind"], event["editor"]) for event in events] == [
        ("finish", "Ion"),
        ("assign", "Ana"),
        ("apply", "Ana"),
    ]
    assert events[1]["after"]["assigned"] == "Ion Pop"
    assert (events[2]["text"], events[2]["after"]["replacement"]) == (
        "Vincent Compania",
        "Vincent Kompany",
    )
    assert shelving.editors(store) == ["Ana", "Ion", "Ion Pop"]


def test_confirmed_errors_that_nobody_corrected(opened: Opened) -> None:
    store = opened()
    decide(store, 3, Decision("accept", 0), ANA)
    decide(store, 1, Decision("apply", 0), ANA)
    assert export.uncorrected(store, 1) == ["38.5"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("știri/azi/un titlu", "știri-azi-un titlu"),
        ("https://x.ro/a?b=1", "https---x.ro-a-b=1"),
        ("../../etc", "etc"),
        ("\u202e", "article"),
    ],
)
def test_exports_keep_the_name_of_the_article(name: str, kept: str) -> None:
    assert export.kept_name(name) == kept
    assert export.kept_names({1: "A", 2: "a", 3: "b"}) == {1: "A-1", 2: "a-2", 3: "b"}
