"""A corpus with a language model: estimated, killed and resumed, and stopped by its budget."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from mtqa.common.language_model import LanguageModel
from mtqa.config import Config, Judge, Romanian
from mtqa.corpus.asking import expected, would_send
from mtqa.corpus.command import Request, run
from mtqa.errors import MtqaError
from mtqa.readers.inputs import Inputs
from mtqa.scorers.llm.asking import RUN
from tests.scorers.llm.scripted import Response, error, judging, segments, serving

ROWS = 12
SAYS = judging({"banca": [error("banca", suggestion="malul")]})


@pytest.fixture(autouse=True)
def own_run() -> Iterator[None]:
    os.environ.pop(RUN, None)
    yield
    os.environ.pop(RUN, None)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [
        {"id": f"n{n}", "target": f"În orașul {n} oamenii stau pe banca râului.",
         "source": f"In town {n} people stand on the bank of the river.", "source_lang": "en"}
        for n in range(ROWS)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def request(news: Path, out: str, url: str, *, resume: bool = False, **more: Any) -> Request:
    cache = str(news.parent / "answers.sqlite")
    settings = {"name": "tiny", "cache": cache, "batch": 1, "concurrency": 1, **more}
    judge = Judge(model=LanguageModel(url=url, **settings))
    config = Config(judge=judge, romanian=Romanian(parser="off"))
    place = str(news.parent / out)
    return Request(Inputs((str(news),)), config, place, chunk=4, resume=resume, quiet=True)


def issues(news: Path, out: str) -> list[list[str]]:
    lines = (news.parent / out).read_text(encoding="utf-8").splitlines()
    found = [json.loads(line)["issues"] for line in lines]
    return [[one["text"] for one in listed if one["check"] == "llm.span"] for listed in found]


def _killed(asked: Request) -> None:
    run(asked)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_run_that_is_killed_goes_on_and_asks_nothing_twice(news: Path) -> None:
    """Killed with signal 9 while its seventh question is on its way; only that is asked again."""
    reached, released = Event(), Event()

    def script(body: dict[str, Any]) -> Response:
        if len(server.requests) == 7:
            reached.set()
            released.wait(60)
        return SAYS(body)

    with serving(script) as server:
        child = multiprocessing.get_context("fork").Process(
            target=_killed, args=(request(news, "out.jsonl", server.url),)
        )
        child.start()
        assert reached.wait(120)
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        released.set()
        run(request(news, "out.jsonl", server.url, resume=True))
        resumed = list(server.asked)
        run(request(news, "peace.jsonl", server.url))
    held = server.asked[6]
    assert sorted(resumed) == sorted([*set(resumed), held])
    assert len(set(resumed)) == ROWS
    assert server.asked == resumed  # a third run knows all the answers
    assert issues(news, "out.jsonl") == [["banca"]] * ROWS
    out, peace = (news.parent / name for name in ("out.jsonl", "peace.jsonl"))
    assert out.read_bytes() == peace.read_bytes()


def test_a_budget_stops_a_run_between_chunks_and_a_larger_one_ends_it(news: Path) -> None:
    with serving(SAYS) as server:
        with pytest.raises(MtqaError, match=r"budget of 2,500 tokens is spent.*--resume"):
            run(request(news, "out.jsonl", server.url, budget=2_500))
        before = len(server.requests)
        assert 0 < before < ROWS
        run(request(news, "out.jsonl", server.url, budget=100_000, resume=True))
    assert len(server.requests) == len(set(server.asked)) == ROWS
    assert issues(news, "out.jsonl") == [["banca"]] * ROWS


def test_workers_have_one_memory_and_one_budget(news: Path) -> None:
    with serving(SAYS) as server:
        made = request(news, "out.jsonl", server.url)
        run(Request(made.inputs, made.config, made.out, chunk=4, jobs=2, quiet=True))
    assert sorted(server.asked) == sorted(set(server.asked))
    assert len(server.asked) == ROWS


def test_the_share_is_of_a_chunk(news: Path) -> None:
    with serving(SAYS) as server:
        run(request(news, "out.jsonl", server.url, share=0.5))
    assert len(server.asked) == ROWS // 2


def test_what_a_run_would_send_is_shown_and_nothing_is_written(news: Path) -> None:
    with serving(SAYS) as server:
        sent = list(would_send(request(news, "out.jsonl", server.url, dry_run=True, batch=8)))
    assert server.requests == []
    assert sum(len(segments(body)) for body in sent) == ROWS
    assert not (news.parent / "out.jsonl").exists()


def test_a_run_is_estimated_before_it_begins(news: Path) -> None:
    found = expected(request(news, "out.jsonl", "http://localhost:1", share=0.5, batch=4))
    assert found is not None
    assert (found.segments, found.requests) == (6, 2)
    assert found.tokens_in > 2_000  # the instructions, twice
