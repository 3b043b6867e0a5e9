"""Asking with economy: in batches, at most so many at once, nothing twice, within the budget."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Lock
from typing import Any

import pytest

from mtqa.common.language_model import LanguageModel
from mtqa.config import Config, Judge
from mtqa.errors import ConfigError, MtqaError
from mtqa.model import Issue
from mtqa.scorers.llm.asking import Asker, Reply
from mtqa.scorers.llm.cost import estimate
from mtqa.scorers.llm.metric import LlmMetric
from mtqa.scorers.llm.prompt import Question
from mtqa.scorers.llm.routing import Open, chosen
from mtqa.scorers.llm.server import ModelError
from mtqa.scorers.protocol import Sample
from tests.scorers.llm.scripted import Response, completion, error, judging, segments, serving

Settings = Callable[..., LanguageModel]


def questions(number: int) -> list[Question]:
    return [Question(f"Propoziția {n}.", f"Sentence {n}.") for n in range(number)]


def asker(settings: LanguageModel) -> Asker:
    return Asker(settings, "en", sleep=lambda seconds: None)


def scores(replies: list[Reply]) -> list[float | None]:
    return [reply.said.score if reply.said else None for reply in replies]


def by_number(body: dict[str, Any]) -> Response:
    """A model whose score of a segment is the number in it."""
    said = [
        {"id": one["id"], "score": int("".join(filter(str.isdigit, one["target"]))), "errors": []}
        for one in segments(body)
    ]
    return completion(json.dumps({"segments": said[::-1]}))


def test_segments_travel_in_batches_and_come_back_in_order(settings: Settings) -> None:
    with serving(by_number) as server:
        found = asker(settings(server.url, batch=4)).ask(questions(10))
    assert scores(found) == list(range(10))
    assert sorted(len(segments(body)) for body in server.requests) == [2, 4, 4]


def test_nothing_is_asked_twice_by_any_process(settings: Settings) -> None:
    with serving(by_number) as server:
        asker(settings(server.url)).ask([*questions(3), *questions(3)])
        again = asker(settings(server.url))
        assert scores(again.ask(questions(4))) == [0, 1, 2, 3]
    assert server.asked == [f"Propoziția {n}." for n in range(4)]
    assert (again.used().asked, again.used().known) == (1, 3)


@pytest.mark.parametrize(
    "changed", [{"name": "other"}, {"body": {"seed": 1}}, {"ui": "ro"}, {"before": "Ieri."}]
)
def test_what_the_model_is_told_is_part_of_what_is_remembered(
    changed: dict[str, Any], settings: Settings
) -> None:
    with serving(by_number) as server:
        asker(settings(server.url)).ask(questions(1))
        ui, before = changed.pop("ui", "en"), changed.pop("before", "")
        question = Question("Propoziția 0.", "Sentence 0.", before=before)
        Asker(settings(server.url, **changed), ui).ask([question])
    assert len(server.requests) == 2


def test_at_most_so_many_requests_are_on_their_way(settings: Settings) -> None:
    meeting, lock, here, most = Barrier(3), Lock(), 0, 0

    def script(body: dict[str, Any]) -> Response:
        nonlocal here, most
        with lock:
            here += 1
            most = max(most, here)
        meeting.wait(10)  # three are here at once, else this breaks
        with lock:
            here -= 1
        return by_number(body)

    with serving(script) as server:
        asker(settings(server.url, batch=1, concurrency=3)).ask(questions(9))
    assert most == 3


def test_segments_without_an_answer_are_asked_about_alone(settings: Settings) -> None:
    def forgetful(body: dict[str, Any]) -> Response:
        said = [{"id": 1, "score": 90, "errors": []}]
        return completion(json.dumps({"segments": said}))

    with serving(forgetful) as server:
        found = asker(settings(server.url)).ask(questions(3))
    assert scores(found) == [90, 90, 90]
    assert [len(segments(body)) for body in server.requests] == [3, 1, 1]


def test_a_batch_that_is_too_long_is_taken_apart(settings: Settings) -> None:
    def small(body: dict[str, Any]) -> Response:
        if len(segments(body)) > 1:
            return Response(400, b'{"error": {"message": "context length exceeded"}}')
        return by_number(body)

    with serving(small) as server:
        assert scores(asker(settings(server.url)).ask(questions(3))) == [0, 1, 2]


def test_a_refusal_is_remembered_as_one(settings: Settings) -> None:
    with serving(lambda body: completion("I cannot help with that.")) as server:
        first = asker(settings(server.url)).ask(questions(2))
        again = asker(settings(server.url)).ask(questions(2))
    assert first == again == [Reply(None, "unusable")] * 2
    assert len(server.requests) == 3  # both together, and each by itself


def test_a_failure_is_not_remembered(settings: Settings) -> None:
    broken = True

    def script(body: dict[str, Any]) -> Response:
        return Response(500, b"") if broken else by_number(body)

    with serving(script) as server:
        asking = asker(settings(server.url, retries=1))
        assert asking.ask(questions(1)) == [Reply(None, "failed")]
        broken = False
        assert scores(asking.ask(questions(1))) == [0]


def test_a_server_that_fails_and_fails_is_given_up(settings: Settings) -> None:
    with serving(lambda body: Response(500, b"")) as server:
        asking = asker(settings(server.url, retries=0, batch=1, concurrency=1))
        with pytest.raises(ModelError, match="has not answered 4 requests in a row"):
            asking.ask(questions(9))
        with pytest.raises(ModelError):
            asking.ask(questions(1))
    assert len(server.requests) == 4


def test_the_budget_is_hard(settings: Settings) -> None:
    """A request is sent only if its longest answer still fits; what is used is what is said."""
    with serving(by_number) as server:
        asking = asker(settings(server.url, batch=1, concurrency=1, budget=4_000))
        found = asking.ask(questions(40))
    answered = sum(reply.said is not None for reply in found)
    assert 0 < answered < 40
    assert found[answered:] == [Reply(None, "budget")] * (40 - answered)
    assert asking.used().tokens == 110 * answered <= 4_000
    assert len(server.requests) == answered


def test_processes_of_one_run_have_one_budget(settings: Settings) -> None:
    with serving(by_number) as server:
        first = asker(settings(server.url, batch=1, budget=4_000))
        first.begin()
        first.ask(questions(3))
        second = asker(settings(server.url, batch=1, budget=4_000))  # as a worker makes it
        assert second.used() == first.used()
        first.begin()  # another run
        assert first.used().tokens == 0


def test_a_dry_run_sends_nothing(settings: Settings) -> None:
    with serving(by_number) as server:
        asking = asker(settings(server.url, batch=2, dry_run=True))
        assert scores(asking.ask(questions(3))) == [None] * 3
    assert server.requests == []
    assert [segments(body)[0]["target"] for body in asking.shown] == [
        "Propoziția 0.", "Propoziția 2.",
    ]  # fmt: skip


def test_a_damaged_memory_is_said_in_one_line(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").write_bytes(b"not a database, but long enough to be read as one")
    with pytest.raises(MtqaError, match=r"answers\.sqlite: .* remove the file") as said:
        asker(settings("http://127.0.0.1:1/v1")).ask(questions(1))
    assert "\n" not in str(said.value)


def test_the_memory_is_for_its_owner_alone(settings: Settings, tmp_path: Path) -> None:
    with serving(by_number) as server:
        asker(settings(server.url)).ask(questions(1))
    assert (tmp_path / "answers.sqlite").stat().st_mode & 0o077 == 0


def test_an_estimate_is_rather_too_high_and_knows_the_price() -> None:
    made = LanguageModel(url="x", name="y", share=0.5, batch=8, price_in=1, price_out=2)
    found = estimate(questions(100), made, "en")
    assert (found.segments, found.requests) == (50, 7)
    assert found.price == (found.tokens_in + 2 * found.tokens_out) / 1_000_000
    assert "50 segments in 7 requests" in str(found)


def a_segment(
    *, words: int = 20, qe: float | None = 80, confidence: float = 0, fails: bool = False
):  # type: ignore[no-untyped-def]
    issue = Issue("a.b", "name", "minor", 0, 1, "a", "a", confidence=confidence)
    return Open(0, words, qe, (issue,) if confidence else (), fails)


@pytest.mark.parametrize(
    "more, less",
    [
        (a_segment(qe=50), a_segment(qe=90)),
        (a_segment(words=40), a_segment(words=10)),
        (a_segment(confidence=0.5), a_segment(confidence=0.98)),
        (a_segment(fails=True), a_segment()),
        (a_segment(qe=50), a_segment(qe=None)),
        (a_segment(qe=None), a_segment(qe=95)),
    ],
)
def test_what_is_asked_about_first(more: Open, less: Open) -> None:
    assert chosen([less, more], 0.5) == [1]
    assert chosen([more, less], 0.5) == [0]


@pytest.mark.parametrize(
    "share, number, asked", [(0.3, 10, 3), (0.1, 3, 1), (1, 7, 7), (0.5, 0, 0)]
)
def test_a_share_of_segments_and_one_at_least(share: float, number: int, asked: int) -> None:
    assert len(chosen([a_segment()] * number, share)) == asked


def test_the_metric_scores_every_segment(config: Callable[..., Config]) -> None:
    with serving(judging({"banca": [error("banca")]}, score=40)) as server:
        metric = LlmMetric(config(server.url, share=0.1))
        found = metric.score(
            [Sample("Pe banca râului.", "On the bank."), Sample("Da."), Sample("")]
        )
    assert (found.segments, found.signature) == ((40, 100, 0), "llm|tiny, prompt 1")
    assert [len(spans) for spans in found.spans] == [1, 0, 0]


def test_a_metric_with_holes_is_none(config: Callable[..., Config]) -> None:
    with (
        serving(lambda body: completion("no")) as server,
        pytest.raises(MtqaError, match="segment 1: its answer cannot be used"),
    ):
        LlmMetric(config(server.url)).score([Sample("Da.")])


@pytest.mark.parametrize("without", [None, Config(), Config(judge=Judge())])
def test_there_is_no_metric_without_a_model(without: Config | None) -> None:
    with pytest.raises(ConfigError, match="--llm URL"):
        LlmMetric(without)
