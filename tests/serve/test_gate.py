"""Who may ask, how much a request may bring, and what is kept of it; the workers are stood in for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from mtqa.errors import ConfigError
from mtqa.serve.app import Serving, make_app
from mtqa.serve.gate import origins
from mtqa.serve.jobs import Answer, Job
from mtqa.serve.limits import Limits
from mtqa.serve.meter import Meter
from mtqa.serve.queue import Busy, Ended

FORM = {"language": "ro", "text": "Ana vine."}


class Workers:
    """Answers at once, or fails as it is told."""

    ready, busy, waiting = 2, 0, 0

    def __init__(self, problem: Exception | None = None) -> None:
        self.problem, self.asked = problem, list[Job]()

    async def submit(self, job: Job, client: str) -> Answer:
        self.asked.append(job)
        if self.problem:
            raise self.problem
        return Answer(200, "application/json", b"{}", 3)

    def pids(self) -> list[int]:
        return []


class Site:
    """The application without a socket."""

    def __init__(self, workers: Workers | None = None, *origin: str, **settings: Any) -> None:
        self.workers, self.meter = workers or Workers(), Meter()
        limits = settings.pop("limits", Limits(chars=1_000))
        pool: Any = self.workers
        self.meter.watch(pool)
        serving = Serving(pool, limits, self.meter, **settings)
        app: Any = make_app(serving, origins(origin))
        self.client = lambda: httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://house:8081"
        )

    def ask(self, method: str, path: str, **named: Any) -> httpx.Response:
        async def steps() -> httpx.Response:
            async with self.client() as client:
                return await client.request(method, path, **named)

        return asyncio.run(steps())


def test_a_form_is_answered_by_a_worker() -> None:
    site = Site()
    assert site.ask("POST", "/v2/check", data=FORM).json() == {}
    (job,) = site.workers.asked
    assert job.docs == "http://house:8081/checks/"  # type: ignore[union-attr]


def test_what_clients_ask_before_they_send_a_text() -> None:
    site = Site()
    romanian = {"name": "Romanian", "code": "ro", "longCode": "ro-RO"}
    assert site.ask("GET", "/v2/languages").json() == [romanian]
    assert site.ask("GET", "/v2/info").json()["software"]["name"] == "mtqa"
    assert site.ask("GET", "/v2/maxtextlength").text == "1000"
    assert site.ask("GET", "/v2/healthcheck").text == "OK"


def test_the_link_of_an_issue_leads_to_a_page() -> None:
    page = Site().ask("GET", "/checks/spacing.hyphen")
    assert "White space beside a hyphen" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert Site().ask("GET", "/checks/<script>").status_code == 404


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, 401),
        ({"headers": {"Authorization": "Bearer wrong"}}, 401),
        ({"headers": {"Authorization": "Bearer s3cret"}}, 200),
        ({"data": {**FORM, "username": "ana", "apiKey": "s3cret"}}, 200),
        ({"data": {**FORM, "apiKey": "s3cre"}}, 401),
    ],
)
def test_a_token_is_a_header_or_languagetools_key(given: dict[str, Any], status: int) -> None:
    site = Site(token="s3cret")
    assert site.ask("POST", "/v2/check", **{"data": FORM, **given}).status_code == status


def test_with_a_token_only_health_and_description_are_open() -> None:
    site = Site(token="s3cret")
    assert site.ask("POST", "/v1/check", json={"target": "Ana"}).status_code == 401
    assert site.ask("POST", "/v1/feed", json={"target": "Ana"}).status_code == 401
    assert site.ask("GET", "/metrics").status_code == 401
    assert site.ask("GET", "/healthz").status_code == 200
    assert site.ask("GET", "/v2/languages").status_code == 200


def test_a_page_of_another_origin_may_not_ask_unless_it_is_named() -> None:
    def asked(site: Site, origin: str) -> httpx.Response:
        return site.ask("POST", "/v2/check", data=FORM, headers={"Origin": origin})

    closed = Site()
    assert asked(closed, "https://evil.example").status_code == 403
    assert closed.workers.asked == []
    assert asked(closed, "http://house:8081").status_code == 200
    cms = Site(None, "https://cms.example.org", "moz-extension://*")
    for origin in ("https://cms.example.org", "moz-extension://1b2c"):
        answer = asked(cms, origin)
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == origin
    assert asked(cms, "https://cms.example.org.evil.example").status_code == 403


def test_a_browser_is_told_before_it_sends() -> None:
    site = Site(None, "https://cms.example.org")
    asked = {
        "Origin": "https://cms.example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = site.ask("OPTIONS", "/v1/check", headers=asked)
    assert answer.status_code == 200
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert (
        site.ask("OPTIONS", "/v1/check", headers={**asked, "Origin": "https://a.b"}).status_code
        == 403
    )


@pytest.mark.parametrize("name", ["*", "cms.example.org", "https://*", "null", "https://a/b"])
def test_everybody_is_no_origin(name: str) -> None:
    with pytest.raises(ConfigError, match="name an origin"):
        origins([name])


def test_a_body_has_a_bound_whatever_it_says_of_its_length() -> None:
    site = Site()

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"a" * 10_000

    assert site.ask("POST", "/v2/check", content=b"a" * 100_000).status_code == 413
    assert site.ask("POST", "/v2/check", content=endless()).status_code == 413
    assert site.ask("POST", "/v2/check", data={**FORM, "text": "a" * 1_001}).status_code == 413
    assert site.workers.asked == []


def test_a_body_that_does_not_arrive_is_not_waited_for() -> None:
    site = Site(limits=Limits(arrival=0.05))

    async def never() -> AsyncIterator[bytes]:
        yield b"language=ro"
        await asyncio.Event().wait()

    assert site.ask("POST", "/v2/check", content=never()).status_code == 408


@pytest.mark.parametrize(
    ("problem", "status", "header"),
    [
        (Busy(7), 503, "7"),
        (Ended(504, "it took too long"), 504, None),
        (Ended(500, "it ended"), 500, None),
    ],
)
def test_what_cannot_be_checked_now_is_refused(
    problem: Exception, status: int, header: str | None
) -> None:
    site = Site(Workers(problem))
    plain = site.ask("POST", "/v2/check", data=FORM)
    assert (plain.status_code, plain.headers.get("retry-after")) == (status, header)
    assert plain.text == f"Error: {problem}"
    ours = site.ask("POST", "/v1/check", json={"target": "Ana"})
    assert ours.json() == {"error": str(problem)}


@pytest.mark.parametrize(
    ("method", "path", "named", "status"),
    [
        ("GET", "/v1/check", {}, 405),
        ("POST", "/v1/check", {"data": {"target": "Ana"}}, 415),
        ("POST", "/v2/check", {"files": {"text": b"Ana"}}, 415),
        ("POST", "/v2/check", {"data": {}}, 400),
        (
            "POST",
            "/v1/check",
            {"content": b"{", "headers": {"Content-Type": "application/json"}},
            400,
        ),
        ("POST", "/v3/check", {}, 404),
    ],
)
def test_a_request_that_is_none_is_refused(
    method: str, path: str, named: dict[str, Any], status: int
) -> None:
    assert Site().ask(method, path, **named).status_code == status


def test_the_log_has_no_text(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mtqa.serve"):
        site = Site()
        site.ask("POST", "/v2/check?text=Secretul&language=ro", data={"language": "ro"})
        site.ask("POST", "/v1/check", json={"target": "Secretul", "source": "Secretul"})
        site.ask("GET", "/Secretul")
        site.ask("GET", "/checks/Secretul")
    lines = [record.getMessage() for record in caplog.records if record.name == "mtqa.serve"]
    assert len(lines) == 4
    assert not any("Secret" in line for line in lines)
    assert "POST /v2/check 200" in lines[0]
    assert "chars=8 issues=3" in lines[0]
    assert "chars=16" in lines[1]
    assert "GET other 404" in lines[2]


def test_what_happens_is_counted() -> None:
    site = Site()
    for _ in range(2):
        site.ask("POST", "/v2/check", data=FORM)
    site.ask("POST", "/v2/check", data={})
    shown = site.ask("GET", "/metrics").text
    assert 'mtqa_requests_total{route="/v2/check",status="200"} 2.0' in shown
    assert 'mtqa_requests_total{route="/v2/check",status="400"} 1.0' in shown
    assert "mtqa_issues_total 6.0" in shown
    assert "mtqa_workers_ready 2.0" in shown


def test_health_says_whether_a_check_would_be_answered() -> None:
    site = Site()
    assert site.ask("GET", "/healthz").json()["status"] == "ok"
    site.workers.ready = 0
    assert site.ask("GET", "/healthz").status_code == 503


def test_what_nobody_waits_for_is_given_up() -> None:
    ended: list[bool] = []

    class Slow(Workers):
        async def submit(self, job: Job, client: str) -> Answer:
            try:
                await asyncio.Event().wait()
            finally:
                ended.append(True)
            raise AssertionError

    asyncio.run(_left_alone(Site(Slow()).client))
    assert ended == [True]


async def _left_alone(client: Callable[[], httpx.AsyncClient]) -> None:
    """Ask as a client that goes when its request has been sent."""
    async with client() as one:
        app = one._transport.app  # type: ignore[union-attr,attr-defined]
    messages = iter(
        [
            {"type": "http.request", "body": b"language=ro&text=Ana", "more_body": False},
            {"type": "http.disconnect"},
        ]
    )

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        pass

    await app(
        {
            "type": "http",
            "method": "POST",
            "path": "/v2/check",
            "query_string": b"",
            "headers": [(b"host", b"house")],
            "client": ("10.0.0.1", 1),
            "server": ("house", 80),
            "scheme": "http",
        },
        receive,
        send,
    )
