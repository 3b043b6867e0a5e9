"""One server with the chat-completions interface: a request out, an answer in, or why none.

Redirects are not followed and nothing is sent in the clear but to this machine, so that neither the
articles nor the key go anywhere that was not named.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from mtqa.common.language_model import LanguageModel
from mtqa.errors import ConfigError, MissingExtra, MtqaError
from mtqa.scorers.llm.address import KEY, endpoint, is_loopback, key_for, shown
from mtqa.scorers.llm.prompt import SCHEMA

if TYPE_CHECKING:
    import httpx
    from tenacity import RetryCallState

#: Bytes of an answer that are read; ten times what the longest honest one has.
_MOST = 4_000_000
#: The longest wait that a server may ask for, in seconds.
_LONGEST_WAIT = 120.0
_FOR_NOW = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_TOO_LONG = re.compile(r"context|too (?:long|large|many)|maximum.{0,20}(?:length|tokens)", re.I)
_SENT_AS = {"schema": "json_schema", "json": "json_object", "text": None}
_ABOUT_FORM = re.compile(r"response.?format|schema|grammar|structured", re.I)


class ModelError(MtqaError):
    """The model cannot be asked at all: its address, key or name is wrong, or it is down."""


class Unanswered(Exception):
    """A request has no answer, however often it was tried; others may have one."""


class TooLong(Exception):
    """A request does not fit the model's context."""


class _ForNow(Exception):
    """A try that failed for the time being.

    Attributes:
        after: seconds after which the server wants to be asked again; None if it does not say.
        down: whether there was no server at all.
    """

    def __init__(self, problem: str, after: float | None = None, *, down: bool = False) -> None:
        super().__init__(problem)
        self.after, self.down = after, down


