"""Nobody waits behind what somebody else sends in masses."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from mtqa.serve.jobs import CheckJob
from mtqa.serve.queue import Busy, FairQueue, Ticket


def run(steps: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(steps)


def ticket(client: str, cost: int = 200) -> Ticket:
    job = CheckJob(target="Ana")
    return Ticket(job, client, cost, asyncio.get_running_loop().create_future())


def test_one_clients_requests_keep_their_order() -> None:
    async def steps() -> None:
        queue, sent = FairQueue(10, 10), [ticket("a") for _ in range(3)]
        for one in sent:
            queue.put(one)
        assert [await queue.get() for _ in sent] == sent

    run(steps())


def test_a_newcomer_goes_before_what_another_client_has_in_store() -> None:
    async def steps() -> None:
        queue = FairQueue(10, 10)
        greedy, newcomer = [ticket("greedy") for _ in range(5)], ticket("newcomer")
        for one in greedy:
            queue.put(one)
        assert await queue.get() is greedy[0]
        queue.put(newcomer)
        assert [await queue.get(), await queue.get()] == [newcomer, greedy[1]]

    run(steps())


def test_long_texts_count_for_more() -> None:
    async def steps() -> None:
        queue = FairQueue(100, 100)
        for _ in range(5):
            queue.put(ticket("long", 10_000))
        for _ in range(20):
            queue.put(ticket("short", 100))
        order = [(await queue.get()).client for _ in range(25)]
        assert order[:2] == ["long", "short"]
        assert order[2:21] == ["short"] * 19

    run(steps())


def test_there_is_a_bound_for_all_and_one_for_each() -> None:
    async def steps() -> None:
        queue = FairQueue(3, 2)
        queue.put(ticket("a"))
        queue.put(ticket("a"))
        assert queue.full("a")
        assert not queue.full("b")
        queue.put(ticket("b"))
        assert queue.full("b")
        assert queue.full("c")
        await queue.get()
        assert not queue.full("c")

    run(steps())


def test_whoever_leaves_makes_room() -> None:
    async def steps() -> None:
        queue, gone, stays = FairQueue(2, 2), ticket("a"), ticket("a")
        queue.put(gone)
        queue.put(stays)
        gone.answer.cancel()
        await asyncio.sleep(0)
        assert len(queue) == 1
        assert await queue.get() is stays
        assert len(queue) == 0

    run(steps())


def test_what_a_dead_worker_had_goes_first() -> None:
    async def steps() -> None:
        queue, first, second = FairQueue(4, 4), ticket("a"), ticket("a")
        queue.put(first)
        queue.put(second)
        assert await queue.get() is first
        queue.put_back(first)
        assert await queue.get() is first

    run(steps())


def test_at_the_end_all_that_wait_are_told() -> None:
    async def steps() -> None:
        queue, waits = FairQueue(4, 4), ticket("a")
        queue.put(waits)
        queue.drain(Busy(1))
        assert isinstance(waits.answer.exception(), Busy)
        assert len(queue) == 0

    run(steps())
