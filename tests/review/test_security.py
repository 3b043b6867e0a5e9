"""The guard: who may speak to the desk, and what every answer carries."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.review.store import Store
from tests.review.desk import HOSTILE, kluivert, record

TOKEN = "a-token-of-the-test"
HOST = "127.0.0.1:8470"


class Client:
    """Speaks to an application in this process, with the cookies of a browser."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.headers: dict[str, str] = {}
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **more: Any) -> Any:
        return self._send("GET", path, **more)

    def post(self, path: str, **more: Any) -> Any:
        return self._send("POST", path, **more)

    def _send(self, method: str, path: str, **more: Any) -> Any:
        import httpx

        async def send() -> Any:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=True)
            async with httpx.AsyncClient(
                transport=transport, base_url=f"http://{HOST}", cookies=self.cookies
            ) as client:
                headers = {**self.headers, **more.pop("headers", {})}
                answer = await client.request(method, path, headers=headers, **more)
                self.cookies.update(answer.cookies)
                return answer

        return asyncio.run(send())


@pytest.fixture
def client(opened: Callable[..., Store]) -> Client:
    """A browser that has opened the printed address."""
    pytest.importorskip("starlette")
    pytest.importorskip("httpx")
    from mtqa.review.app import make_app

    store = opened(kluivert(), record("ostil", f"{HOSTILE}\nText.", feed=HOSTILE))
    app = make_app(store, token=TOKEN, port=8470, editor="Ana")
    found = Client(app)
    found.get(f"/?token={TOKEN}")
    found.headers["x-csrf-token"] = app.csrf
    return found


def decide(client: Any, **headers: str) -> int:
    answer = client.post("/api/issues/1", json={"action": "accept", "version": 0}, headers=headers)
    return int(answer.status_code)


def test_the_token_opens_the_desk_and_becomes_a_strict_cookie(client: Any) -> None:
    answer = client.get(f"/?token={TOKEN}")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "mtqa_desk_8470" in cookie
    assert TOKEN not in answer.text
    assert client.get("/").status_code == 200


LONG = "9" * 5_000


@pytest.mark.parametrize("number", ["²", "٣", "-1", "1e3", "1_0", LONG, "9" * 30, ""])
def test_numbers_of_strangers(client: Any, number: str) -> None:
    for path in ("/?page={}", "/articles/1?page={}", "/api/articles/1/changes?since={}"):
        assert client.get(path.format(number)).status_code == 200
    for path in ("/articles/{}", "/articles/{}/diff", "/api/articles/{}/changes"):
        assert client.get(path.format(number)).status_code == 404
    if number:
        assert client.post(f"/api/issues/{number}", json={}).status_code == 404
    body = f'{{"action": "accept", "version": {number or 0}}}'.encode()
    headers = {"content-type": "application/json"}
    answer = client.post("/api/issues/1", content=body, headers=headers)
    assert answer.status_code in (200, 409, 422)
    assert client.post("/api/undo", content=b"{}", headers={**headers, "content-length": LONG})


def test_a_page_beyond_the_last_is_the_last(client: Any) -> None:
    assert "kluivert" in client.get("/?page=99999").text


@pytest.mark.parametrize("length", [None, "10", "²"])
def test_a_body_that_comes_in_chunks_is_counted(client: Any, length: str | None) -> None:
    """Whatever a request says of its length, no more than a decision is read of it."""
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield b" " * 10_000

    headers = {"content-type": "application/json", "transfer-encoding": "chunked"}
    if length is not None:
        headers["content-length"] = length.encode("utf-8").decode("latin-1")
    messages = endless()
    scope_headers = {**client.headers, **headers}
    status = asyncio.run(_stream(client, scope_headers, messages))
    assert status == 413
    assert read < 10


async def _stream(client: Any, headers: dict[str, str], chunks: AsyncIterator[bytes]) -> int:
    """Send an endless body, and give back the status of the answer."""
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    scope = {
        "type": "http", "method": "POST", "path": "/api/issues/1", "raw_path": b"/api/issues/1",
        "query_string": b"", "scheme": "http", "http_version": "1.1", "root_path": "",
        "headers": [
            (name.lower().encode(), value.encode("latin-1"))
            for name, value in {**headers, "host": HOST, "cookie": cookie}.items()
        ],
    }  # fmt: skip
    answers: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": await anext(chunks), "more_body": True}

    async def send(message: Any) -> None:
        answers.append(message)

    await client.app(scope, receive, send)
    return int(answers[0]["status"])


