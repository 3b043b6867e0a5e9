"""How often Python looks for cyclic garbage, in processes that are mtqa's own."""

from __future__ import annotations

import gc


def collect_rarely() -> None:
    """Look for cyclic garbage a hundred times more rarely than Python does by itself.

    The checks make next to none, while every full search walks through all entries of the lexicons:
    a quarter of the time of scoring a corpus. Only for processes of our own, never for a host's.
    """
    gc.set_threshold(70_000, 50, 100)
