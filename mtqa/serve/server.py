"""Serving: the socket, the event loop, and an end in which what was begun is answered."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
import socket
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import uvicorn

from mtqa.review.protocol import PatientProtocol
from mtqa.serve.app import Serving, make_app
from mtqa.serve.gate import LOG
from mtqa.serve.limits import Limits
from mtqa.serve.meter import Meter
from mtqa.serve.pool import Pool
from mtqa.serve.worker import House


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a server is run.

    Attributes:
        limits: its bounds.
        token: the secret that a check needs; empty if none.
        origins: whose pages may ask; nobody's if None.
        docs: address below which the pages of the checks are; its own pages if empty.
        log: whether a line is logged of every request.
    """

    limits: Limits
    token: str = ""
    origins: re.Pattern[str] | None = None
    docs: str = ""
    log: bool = True


def serve(
    house: House, settings: Settings, listener: socket.socket, ready: Callable[[], None]
) -> None:
    """Serve until Ctrl-C or SIGTERM; ``ready`` is called when requests are answered.

    Raises:
        MtqaError: the workers cannot begin.
    """
    try:
        asyncio.run(_serve(house, settings, listener, ready))
    finally:
        listener.close()


async def _serve(
    house: House, settings: Settings, listener: socket.socket, ready: Callable[[], None]
) -> None:
    meter, limits = Meter(), settings.limits
    pool = Pool(house, limits, meter)
    meter.watch(pool)
    serving = Serving(pool, limits, meter, settings.token, settings.docs)
    config = uvicorn.Config(
        make_app(serving, settings.origins),
        http=_protocol(limits.connections // 2),
        limit_concurrency=limits.connections,
        log_config=None,
        log_level="error",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=int(limits.grace),
    )
    if settings.log:
        _log()
    server = _Server(config, ready)
    try:
        # before the workers: who ends the server while they begin ends it as well
        with server.signals():
            starting = asyncio.ensure_future(pool.start())
            while not starting.done() and not server.should_exit:
                await asyncio.wait({starting}, timeout=0.2)
            if starting.done():
                await starting
                await server.serve(sockets=[listener])
            else:
                starting.cancel()
    finally:
        await pool.close()


class _Server(uvicorn.Server):
    """uvicorn's server, which leaves the end of the process to its caller."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def signals(self) -> Iterator[None]:
        """Inside this, Ctrl-C, SIGTERM and a closed terminal end the server in good order, the
        second of them at once."""
        before: dict[int, Any] = {}
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    before[number] = signal.signal(number, self._end)
                except ValueError:  # not the main thread: whoever runs it sees to its end
                    break
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self, number: int, frame: Any) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing: :meth:`signals` does."""
        yield


def _protocol(most: int) -> Any:
    """A protocol under which one client has at most so many connections."""
    return partial(_Bounded, most, Counter())


class _Bounded(PatientProtocol):
    """A connection that is closed at once where its client has too many of them."""

    def __init__(self, most: int, held: Counter[str], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._most, self._held, self._host = most, held, ""

    def connection_made(self, transport: Any) -> None:
        """A client has connected."""
        peer = transport.get_extra_info("peername")
        self._host = str(peer[0]) if isinstance(peer, tuple) else "-"
        self._held[self._host] += 1
        super().connection_made(transport)
        if self._held[self._host] > self._most:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone, or was sent away."""
        self._held[self._host] -= 1
        if not self._held[self._host]:
            del self._held[self._host]
        super().connection_lost(exc)


def _log() -> None:
    """Lines on standard error, with their time in UTC."""
    import time

    handler = logging.StreamHandler(sys.stderr)
    form = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%dT%H:%M:%S")
    form.converter = time.gmtime
    handler.setFormatter(form)
    LOG.handlers[:] = [handler]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
