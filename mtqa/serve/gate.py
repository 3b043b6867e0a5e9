"""Who may ask, how much a request may bring and how long, and what is logged of it: no text."""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
import time
from collections.abc import Iterable
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mtqa.errors import ConfigError
from mtqa.serve.meter import Meter

LOG = logging.getLogger("mtqa.serve")
#: After a request that was not read to its end, the connection is of no more use.
CLOSE = {"Connection": "close"}
#: Origins of which each is named, but for the id that a browser gives an extension.
_ORIGIN = re.compile(r"https?://[^\s/*]+|[a-z-]+-extension://[^\s/]+")
_HEADERS = ((b"x-content-type-options", b"nosniff"), (b"cache-control", b"no-store"))


def origins(named: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for the origins whose pages may ask; None if there are none.

    Args:
        named: each like ``https://cms.example.org``; of extensions also ``moz-extension://*``.

    Raises:
        ConfigError: one is no origin, or stands for any site.
    """
    listed = [name.rstrip("/") for name in named]
    for name in listed:
        if not _ORIGIN.fullmatch(name):
            raise ConfigError(
                f"--cors-origin {name}: name an origin, like https://cms.example.org or "
                "moz-extension://*"
            )
    patterns = [re.escape(name).replace(r"\*", "[^/]+") for name in listed]
    return re.compile("|".join(patterns)) if patterns else None


class Access:
    """ASGI middleware: no foreign page may ask; every answer is counted, and a line is logged of it
    with the route, not the address that was asked for, in which a text may stand.

    Args:
        app: what is guarded.
        meter: counts.
        allowed: the origins whose pages may ask.
        routes: addresses that are logged as they are; others are not.
    """

    def __init__(
        self,
        app: ASGIApp,
        meter: Meter,
        allowed: re.Pattern[str] | None,
        routes: Iterable[str],
    ) -> None:
        self.app, self.meter, self.allowed = app, meter, allowed
        self.routes = frozenset(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        state = scope.setdefault("state", {})
        state.update(chars=0, issues=0)
        begun, status = time.perf_counter(), 500
        self.meter.begun()

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        try:
            app = self.app if self._may(scope) else _FOREIGN
            await app(scope, receive, noted)
        finally:
            seconds = time.perf_counter() - begun
            route = self._route(scope["path"])
            self.meter.answered(route, status, seconds, state["issues"])
            client = scope["client"][0] if scope.get("client") else "-"
            LOG.info(
                "%s %s %s %d %.3fs chars=%d issues=%d",
                client,
                scope["method"] if scope["method"].isalpha() else "-",
                route,
                status,
                seconds,
                state["chars"],
                state["issues"],
            )

    def _route(self, path: str) -> str:
        head = f"/{path.split('/')[1]}/"
        return path if path in self.routes else head if head in self.routes else "other"

    def _may(self, scope: Scope) -> bool:
        """Whether it is no page of somebody else's that asks."""
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is None or (self.allowed and self.allowed.fullmatch(origin)):
            return True
        return origin.partition("://")[2] == headers.get("host")


_FOREIGN = PlainTextResponse("A page of this origin may not ask; see --cors-origin.\n", 403)


def require_token(request: Request, token: str, given: str = "") -> None:
    """Refuse a request without the server's secret, if it has one.

    Args:
        request: the request.
        token: the secret; empty if there is none.
        given: what came as a field of the form: clients of LanguageTool call it apiKey.

    Raises:
        HTTPException: it is missing or wrong.
    """
    if not token:
        return
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    found = shown.strip() if scheme.lower() == "bearer" else given
    if not hmac.compare_digest(found.encode("utf-8", "replace"), token.encode()):
        raise HTTPException(401, "a token is needed", {"WWW-Authenticate": "Bearer", **CLOSE})


async def body(request: Request, most: int, patience: float) -> bytes:
    """What a request brings.

    Args:
        request: the request.
        most: bytes that it may have, whatever it says of its length.
        patience: seconds that all of it may take to arrive.

    Raises:
        HTTPException: it is too long, or does not arrive.
    """
    said = request.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and (len(said) > 18 or int(said) > most):
        raise _too_long(most)
    try:
        return await asyncio.wait_for(_read(request, most), patience)
    except (asyncio.TimeoutError, TimeoutError):
        raise HTTPException(408, "the request did not arrive", CLOSE) from None


async def _read(request: Request, most: int) -> bytes:
    parts: list[bytes] = []
    seen = 0
    async for part in request.stream():
        seen += len(part)
        if seen > most:
            raise _too_long(most)
        parts.append(part)
    return b"".join(parts)


def _too_long(most: int) -> HTTPException:
    return HTTPException(413, f"the request has more than {most:,} bytes", CLOSE)


async def left(receive: Any) -> None:
    """Wait until whoever asked has gone; the request has been read."""
    while (await receive())["type"] != "http.disconnect":
        pass