class _Usage(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model has answered.

    Attributes:
        content: its words; empty where it refused.
        truncated: whether it was cut off.
        tokens_in, tokens_out: as the server counts them; None if it does not say.
    """

    content: str
    truncated: bool
    tokens_in: int | None
    tokens_out: int | None


class Server:
    """A server and the dialect that it has turned out to speak.

    Args:
        settings: where it is, and what it is asked for.
        sleep: waits between tries, in seconds.

    Raises:
        ConfigError: the address means nothing, or is neither HTTPS nor this machine.
        MissingExtra: ``mtqa[llm]`` is not installed.
    """

    def __init__(
        self, settings: LanguageModel, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.url = endpoint(settings.url)
        if not settings.name:
            raise ConfigError("no model is named; give --llm-model NAME, or judge.model.name")
        self.settings, self._sleep = settings, sleep
        self._lock = Lock()
        form = settings.answers
        self._forms = list(_SENT_AS if form == "auto" else (form,))
        self._length, self._temperature = "max_tokens", True
        self._key = key_for(self.url)
        self._client = _client(self.url, self._key, settings)

    def body(self, messages: Sequence[Mapping[str, str]], longest: int) -> dict[str, Any]:
        """The request as it is sent now.

        Args:
            messages: the prompt.
            longest: the longest answer, in tokens.
        """
        made: dict[str, Any] = {"model": self.settings.name, "messages": list(messages)}
        made[self._length] = longest
        if self._temperature:
            made["temperature"] = 0
        if self._forms[0] == "schema":
            schema = {"name": "judgement", "strict": True, "schema": SCHEMA}
            made["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self._forms[0] == "json":
            made["response_format"] = {"type": "json_object"}
        return {**made, **self.settings.body}

    def ask(
        self,
        messages: Sequence[Mapping[str, str]],
        longest: int,
        trying: Callable[[], Callable[[bool], None]] = lambda: lambda free: None,
    ) -> Answer:
        """The model's answer, after as many tries as the settings allow.

        Args:
            messages: the prompt.
            longest: the longest answer, in tokens.
            trying: called before every try; what it gives is called after one that failed, and
                told whether the failure was free of charge.

        Raises:
            ModelError: asking again would not help.
            Unanswered: no try had an answer.
            TooLong: the request does not fit the model.
        """
        from tenacity import Retrying, retry_if_exception_type, stop_after_attempt

        tries = Retrying(
            stop=stop_after_attempt(self.settings.retries + 1),
            wait=_wait,
            retry=retry_if_exception_type(_ForNow),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return tries(self._try, messages, longest, trying)
        except _ForNow as problem:
            if problem.down:
                raise ModelError(
                    f"{shown(self.url)}: {problem}; start the server, or leave out --llm"
                ) from None
            raise Unanswered(str(problem)) from None

    def _try(
        self,
        messages: Sequence[Mapping[str, str]],
        longest: int,
        trying: Callable[[], Callable[[bool], None]],
    ) -> Answer:
        """One try, made again at once in another dialect where the server asks for that."""
        for _ in range(len(_SENT_AS) + 2):
            failed = trying()
            body = self.body(messages, longest)
            try:
                status, headers, content = self._post(body)
            except _ForNow as problem:
                failed(problem.down)
                raise
            if status == 200:
                return _answer(content)
            failed(True)
            said = self._said(content)
            if status not in (400, 422) or not self._adapted(body, said):
                break
        raise self._problem(status, headers, said)

    def _post(self, body: Mapping[str, Any]) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and content of an answer, which is read for so long and so much."""
        import httpx

        deadline = time.monotonic() + self.settings.timeout
        content = b""
        try:
            with self._client.stream("POST", self.url, json=body) as response:
                for piece in response.iter_bytes():
                    content += piece
                    if len(content) > _MOST:
                        raise _ForNow("the answer has no end")
                    if time.monotonic() > deadline:
                        raise _ForNow(f"no answer within {self.settings.timeout:g} s")
                return response.status_code, response.headers, content
        except httpx.ConnectError as problem:
            raise _ForNow(f"cannot be reached ({_first(problem)})", down=True) from None
        except httpx.TimeoutException:
            raise _ForNow(f"no answer within {self.settings.timeout:g} s") from None
        except httpx.HTTPError as problem:
            raise _ForNow(f"{type(problem).__name__}: {_first(problem)}") from None

    def _adapted(self, body: Mapping[str, Any], said: str) -> bool:
        """Whether a complaint named something of the request that can be put otherwise."""
        with self._lock:
            if "max_completion_tokens" in said and "max_tokens" in body:
                self._length = "max_completion_tokens"
                return True
            if "temperature" in said and "temperature" in body:
                self._temperature = False
                return True
            sent = body.get("response_format", {}).get("type")
            if _ABOUT_FORM.search(said) and sent and len(self._forms) > 1:
                if sent == _SENT_AS[self._forms[0]]:  # else another thread has seen to it
                    del self._forms[0]
                return True
        return False

    def _said(self, content: bytes) -> str:
        """What the server complains of, on one line, without the key that it may have repeated."""
        text = content.decode("utf-8", "replace")
        try:
            found = msgspec.json.decode(content)
            problem = found.get("error", found) if isinstance(found, dict) else found
            text = problem.get("message", problem) if isinstance(problem, dict) else problem
        except (msgspec.DecodeError, RecursionError):
            pass
        line = " ".join(str(text).split())
        return (line.replace(self._key, "…") if self._key else line)[:200]

    def _problem(self, status: int, headers: Mapping[str, str], said: str) -> Exception:
        """What a status other than 200 means."""
        place = shown(self.url)
        if status in _FOR_NOW:
            return _ForNow(f"{status} {said}".strip(), _after(headers))
        if status in (400, 413, 422) and (status == 413 or _TOO_LONG.search(said)):
            return TooLong(said)
        if status in (401, 403):
            return ModelError(f"{place}: refuses the key ({status} {said}); set {KEY}")
        if status == 404:
            return ModelError(
                f"{place}: not found ({said}); check the address (up to /v1) and the model's name"
            )
        if 300 <= status < 400:
            return ModelError(f"{place}: leads elsewhere ({status}); give the final address")
        return ModelError(f"{place}: {status} {said}; check the model's name and judge.model.body")


def _client(url: str, key: str, settings: LanguageModel) -> httpx.Client:
    try:
        import httpx
        import json_repair  # noqa: F401
        import tenacity  # noqa: F401
    except ImportError as problem:
        raise MissingExtra(str(problem.name).replace("_", "-"), "llm") from None
    return httpx.Client(
        headers={"Authorization": f"Bearer {key}"} if key else {},
        timeout=settings.timeout,
        follow_redirects=False,
        # a proxy has no business with what stays on this machine
        trust_env=not is_loopback(urlsplit(url).hostname or ""),
        limits=httpx.Limits(max_connections=settings.concurrency),
    )


def _answer(content: bytes) -> Answer:
    """The answer in a completion.

    Raises:
        _ForNow: it is no completion.
    """
    try:
        found = msgspec.json.decode(content, type=_Completion)
        choice = found.choices[0]
    except (msgspec.DecodeError, IndexError, RecursionError):
        raise _ForNow("the answer is no chat completion") from None
    usage = found.usage or _Usage()
    refused = choice.message.refusal or choice.finish_reason == "content_filter"
    return Answer(
        "" if refused else choice.message.content or "",
        choice.finish_reason == "length",
        usage.prompt_tokens,
        usage.completion_tokens,
    )


def _after(headers: Mapping[str, str]) -> float | None:
    """The seconds in ``Retry-After``; dates are left to the back-off."""
    text = headers.get("retry-after", "")
    try:
        seconds = float(text)
    except ValueError:
        return None
    return min(max(seconds, 0.0), _LONGEST_WAIT) if seconds == seconds else None


def _wait(state: RetryCallState) -> float:
    """Seconds until the next try: what the server asks for, else longer each time, at random."""
    from tenacity import wait_random_exponential

    problem = state.outcome.exception() if state.outcome else None
    if isinstance(problem, _ForNow) and problem.after is not None:
        return problem.after
    return wait_random_exponential(multiplier=0.5, max=30)(state)


def _first(problem: Exception) -> str:
    return " ".join(str(problem).split())[:120] or type(problem).__name__
