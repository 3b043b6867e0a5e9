"""Serving the desk: a free port, an address with a token, a clean end on Ctrl-C or SIGTERM."""

from __future__ import annotations

import ipaddress
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from mtqa.errors import InputError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

#: Tried first, so that the desk is found at the same place every morning.
FIRST_PORT = 8470
_TRIED = 20


def listen(host: str, port: int | None) -> socket.socket:
    """A listening socket.

    Args:
        host: the address or name to bind.
        port: the port; the first free one from 8470 on if None.

    Raises:
        InputError: the address or port cannot be had.
    """
    last: OSError | None = None
    for candidate in [port] if port else [*range(FIRST_PORT, FIRST_PORT + _TRIED), 0]:
        try:
            return _bound(host, candidate)
        except OSError as problem:
            last = problem
    where = f"{host}:{port}" if port else host
    reason = (last and last.strerror) or str(last)
    raise InputError(where, f"cannot listen there ({reason})", "choose another --port or --host")


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    found = socket.socket(family, kind, protocol)
    try:
        # a desk that was stopped a moment ago may come back at once; a running one is not shared
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(128)
    except OSError:
        found.close()
        raise
    return found


def address(host: str, port: int, token: str) -> str:
    """What to open in the browser."""
    shown = socket.gethostname() if host in ("0.0.0.0", "::", "") else host
    try:
        bracketed = f"[{shown}]" if ipaddress.ip_address(shown).version == 6 else shown
    except ValueError:
        bracketed = shown
    return f"http://{bracketed}:{port}/?token={token}"


def serve(app: ASGIApp, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; ``ready`` is called when requests are answered."""
    import uvicorn

    from mtqa.review.protocol import PatientProtocol

    class _Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=2,
    )
    try:
        _end_on_signals()
        _Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        pass  # uvicorn raises the signal again once everything is closed
    finally:
        listener.close()


def _end_on_signals() -> None:
    """SIGTERM, and a terminal that is closed, end the desk as Ctrl-C does: the caller cleans up."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def terminate(*_: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    with suppress(ValueError):  # not the main thread: whoever runs it sees to its end
        signal.signal(signal.SIGTERM, interrupt)
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, terminate)
