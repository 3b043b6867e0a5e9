"""What Prometheus reads of a server: how many, how long, how full. No text is in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

    from mtqa.serve.pool import Pool

#: Upper bounds of the times, in seconds.
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Meter:
    """Counts for one server, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "mtqa_requests",
            "Requests answered, by what was asked and by status.",
            ("route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "mtqa_request_seconds",
            "Seconds from a request's head to its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._checks = Histogram(
            "mtqa_check_seconds",
            "Seconds that a check took in its worker.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._issues = Counter("mtqa_issues", "Issues told of.", registry=self.registry)
        self._refused = Counter(
            "mtqa_refused",
            "Checks not made: full, waited, timeout, died, ending.",
            ("reason",),
            registry=self.registry,
        )
        self._ended = Counter(
            "mtqa_workers_ended",
            "Workers that ended: timeout, died.",
            ("reason",),
            registry=self.registry,
        )
        self._open = Gauge("mtqa_open_requests", "Requests in progress.", registry=self.registry)

    def watch(self, pool: Pool) -> None:
        """Show how full a pool is, and how large its workers are, whenever that is read."""
        self.registry.register(_Fullness(pool))

    def begun(self) -> None:
        """A request came."""
        self._open.inc()

    def answered(self, route: str, status: int, seconds: float, issues: int) -> None:
        """A request was answered."""
        self._open.dec()
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        self._issues.inc(issues)

    def refused(self, reason: str) -> None:
        """A check was not made."""
        self._refused.labels(reason).inc()

    def ended(self, reason: str) -> None:
        """A worker ended."""
        self._ended.labels(reason).inc()

    def took(self, seconds: float) -> None:
        """A check took so many seconds in its worker."""
        self._checks.observe(seconds)

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        found: bytes = generate_latest(self.registry)
        return found


class _Fullness:
    """Reads a pool when it is asked."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def collect(self) -> Iterable[Metric]:
        """The gauges of this moment."""
        pool = self._pool
        for name, text, value in (
            ("mtqa_queue", "Requests that wait for a worker.", pool.waiting),
            ("mtqa_workers_ready", "Workers that take requests.", pool.ready),
            ("mtqa_workers_busy", "Workers that check.", pool.busy),
        ):
            yield GaugeMetricFamily(name, text, value=value)
        memory = GaugeMetricFamily(
            "mtqa_worker_memory_bytes", "Memory that a worker holds (Linux).", labels=("pid",)
        )
        for pid in pool.pids():
            held = resident(pid)
            if held is not None:
                memory.add_metric((str(pid),), held)
        yield memory


def resident(pid: int) -> int | None:
    """The bytes of memory that a process holds; None where the system does not say."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return None