def test_a_request_that_never_arrives_is_given_up(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtqa.review import security

    async def never() -> AsyncIterator[bytes]:
        await asyncio.Event().wait()
        yield b""

    monkeypatch.setattr(security, "PATIENCE", 0.01)
    headers = {"content-type": "application/json", "content-length": "10"}
    status = asyncio.run(_stream(client, {**client.headers, **headers}, never()))
    assert status == 408


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: x"])
def test_a_connection_that_says_nothing_is_closed(
    client: Any, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    uvicorn = pytest.importorskip("uvicorn")
    from mtqa.review.protocol import PatientProtocol

    class Hasty(PatientProtocol):
        patience = 0.05

    async def spoken() -> bytes:
        config = uvicorn.Config(client.app, http=Hasty, lifespan="off", log_level="critical")
        config.load()
        state = uvicorn.server.ServerState()
        server = await asyncio.get_running_loop().create_server(
            lambda: Hasty(config, state, {}), "127.0.0.1"
        )
        async with server:
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(said)
            try:
                return await reader.read()
            except ConnectionResetError:
                return b""
            finally:
                writer.close()

    assert asyncio.run(spoken()) == b""


def test_a_removed_database_takes_no_decisions(client: Any, opened: Any, tmp_path: Path) -> None:
    assert decide(client) == 200
    path = tmp_path / "desk.db"
    path.rename(tmp_path / "away.db")
    body = {"action": "accept", "version": 0}
    answer = client.post("/api/issues/2", json=body)
    assert answer.status_code == 503
    assert "nothing is saved any more" in answer.json()["error"]
    path.write_bytes(b"")  # another file of that name is as bad
    assert client.post("/api/issues/2", json=body).status_code == 503
    path.unlink()
    (tmp_path / "away.db").rename(path)
    assert client.post("/api/issues/2", json=body).status_code == 200


@pytest.mark.parametrize("path", ["/", "/articles/1", "/static/desk.css", "/export/gold", "/x"])
def test_without_the_token_there_is_nothing_to_see(client: Any, path: str) -> None:
    client.cookies.clear()
    assert client.get(path).status_code == 403
    client.cookies["mtqa_desk_8470"] = "guessed"
    assert client.get(path).status_code == 403
    assert client.get("/?token=guessed").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8470", "localhost.evil.example", ""]
)
def test_a_foreign_name_that_points_here_is_refused(client: Any, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8470", "127.0.0.1:8470", "[::1]:8470", "192.168.1.7"])
def test_this_machine_s_own_names_are_answered(client: Any, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code in (200, 403)


def test_a_write_from_the_desk_s_own_page_is_taken(client: Any) -> None:
    own = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
    assert decide(client, **own) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"x-csrf-token": "guessed"},
        {"x-csrf-token": ""},
    ],
)
def test_a_write_from_another_page_is_refused(client: Any, headers: dict[str, str]) -> None:
    assert decide(client, **headers) == 403
    assert decide(client) == 200  # nothing was changed: the version is still 0


def test_a_form_cannot_write_and_nothing_large_or_broken_is_taken(client: Any) -> None:
    path = "/api/issues/1"
    assert client.post(path, data={"action": "accept"}).status_code == 415
    assert client.post(path, content=b'{"action"', headers={"content-type": "application/json"}).status_code == 422  # fmt: skip
    assert client.post(path, json={"action": "accept", "version": 0, "x": 1}).status_code == 422
    assert client.post(path, json={"comment": "x" * 70_000}).status_code == 413
    assert client.get("/api/undo").status_code == 405
    assert client.post("/api/issues/99", json={"action": "accept"}).status_code == 404


def test_every_answer_carries_the_policy(client: Any) -> None:
    for path in (
        "/",
        "/articles/1",
        "/articles/1/diff",
        "/static/shared.js",
        "/none",
        "/articles/9",
    ):
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy and "require-trusted-types-for" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_no_page_has_an_inline_script_style_or_handler(client: Any) -> None:
    for path in ("/?status=all", "/articles/1", "/articles/2", "/articles/2/diff"):
        page = re.sub("(?s)<script type=.application/json.*?</script>", "", client.get(path).text)
        assert "<script>" not in page and "<img" not in page
        assert " style=" not in page and "onerror='" not in page


def test_only_the_desk_s_own_files_are_served(client: Any) -> None:
    assert client.get("/static/desk.css").headers["content-type"].startswith("text/css")
    for name in ("nope.js", "..%2fapp.py", "%2e%2e/app.py"):
        assert client.get(f"/static/{name}").status_code == 404


def test_exports_are_files_to_save(client: Any) -> None:
    for path in (
        "/articles/2/export/text",
        "/articles/2/export/html",
        "/export/gold",
        "/export/names",
    ):
        answer = client.get(path)
        assert answer.headers["content-disposition"].startswith("attachment")
    assert "<script>" not in client.get("/articles/2/export/html").text
    for path in ("/articles/2/export/pdf", "/export/all", f"/articles/{10**30}"):
        assert client.get(path).status_code == 404
