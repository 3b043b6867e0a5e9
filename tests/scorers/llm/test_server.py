"""A server that is good, slow, broken, busy, or elsewhere."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest

from mtqa.common.language_model import LanguageModel
from mtqa.errors import ConfigError
from mtqa.scorers.llm.address import endpoint, key_for
from mtqa.scorers.llm.server import ModelError, Server, TooLong, Unanswered
from tests.scorers.llm.scripted import Response, Script, completion, serving

Settings = Callable[..., LanguageModel]
ASKED = [{"role": "user", "content": "?"}]


def ask(settings: LanguageModel) -> tuple[Any, list[float]]:
    """The answer, and the waits before it."""
    waits: list[float] = []
    return Server(settings, sleep=waits.append).ask(ASKED, 50), waits


def in_turn(*responses: Response) -> Script:
    left: Iterator[Response] = iter(responses)
    return lambda body: next(left)


def failing(status: int, message: str = "no", **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status, json.dumps({"error": {"message": message}}).encode(), named)


@pytest.mark.parametrize(
    "given, path",
    [
        ("http://localhost:11434/v1", "/v1/chat/completions"),
        ("http://127.0.0.1:8080", "/v1/chat/completions"),
        ("http://[::1]:8080/", "/v1/chat/completions"),
        ("https://llm.example/api/v3/", "/api/v3/chat/completions"),
        ("https://llm.example/openai/chat/completions?api-version=1", "/chat/completions?api-"),
    ],
)
def test_an_address_may_end_anywhere_sensible(given: str, path: str) -> None:
    assert path in endpoint(given)


@pytest.mark.parametrize(
    "address, problem",
    [
        ("http://llm.example/v1", "in the clear"),
        ("http://127.0.0.1.example/v1", "in the clear"),
        ("http://localhost.example/v1", "in the clear"),
        ("http://192.168.1.5/v1", "in the clear"),
        ("https://me:secret@llm.example/v1", "holds a name or password"),
        ("ftp://llm.example", "no address"),
        ("llm.example/v1", "no address"),
        ("https://", "no address"),
        ("https://[::1/v1", "no address"),
        ("http://localhost:port", "no address"),
    ],
)
def test_articles_and_key_go_nowhere_in_the_clear(address: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem) as said:
        endpoint(address)
    assert "secret" not in str(said.value)


def test_the_key_goes_to_its_host_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_LLM_KEY", "sk-1")
    assert key_for("https://llm.example/v1") == "sk-1"
    monkeypatch.setenv("MTQA_LLM_HOST", "llm.example")
    assert key_for("https://llm.example/v1") == "sk-1"
    with pytest.raises(ConfigError, match=r"meant for llm\.example") as said:
        key_for("https://evil.example/v1")
    assert "sk-1" not in str(said.value)


def test_a_good_server_is_asked_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_LLM_KEY", "sk-1")
    with serving(in_turn(completion("Yes."))) as server:
        answer, waits = ask(settings(server.url, body={"seed": 7}))
    assert (answer.content, answer.tokens_in, answer.tokens_out, waits) == ("Yes.", 100, 10, [])
    (body,), (headers,) = server.requests, server.headers
    assert (body["model"], body["temperature"], body["seed"], body["max_tokens"]) == (
        "tiny", 0, 7, 50,
    )  # fmt: skip
    assert body["response_format"]["type"] == "json_schema"
    assert headers["Authorization"] == "Bearer sk-1"


def test_a_busy_server_is_asked_again_when_it_says(settings: Settings) -> None:
    script = in_turn(failing(429, Retry_After="7"), failing(503, Retry_After="0"), completion("ok"))
    with serving(script) as server:
        answer, waits = ask(settings(server.url))
    assert (answer.content, waits) == ("ok", [7, 0])


def test_without_a_word_the_waits_grow_at_random(settings: Settings) -> None:
    with serving(in_turn(*[failing(500)] * 3, completion("ok"))) as server:
        _, waits = ask(settings(server.url))
    assert len(waits) == 3
    assert all(0 <= wait <= 0.5 * 2**number for number, wait in enumerate(waits))


@pytest.mark.parametrize("wait", ["1e9", "nan", "-5", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_no_server_makes_anybody_wait_for_ever(wait: str, settings: Settings) -> None:
    with serving(in_turn(failing(429, Retry_After=wait), completion("ok"))) as server:
        _, (waited,) = ask(settings(server.url))
    assert 0 <= waited <= 120


@pytest.mark.parametrize(
    "broken",
    [
        failing(500),
        failing(529),
        Response(200, b"<html>Welcome to the captive portal</html>"),
        Response(200, b'{"choices": []}'),
        Response(200, b'{"choices": [{"message": {"content": ["a"]}}]}'),
        Response(200, b"[" * 100_000),
        Response(200, b"\xff\xfe"),
    ],
)
def test_a_broken_server_is_given_up_after_so_many_tries(
    broken: Response, settings: Settings
) -> None:
    with serving(lambda body: broken) as server, pytest.raises(Unanswered):
        ask(settings(server.url, retries=2))
    assert len(server.requests) == 3


def test_a_slow_server_is_not_awaited(settings: Settings) -> None:
    released = Event()

    def slow(body: dict[str, Any]) -> Response:
        released.wait(10)
        return completion("late")

    with serving(slow) as server, pytest.raises(Unanswered, match=r"no answer within 0\.2 s"):
        try:
            ask(settings(server.url, timeout=0.2, retries=0))
        finally:
            released.set()


def test_an_answer_without_end_is_not_read(settings: Settings) -> None:
    with (
        serving(in_turn(completion("x" * 5_000_000))) as server,
        pytest.raises(Unanswered, match="no end"),
    ):
        ask(settings(server.url, retries=0))


def test_a_server_that_is_not_there_is_named(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        with pytest.raises(ModelError, match=r"cannot be reached .* start the server"):
            ask(settings(url, retries=1))


def test_a_redirection_is_not_followed(settings: Settings) -> None:
    with serving(lambda body: completion("stolen")) as elsewhere:
        away = Response(307, b"", {"Location": f"{elsewhere.url}/chat/completions"})
        with serving(lambda body: away) as server, pytest.raises(ModelError, match="leads elsewh"):
            ask(settings(server.url))
    assert elsewhere.requests == []


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_said_once_and_never_repeated(
    status: int, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTQA_LLM_KEY", "sk-very-secret")
    refusing = failing(status, "Incorrect API key provided: sk-very-secret")
    with serving(lambda body: refusing) as server, pytest.raises(ModelError) as said:
        ask(settings(server.url))
    assert "set MTQA_LLM_KEY" in str(said.value)
    assert "sk-very-secret" not in str(said.value)
    assert len(server.requests) == 1


def test_a_model_that_is_not_there_is_named(settings: Settings) -> None:
    with (
        serving(lambda body: failing(404, "model 'tiny' not found")) as server,
        pytest.raises(ModelError, match="model 'tiny' not found"),
    ):
        ask(settings(server.url))


@pytest.mark.parametrize("status", [400, 413])
def test_a_request_that_is_too_long_is_known(status: int, settings: Settings) -> None:
    long = failing(status, "the request exceeds the available context size")
    with serving(lambda body: long) as server, pytest.raises(TooLong):
        ask(settings(server.url))


def test_a_server_is_spoken_to_as_it_wants(settings: Settings) -> None:
    """No schema, no JSON mode, another name for the longest answer, no temperature."""
    script = in_turn(
        failing(400, "response_format json_schema is not supported"),
        failing(422, "'response_format' is unknown"),
        failing(400, "Unsupported parameter: use 'max_completion_tokens' instead"),
        failing(400, "'temperature' does not support 0 with this model"),
        completion("at last"),
        completion("again"),
    )
    with serving(script) as server:
        speaking = Server(settings(server.url), sleep=pytest.fail)
        assert speaking.ask(ASKED, 50).content == "at last"
        assert speaking.ask(ASKED, 50).content == "again"
    forms = [body.get("response_format", {}).get("type") for body in server.requests]
    assert forms == ["json_schema", "json_object", None, None, None, None]
    last = server.requests[-1]
    assert last["max_completion_tokens"] == 50
    assert not {"max_tokens", "temperature"} & set(last)


def test_a_refusal_is_an_empty_answer(settings: Settings) -> None:
    script = in_turn(completion(None, refusal="I cannot"), completion("x", reason="content_filter"))
    with serving(script) as server:
        assert ask(settings(server.url))[0].content == ""
        assert ask(settings(server.url))[0].content == ""
