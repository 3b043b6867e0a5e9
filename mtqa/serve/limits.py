"""How much a server takes on: every bound that it has, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The bounds of a server.

    Attributes:
        workers: processes that check; one more, of low priority, is begun for long texts.
        chars: code points that a text may have, each of target, source and reference.
        feed: code points that a feed may have, each of the two.
        timeout: seconds that a check may take before its worker is ended.
        queue: requests that may wait for a worker.
        share: the part of the queue that one client may fill.
        wait: seconds that a request may wait.
        arrival: seconds that a request may take to arrive.
        long: code points of all its texts from which a request goes to the worker for long texts.
        connections: how many may be open; one client may have half of them.
        grace: seconds that requests have to finish when the server ends.
    """

    workers: int = 2
    chars: int = 60_000
    feed: int = 2_000_000
    timeout: float = 60.0
    queue: int = 128
    share: float = 0.5
    wait: float = 60.0
    arrival: float = 30.0
    long: int = 15_000
    connections: int = 512
    grace: float = 20.0

    @property
    def form_bytes(self) -> int:
        """The largest body of a form: a letter is at most twelve bytes as it is sent."""
        return 12 * self.chars + 64_000

    @property
    def check_bytes(self) -> int:
        """The largest body of a check in JSON: three texts, a letter at most twelve bytes."""
        return 3 * 12 * self.chars + 64_000

    @property
    def feed_bytes(self) -> int:
        """The largest body of two feeds in JSON, hardly a letter of them escaped."""
        return 4 * self.feed + 64_000

    @property
    def per_client(self) -> int:
        """How many requests of one client may wait."""
        return max(1, int(self.queue * self.share))
