"""The server as a web application: Starlette routes, thin over the pool."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from mtqa.serve import forms, pages
from mtqa.serve.gate import Access, body, left, require_token
from mtqa.serve.jobs import CheckJob, FeedJob, Job, length
from mtqa.serve.languagetool import ROMANIAN, software
from mtqa.serve.limits import Limits
from mtqa.serve.meter import Meter
from mtqa.serve.pool import Pool
from mtqa.serve.queue import Busy, Ended


@dataclass(frozen=True)
class Serving:
    """What the handlers share.

    Attributes:
        pool: the workers.
        limits: the bounds.
        meter: the counts.
        token: the secret that a check needs; empty if none.
        docs: address below which the pages of the checks are; our own pages if empty.
    """

    pool: Pool
    limits: Limits
    meter: Meter
    token: str = ""
    docs: str = ""


def make_app(serving: Serving, allowed: re.Pattern[str] | None = None) -> ASGIApp:
    """The guarded application.

    Args:
        serving: what the handlers share.
        allowed: the origins whose pages may ask; none if not given.
    """
    routes = _routes()
    app = Starlette(routes=routes, exception_handlers=_HANDLERS)
    app.state.serving = serving
    inner: ASGIApp = app
    if allowed is not None:
        inner = CORSMiddleware(
            app,
            allow_origin_regex=allowed.pattern,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type"),
        )
    return Access(inner, serving.meter, allowed, _logged(routes))


def _routes() -> list[Route]:
    post = ["POST"]
    return [
        Route("/v2/check", _languagetool, methods=["GET", "POST"]),
        Route("/v2/languages", _languages),
        Route("/v2/info", _info),
        Route("/v2/maxtextlength", _longest),
        Route("/v2/healthcheck", _alive),
        Route("/v1/check", partial(_own, CheckJob), methods=post),
        Route("/v1/feed", partial(_own, FeedJob), methods=post),
        Route("/healthz", _health),
        Route("/metrics", _metrics),
        Route("/checks/{name}", _page),
    ]


def _logged(routes: Iterable[Route]) -> list[str]:
    return [route.path.partition("{")[0] for route in routes]


async def _languagetool(request: Request) -> Response:
    """LanguageTool's check: a form in, its JSON out."""
    serving: Serving = request.app.state.serving
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("", "application/x-www-form-urlencoded"):
        raise HTTPException(415, "send a form (application/x-www-form-urlencoded)")
    content = await body(request, serving.limits.form_bytes, serving.limits.arrival)
    form = forms.fields(request.url.query, content)
    require_token(request, serving.token, form.get("apiKey", ""))
    docs = serving.docs or f"{request.base_url}checks/"
    return await _answered(request, forms.languagetool(form, serving.limits, docs))


async def _own(kind: type[Any], request: Request) -> Response:
    """Our own checks: JSON in, a report out."""
    serving: Serving = request.app.state.serving
    require_token(request, serving.token)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415, "send application/json")
    limits = serving.limits
    most = limits.check_bytes if kind is CheckJob else limits.feed_bytes
    content = await body(request, most, limits.arrival)
    return await _answered(request, forms.own(content, kind, limits))


async def _answered(request: Request, job: Job) -> Response:
    """The answer of a worker, unless whoever asked has gone by then."""
    serving: Serving = request.app.state.serving
    request.scope["state"]["chars"] = length(job)
    client = request.client.host if request.client else ""
    working = asyncio.ensure_future(serving.pool.submit(job, client))
    gone = asyncio.ensure_future(left(request.receive))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        answer = working.result()
    finally:
        gone.cancel()
        working.cancel()
    request.scope["state"]["issues"] = answer.issues
    return Response(answer.body, answer.status, media_type=answer.media)


async def _languages(request: Request) -> Response:
    return JSONResponse([ROMANIAN])


async def _info(request: Request) -> Response:
    return JSONResponse({"software": software()})


async def _longest(request: Request) -> Response:
    serving: Serving = request.app.state.serving
    return PlainTextResponse(str(serving.limits.chars))


async def _alive(request: Request) -> Response:
    return PlainTextResponse("OK")


async def _health(request: Request) -> Response:
    """Whether a check would be answered."""
    pool: Pool = request.app.state.serving.pool
    found = {
        "status": "ok" if pool.ready else "no worker is ready",
        "workers": pool.ready,
        "busy": pool.busy,
        "waiting": pool.waiting,
    }
    return JSONResponse(found, 200 if pool.ready else 503)


async def _metrics(request: Request) -> Response:
    serving: Serving = request.app.state.serving
    require_token(request, serving.token)
    return Response(serving.meter.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


async def _page(request: Request) -> Response:
    found = pages.page(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "no such check")
    return HTMLResponse(found, headers={"Content-Security-Policy": pages.POLICY})


def _told(request: Request, status: int, text: str, headers: Any = None) -> Response:
    """Why there is no answer: as LanguageTool says it to its clients, or as JSON."""
    if request.url.path.startswith("/v1/"):
        return JSONResponse({"error": text}, status, headers=headers)
    return PlainTextResponse(f"Error: {text}", status, headers=headers)


async def _refused(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    return _told(request, problem.status_code, problem.detail, problem.headers)


async def _busy(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Busy)
    return _told(request, 503, str(problem), {"Retry-After": str(problem.retry_after)})


async def _ended(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Ended)
    return _told(request, problem.status, str(problem))


async def _left(request: Request, problem: Exception) -> Response:
    """Whoever asked has gone: nobody reads the answer."""
    return Response(status_code=400)


_HANDLERS: Any = {
    HTTPException: _refused,
    Busy: _busy,
    Ended: _ended,
    ClientDisconnect: _left,
}
