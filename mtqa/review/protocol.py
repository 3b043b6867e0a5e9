"""HTTP for a desk: connections that say nothing, or never finish, are closed in good time.

A server without this waits for the head of a request for ever, and for the rest of a body when it
should end.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds that a connection may take to send the head of a request.
PATIENCE = 20.0


class PatientProtocol(H11Protocol):
    """uvicorn's protocol, with a patience that ends."""

    patience = PATIENCE
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """A client has connected."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """A client has said something, a whole request or a part of one."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone, or was sent away."""
        self._rest()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The server ends: requests that are being answered may finish, others not."""
        self._rest()
        if self._answering and getattr(self.cycle, "more_body", False):
            self.transport.abort()
        else:
            super().shutdown()

    @property
    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _watch(self) -> None:
        """Wait for the head of a request, or stop waiting for it: the deadline stays where it is
        for a client that sends a letter now and then."""
        if self._answering:
            self._rest()
        elif self._deadline is None and not self.transport.is_closing():
            self._deadline = self.loop.call_later(self.patience, self._give_up)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._deadline = None
        if not self._answering:
            self.transport.abort()
