"""The same bytes from a Ray cluster, also when a worker is killed or a node goes away."""

from __future__ import annotations

import json
import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

ray = pytest.importorskip("ray", reason="needs the extra mtqa[ray]")
if not hasattr(os, "mkfifo"):
    pytest.skip("holds a worker back with a named pipe", allow_module_level=True)

from mtqa import Config  # noqa: E402
from mtqa.corpus import ray_engine, watch  # noqa: E402
from mtqa.corpus.command import Request, run  # noqa: E402
from mtqa.corpus.run import Progress  # noqa: E402
from mtqa.corpus.store import Store  # noqa: E402
from mtqa.corpus.work import Chunk, Plan  # noqa: E402
from mtqa.readers.inputs import Inputs  # noqa: E402
from tests.conftest import ROOT  # noqa: E402
from tests.corpus.test_run import NEWS, content  # noqa: E402


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two nodes of one core each on this machine, beside a head without any."""
    from ray.cluster_utils import Cluster

    os.environ["RAY_DATA_DISABLE_PROGRESS_BARS"] = "1"
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    extra = made.add_node(num_cpus=1)
    ray.init(
        address=made.address,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": str(ROOT)}},
    )
    yield made, extra
    ray.shutdown()
    made.shutdown()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [json.dumps({"id": f"n{i}", "target": f"{NEWS[i % 4]} {i}"}) for i in range(200)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def request(news: Path, out: Path, engine: str) -> Request:
    return Request(
        Inputs((str(news),)), Config(), str(out), form="parquet", jobs=2, chunk=10, quiet=True,
        engine=engine,
    )  # fmt: skip


def test_a_killed_worker_and_a_removed_node_lose_nothing(
    cluster: Any, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyarrow")
    made, extra = cluster
    run(request(news, tmp_path / "local", "local"))
    run(request(news, tmp_path / "ray", "ray"))
    assert content(tmp_path / "ray") == content(tmp_path / "local")

    killed, removed, gate = (tmp_path / name for name in ("killed", "removed", "gate"))
    os.mkfifo(gate)
    opened = os.open(gate, os.O_RDWR)  # held open on both ends: who reads waits for a byte
    original = ray_engine._actor

    def disturbed(plan: Plan, store: Store) -> Any:
        class Disturbed(original(plan, store)):  # type: ignore[misc]
            def __call__(self, row: dict[str, Any]) -> dict[str, bytes]:
                number = pickle.loads(row["chunk"]).number
                if number == 30 and not killed.exists():
                    killed.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                if number == 150 and not removed.exists():
                    with gate.open("rb", buffering=0) as pipe:
                        pipe.read(1)  # waits until the driver has removed the other node
                done: dict[str, bytes] = super().__call__(row)
                return done

        return Disturbed

    def watched(progress: Progress) -> None:
        if progress.chunks == 1:
            made.remove_node(extra)
            removed.touch()
            os.write(opened, b"x" * 16)

    monkeypatch.setattr(ray_engine, "_actor", disturbed)
    monkeypatch.setattr(watch, "watching", lambda total, quiet: nullcontext(watched))
    progress, _ = run(request(news, tmp_path / "disturbed", "ray"))
    os.close(opened)
    assert killed.exists() and removed.exists() and progress.rows == 200
    assert content(tmp_path / "disturbed") == content(tmp_path / "local")


def test_chunks_travel_whole() -> None:
    from mtqa.corpus.run import chunked
    from mtqa.readers.records import Columns, Raw, records

    (chunk,) = chunked(records([Raw("a:1", {"target": "Bună."})], Columns()))
    copy: Chunk = pickle.loads(pickle.dumps(chunk))
    assert copy == chunk
