"""A server with the chat-completions interface on this machine, that answers as a test tells it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Response(NamedTuple):
    """What goes back: a status, content, and further headers."""

    status: int
    content: bytes
    headers: Mapping[str, str] = {}


Script = Callable[[dict[str, Any]], Response]


class Scripted(NamedTuple):
    """A running server: where it is, and the requests that it has had, with their headers."""

    url: str
    requests: list[dict[str, Any]]
    headers: list[Mapping[str, str]]

    @property
    def asked(self) -> list[str]:
        """The targets that it was asked about, in order."""
        return [segment["target"] for body in self.requests for segment in segments(body)]


@contextmanager
def serving(script: Script) -> Iterator[Scripted]:
    """A server that answers by a script for as long as the block lasts."""
    requests: list[dict[str, Any]] = []
    headers: list[Mapping[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            headers.append({**self.headers, "path": self.path})
            requests.append(body)
            response = script(body)
            with suppress(OSError):  # the client has left, or was killed
                self.send_response(response.status)
                for name, value in response.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(response.content)))
                self.end_headers()
                self.wfile.write(response.content)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Scripted(f"http://127.0.0.1:{server.server_port}/v1", requests, headers)
    finally:
        server.shutdown()
        server.server_close()


def segments(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The segments that a request asks about."""
    found: list[dict[str, Any]] = json.loads(body["messages"][1]["content"])["segments"]
    return found


def completion(content: str | None, *, reason: str = "stop", **message: Any) -> Response:
    """A chat completion with these words."""
    made = {
        "choices": [{"message": {"content": content, **message}, "finish_reason": reason}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10},
    }
    return Response(200, json.dumps(made).encode(), {"Content-Type": "application/json"})


def error(text: str, category: str = "mistranslation", severity: str = "major", **more: Any) -> Any:
    """An error as a model gives it."""
    return {"text": text, "category": category, "severity": severity, "suggestion": None,
            "source": "", "reason": "", **more}  # fmt: skip


def judging(found: Mapping[str, list[Any]], score: float = 80) -> Script:
    """A model that finds these errors in the targets that contain the keys, and none elsewhere."""

    def script(body: dict[str, Any]) -> Response:
        said = []
        for segment in segments(body):
            errors = [
                e for key, listed in found.items() if key in segment["target"] for e in listed
            ]
            said.append({"id": segment["id"], "score": score if errors else 100, "errors": errors})
        return completion(json.dumps({"segments": said}, ensure_ascii=False))

    return script
