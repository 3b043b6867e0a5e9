"""The same work on a Ray cluster: chunks through Ray Data, an actor pool, files to shared storage.

Each actor makes its checker once and writes the files of its chunks itself, whole or not at all, so
nothing but receipts travels back. Ray starts a chunk again on another node when its node or its
worker is lost; that the files are then written twice changes nothing, as the second are the same.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from mtqa.common.garbage import collect_rarely
from mtqa.corpus.pool import Engine
from mtqa.corpus.store import Store
from mtqa.corpus.work import Chunk, Plan, Receipt, Worker
from mtqa.errors import MissingExtra

#: Chunks handed to Ray at once for each actor: the input is never all in memory.
_AHEAD = 64


def on_ray(plan: Plan, store: Store, jobs: int, address: str | None) -> Engine:
    """Work on a Ray cluster.

    Args:
        plan: what the actors need to know.
        store: where they write; every node must reach it.
        jobs: number of actors, one core each.
        address: the cluster (``auto``, ``host:port``); one of this machine's if not given.

    Raises:
        MissingExtra: Ray is not installed.
    """
    try:
        import ray
    except ImportError:
        raise MissingExtra("ray", "ray") from None
    if not ray.is_initialized():
        ray.init(
            address=address,
            log_to_driver=False,
            logging_level=logging.ERROR,
            include_dashboard=False if address is None else None,
        )
    # receipts alone come back: of rows in between nothing is told
    return lambda chunks, advanced: _run(plan, store, jobs, iter(chunks))


def _run(plan: Plan, store: Store, jobs: int, chunks: Iterator[Chunk]) -> Iterator[Receipt]:
    import ray

    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    while block := list(islice(chunks, _AHEAD * jobs)):
        yield from _block(plan, store, jobs, block)


def _block(plan: Plan, store: Store, jobs: int, block: Iterable[Chunk]) -> Iterator[Receipt]:
    import ray

    rows = [{"chunk": pickle.dumps(chunk)} for chunk in block]
    dataset = ray.data.from_items(rows, override_num_blocks=len(rows)).map(
        _actor(plan, store),
        compute=ray.data.ActorPoolStrategy(size=min(jobs, len(rows))),
        num_cpus=1,
    )
    for row in dataset.iter_rows():
        yield msgspec.json.decode(row["receipt"], type=Receipt)


def _actor(plan: Plan, store: Store) -> Any:
    """The class of the pool's workers. What they need travels inside it and not through the object
    store, which could lose it with a node."""

    class Actor:
        def __init__(self) -> None:
            collect_rarely()
            self._worker = Worker(plan, store)

        def __call__(self, row: dict[str, Any]) -> dict[str, bytes]:
            chunk: Chunk = pickle.loads(row["chunk"])
            return {"receipt": msgspec.json.encode(self._worker(chunk))}

    return Actor
