"""Who is next: a bounded queue in which every client gets its share.

Start-time fair queueing (Goyal, Vin and Cheng 1996): a request is stamped with the virtual time at
which it would begin if its client had a worker's share to itself, and the earliest stamp goes
first. A client that sends much, or long texts, waits behind itself, not before the others.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from mtqa.serve.jobs import Answer, Job

#: What a request costs beside its text, in code points.
_EACH = 300


class Busy(Exception):
    """No request can be taken on at present; whoever asked may come back in so many seconds."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"the server is busy; try again in {retry_after} s")


class Ended(Exception):
    """The check was begun and could not be finished: it took too long, or its worker died."""

    def __init__(self, status: int, text: str) -> None:
        self.status = status
        super().__init__(text)


@dataclass(eq=False)
class Ticket:
    """A request that waits or is in work.

    Attributes:
        job: what is asked.
        client: who asks.
        cost: in code points.
        answer: becomes the answer, Busy or Ended.
        stamp: the virtual time at which it may begin.
        begun: whether a worker has it.
        deaths: workers that died while they had it.
    """

    job: Job
    client: str
    cost: int
    answer: asyncio.Future[Answer]
    stamp: float = 0.0
    begun: bool = False
    deaths: int = 0
    counted: bool = field(default=False, repr=False)

    def fail(self, problem: Exception) -> None:
        """Give up, unless there is an answer already."""
        if not self.answer.done():
            self.answer.set_exception(problem)


class FairQueue:
    """A queue with a bound for all and a bound for each client; used in one event loop.

    Args:
        most: requests that may wait.
        per_client: those of one client.
    """

    def __init__(self, most: int, per_client: int) -> None:
        self._most, self._per_client = most, per_client
        self._now = 0.0
        self._next: dict[str, float] = {}
        self._waiting: Counter[str] = Counter()
        self._queue: asyncio.PriorityQueue[tuple[float, int, Ticket]] = asyncio.PriorityQueue()
        self._number = 0

    def __len__(self) -> int:
        return self._waiting.total()

    def full(self, client: str) -> bool:
        """Whether nothing more of that client is taken."""
        return len(self) >= self._most or self._waiting[client] >= self._per_client

    def put(self, ticket: Ticket) -> None:
        """Add a request; whoever asks in vain leaves the queue by finishing its answer."""
        ticket.stamp = max(self._now, self._next.get(ticket.client, 0.0))
        self._next[ticket.client] = ticket.stamp + ticket.cost + _EACH
        ticket.answer.add_done_callback(lambda _: self._leave(ticket))
        self._add(ticket)

    def put_back(self, ticket: Ticket) -> None:
        """Add a request again whose worker died, before all others of its time."""
        if not ticket.answer.done():
            ticket.begun = False
            self._add(ticket)

    async def get(self) -> Ticket:
        """The next request, as soon as there is one."""
        while True:
            stamp, _, ticket = await self._queue.get()
            self._leave(ticket)
            if not ticket.answer.done():
                self._now = max(self._now, stamp)
                self._forget()
                return ticket

    def drain(self, problem: Exception) -> None:
        """Give up all that wait."""
        while not self._queue.empty():
            ticket: Any = self._queue.get_nowait()[2]
            self._leave(ticket)
            ticket.fail(problem)

    def _add(self, ticket: Ticket) -> None:
        ticket.counted = True
        self._waiting[ticket.client] += 1
        self._number += 1
        self._queue.put_nowait((ticket.stamp, self._number, ticket))

    def _leave(self, ticket: Ticket) -> None:
        if ticket.counted:
            ticket.counted = False
            self._waiting[ticket.client] -= 1
            if not self._waiting[ticket.client]:
                del self._waiting[ticket.client]

    def _forget(self) -> None:
        """Clients whose time has come up to everybody's are as good as new."""
        if len(self._next) > 1_000:
            self._next = {who: when for who, when in self._next.items() if when > self._now}
