"""The same bytes from a Ray cluster, also when a worker is killed or a node goes away."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ray = pytest.importorskip("ray", reason="needs the extra mtqa[ray]")
if not Path("/proc/self/cmdline").exists():
    pytest.skip("finds the workers to kill in /proc", allow_module_level=True)

from mtqa import Config  # noqa: E402
from mtqa.corpus import ray_engine  # noqa: E402
from mtqa.corpus.command import Request, run  # noqa: E402
from mtqa.corpus.work import Chunk, Receipt  # noqa: E402
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

    original = ray_engine._block
    killed: list[int] = []

    def disturbed(*given: Any) -> Iterator[Receipt]:
        for number, receipt in enumerate(original(*given)):
            if number == 3:
                killed.append(_kill_one_worker())
            if number == 6:
                made.remove_node(extra)
            yield receipt

    monkeypatch.setattr(ray_engine, "_block", disturbed)
    progress, _ = run(request(news, tmp_path / "disturbed", "ray"))
    assert killed and progress.rows == 200
    assert content(tmp_path / "disturbed") == content(tmp_path / "local")


def _kill_one_worker() -> int:
    """Kill -9 the process of one living actor."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            title = (entry / "cmdline").read_bytes()
            if title.startswith(b"ray::MapWorker"):
                os.kill(int(entry.name), signal.SIGKILL)
                return int(entry.name)
    raise AssertionError("no actor is alive")


def test_chunks_travel_whole() -> None:
    import pickle

    from mtqa.corpus.run import chunked
    from mtqa.readers.records import Columns, Raw, records

    (chunk,) = chunked(records([Raw("a:1", {"target": "Bună."})], Columns()))
    copy: Chunk = pickle.loads(pickle.dumps(chunk))
    assert copy == chunk
