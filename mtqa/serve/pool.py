"""The workers and who has their ear: every request is answered or refused, and none hangs."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol

from mtqa.serve.jobs import Answer, Job, length
from mtqa.serve.limits import Limits
from mtqa.serve.queue import Busy, Ended, FairQueue, Ticket
from mtqa.serve.worker import Broken, House, Worker

#: Seconds before a worker is begun anew that did not come up, and the most that this grows to.
_PAUSE, _LONGEST_PAUSE = 0.2, 10.0
#: Workers that may die of one request before it is given up: the first may have been killed.
_DEATHS = 2


class Watch(Protocol):
    """Is told what becomes of requests and workers."""

    def refused(self, reason: str) -> None:
        """A request was not taken on, or given up: full, waited, timeout, died, ending."""

    def ended(self, reason: str) -> None:
        """A worker ended: timeout, died."""

    def took(self, seconds: float) -> None:
        """A check took so many seconds in its worker."""


class Pool:
    """Workers for requests, and one more of low priority for long texts, begun at the first.

    It lives in one event loop; :meth:`start` begins it, :meth:`close` ends it.

    Args:
        house: what to check under.
        limits: the bounds.
        watch: is told what happens.
    """

    def __init__(self, house: House, limits: Limits, watch: Watch) -> None:
        self._house, self._limits, self._watch = house, limits, watch
        self._lanes = {gentle: self._lane() for gentle in (False, True)}
        self._seats: list[asyncio.Task[None]] = []
        self._gentle_begun = False
        self._closing = False
        self._staff: set[Worker] = set()
        self._ready: set[Worker] = set()
        self._busy: set[Worker] = set()
        # a worker keeps up to two threads: one that asks, one that waits for its end
        self._threads = ThreadPoolExecutor(3 * (limits.workers + 1), "mtqa-worker")
        self._mean = 0.2

    def _lane(self) -> FairQueue:
        return FairQueue(self._limits.queue, self._limits.per_client)

    async def start(self) -> None:
        """Begin the workers, and wait until all of them take jobs.

        Raises:
            Broken: they cannot.
        """
        firsts = [asyncio.get_running_loop().create_future() for _ in range(self._limits.workers)]
        self._seats = [asyncio.create_task(self._seat(False, first)) for first in firsts]
        await asyncio.gather(*firsts)

    async def close(self) -> None:
        """End everything; what still waits is refused."""
        self._closing = True
        for lane in self._lanes.values():
            lane.drain(Busy(1))
        for worker in tuple(self._staff):
            worker.end()
        for seat in self._seats:
            seat.cancel()
        await asyncio.gather(*self._seats, return_exceptions=True)
        self._threads.shutdown(wait=False)

    @property
    def waiting(self) -> int:
        """Requests that wait."""
        return sum(len(lane) for lane in self._lanes.values())

    @property
    def ready(self) -> int:
        """Workers that take jobs."""
        return len(self._ready)

    @property
    def busy(self) -> int:
        """Workers that check at this moment."""
        return len(self._busy)

    def pids(self) -> Iterator[int]:
        """The processes of the workers."""
        return (worker.pid for worker in tuple(self._ready))

    async def submit(self, job: Job, client: str) -> Answer:
        """The answer to a job.

        Args:
            job: the job.
            client: who asks; each has a share of the queue.

        Raises:
            Busy: there is no room, or no worker was free in time.
            Ended: it took too long, or workers died of it.
        """
        cost = length(job)
        gentle = cost > self._limits.long
        lane = self._lanes[gentle]
        if self._closing or lane.full(client):
            self._watch.refused("ending" if self._closing else "full")
            raise Busy(self._retry_after(lane))
        loop = asyncio.get_running_loop()
        ticket = Ticket(job, client, cost, loop.create_future())
        lane.put(ticket)
        if gentle and not self._gentle_begun:
            self._gentle_begun = True
            self._seats.append(asyncio.create_task(self._seat(True)))
        patience = loop.call_later(self._limits.wait, self._waited, ticket, lane)
        try:
            return await ticket.answer
        finally:
            patience.cancel()
            ticket.answer.cancel()  # nothing, unless whoever asked has gone

    def _waited(self, ticket: Ticket, lane: FairQueue) -> None:
        if not ticket.begun and not ticket.answer.done():
            self._watch.refused("waited")
            ticket.fail(Busy(self._retry_after(lane)))

    def _retry_after(self, lane: FairQueue) -> int:
        """Seconds after which those who wait now should have been served."""
        return max(1, min(60, math.ceil(self._mean * len(lane) / self._limits.workers)))

    async def _seat(self, gentle: bool, first: asyncio.Future[None] | None = None) -> None:
        """A place in which one worker follows the other."""
        pause = _PAUSE
        while True:
            worker = await self._in_thread(Worker, self._house, gentle=gentle)
            self._staff.add(worker)
            try:
                await self._in_thread(worker.ready)
                self._ready.add(worker)
                if first is not None and not first.done():
                    first.set_result(None)
                pause = _PAUSE
                await self._serve(worker, self._lanes[gentle])
            except (Broken, EOFError) as problem:
                if first is not None and not first.done():
                    first.set_exception(_told(problem))
                    return
                self._watch.ended("died")
            finally:
                self._ready.discard(worker)
                self._busy.discard(worker)
                self._staff.discard(worker)
                worker.end()
                await asyncio.shield(self._in_thread(worker.bury))
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _serve(self, worker: Worker, lane: FairQueue) -> None:
        """Give a worker one request after the other, until it is dead."""
        dead = asyncio.ensure_future(self._in_thread(worker.wait))
        while True:
            coming = asyncio.ensure_future(lane.get())
            try:
                await asyncio.wait({coming, dead}, return_when=asyncio.FIRST_COMPLETED)
            except asyncio.CancelledError:
                coming.cancel()
                raise
            if dead.done():
                if coming.done():
                    lane.put_back(coming.result())
                coming.cancel()
                self._watch.ended("died")
                return
            self._busy.add(worker)
            if not await self._work(worker, coming.result(), lane):
                return
            self._busy.discard(worker)

    async def _work(self, worker: Worker, ticket: Ticket, lane: FairQueue) -> bool:
        """Let a worker answer a request; whether it is fit for the next."""
        loop = asyncio.get_running_loop()
        ticket.begun, begun = True, loop.time()
        asking = asyncio.ensure_future(self._in_thread(worker.ask, ticket.job))
        try:
            done, _ = await asyncio.wait({asking}, timeout=self._limits.timeout)
        except asyncio.CancelledError:  # the server ends
            ticket.fail(Busy(1))
            raise
        if not done:
            worker.end()
            with suppress(EOFError):
                await asking
            self._gone(ticket, "timeout")
            return False
        try:
            answer = asking.result()
        except EOFError:
            ticket.deaths += 1
            if ticket.deaths < _DEATHS and not self._closing:
                self._watch.ended("died")
                lane.put_back(ticket)
            else:
                self._gone(ticket, "died")
            return False
        self._mean += 0.1 * (loop.time() - begun - self._mean)
        self._watch.took(loop.time() - begun)
        if not ticket.answer.done():
            ticket.answer.set_result(answer)
        return True

    def _gone(self, ticket: Ticket, reason: str) -> None:
        """A worker ended over a request, which is given up."""
        self._watch.ended(reason)
        self._watch.refused(reason)
        if reason == "timeout":
            text = f"the check took more than {self._limits.timeout:g} s; send a shorter text"
            ticket.fail(Ended(504, text))
        else:
            ticket.fail(Ended(500, "the check ended unexpectedly; send the text in parts"))

    async def _in_thread(self, function: Any, *arguments: Any, **named: Any) -> Any:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: function(*arguments, **named))


def _told(problem: Exception) -> Broken:
    if isinstance(problem, Broken):
        return problem
    return Broken("a worker died while it began (out of memory?); give fewer --workers")
