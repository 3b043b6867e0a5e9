"""Who may speak to the desk: the browser that was given its address, and nothing it was lured to.

The address carries a random token, which becomes an HttpOnly, SameSite=Strict cookie. The Host
header must name this machine (a foreign name that was made to point here is refused: DNS
rebinding). What writes must come from the desk's own pages: same origin, with a token derived from
the session's. Every page may load the desk's own files only, and run no inline script.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: A request larger than this is no decision of an editor.
MOST_BYTES = 64_000
#: Seconds that a request may take to arrive.
PATIENCE = 30.0

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


_CLOSE = {"Connection": "close"}


class Guard:
    """ASGI middleware that lets only the desk's own pages through.

    Args:
        app: what is guarded.
        token: the secret of the printed address; a random one if not given.
        port: the port that is served, part of the cookie's name: cookies know no ports.
        hosts: names beside localhost and IP addresses under which the desk may be addressed.
    """

    def __init__(
        self, app: ASGIApp, token: str = "", port: int = 0, hosts: Iterable[str] = ()
    ) -> None:
        self.app = app
        self.token = token or secrets.token_urlsafe(32)
        self.cookie = f"mtqa_desk_{port}"
        self.hosts = frozenset({"localhost", *(host.lower() for host in hosts)})

    @property
    def csrf(self) -> str:
        """What a page must send along with a write; it betrays nothing of the token."""
        return hmac.new(self.token.encode(), b"csrf", hashlib.sha256).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or refuse it."""
        if scope["type"] != "http":
            return
        response = self._refusal(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        scope.setdefault("state", {})["csrf"] = self.csrf
        await (response or self.app)(scope, _limited(receive), with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that may not pass (or that brings the token); None if it may."""
        headers = Headers(scope=scope)
        if not self._our_host(headers.get("host", "")):
            return _no(
                421, "This desk does not answer to that name; use the address it printed, or an IP."
            )
        query = QueryParams(scope["query_string"])
        if scope["method"] == "GET" and scope["path"] == "/" and "token" in query:
            return self._enter(query["token"])
        if not self._known(headers):
            return _no(403, "Open the address that mtqa review printed, with its token.")
        if scope["method"] not in ("GET", "HEAD"):
            return self._write_refusal(headers)
        return None

    def _our_host(self, host: str) -> bool:
        before, _, port = host.rpartition(":")
        name = host if small(port) is None else before
        name = name.lower().strip("[]")
        if name in self.hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _known(self, headers: Headers) -> bool:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return False
        return cookie is not None and _same(cookie.value, self.token)

    def _enter(self, token: str) -> Response:
        """Take the token out of the address and into a cookie.

        A page that goes on by itself, not a redirect: a browser that was sent here from another
        program's link would leave a strict cookie out of the redirected request.
        """
        if not _same(token, self.token):
            return _no(403, "This token is not the desk's; open the address it printed last.")
        response = HTMLResponse(
            '<!doctype html><html lang="ro"><meta charset="utf-8"><title>mtqa</title>'
            '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">mtqa</a></p></html>'
        )
        response.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", path="/")
        return response

    def _write_refusal(self, headers: Headers) -> Response | None:
        """A write must come from one of our own pages, and be small JSON."""
        origin = headers.get("origin")
        if origin is not None and origin not in (
            f"{scheme}://{headers.get('host')}" for scheme in ("http", "https")
        ):
            return _no(403, "A page of another origin may not write here.")
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return _no(403, "A page of another origin may not write here.")
        if not _same(headers.get("x-csrf-token", ""), self.csrf):
            return _no(403, "The page's token is missing; reload it.")
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return _no(415, "Send application/json.")
        # what is sent in chunks is counted as it comes
        if "transfer-encoding" in headers:
            return None
        length = small(headers.get("content-length", ""))
        if length is None:
            return _no(411, "Say how long the request is.")
        return _no(413, "Too long for a decision.") if length > MOST_BYTES else None


def small(text: str) -> int | None:
    """The number that a stranger wrote, if it is one of ours: at most 18 digits of ASCII."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def _limited(receive: Receive) -> Receive:
    """What a request brings, and no more than it may: whatever it says of its length.

    Raises, when called:
        HTTPException: it is too long, or does not arrive.
    """
    seen, whole = 0, False

    async def limited() -> Message:
        nonlocal seen, whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), PATIENCE)
        except (asyncio.TimeoutError, TimeoutError):
            raise HTTPException(408, "The request did not arrive.\n", _CLOSE) from None
        seen += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if seen > MOST_BYTES:
            raise HTTPException(413, "Too long for a decision.\n", _CLOSE)
        return message

    return limited


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())


def _no(status: int, text: str) -> Response:
    return PlainTextResponse(f"{text}\n", status)
