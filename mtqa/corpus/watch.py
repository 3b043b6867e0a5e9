"""How far a run is: a progress bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mtqa.corpus.run import Progress

#: Seconds between two lines in a log.
_PERIOD = 30.0

Watch = Callable[[Progress], None]


@contextmanager
def watching(total: int | None, *, quiet: bool = False) -> Iterator[Watch]:
    """What to tell of every advance; ``total`` rows if that is known."""
    if quiet:
        yield lambda progress: None
    elif sys.stderr is not None and sys.stderr.isatty():
        with _bar(total) as watch:
            yield watch
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int | None) -> Iterator[Watch]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import (
        Progress as Bar,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[rejected]}"),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, rate="", rejected="")
        rate = _Rate()

        def watch(progress: Progress) -> None:
            rejected = f"{progress.rejected} rejected" if progress.rejected else ""
            text = f"{rate(progress):,.0f}/s"
            bar.update(task, completed=progress.rows + progress.begun, rate=text, rejected=rejected)

        yield watch


def _lines(total: int | None) -> Watch:
    rate, last = _Rate(), [time.monotonic()]

    def watch(progress: Progress) -> None:
        now = time.monotonic()
        if now - last[0] < _PERIOD:
            return
        last[0] = now
        speed, rows = rate(progress), progress.rows + progress.begun
        of = f" of {total:,}" if total is not None else ""
        left = ""
        if total is not None and speed > 0:
            left = f", {_duration((total - rows) / speed)} left"
        rejected = f", {progress.rejected:,} rejected" if progress.rejected else ""
        print(f"mtqa: {rows:,}{of} rows, {speed:,.0f}/s{left}{rejected}", file=sys.stderr)

    return watch


class _Rate:
    """Rows a second since the start, those of an earlier run left out."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def __call__(self, progress: Progress) -> float:
        seconds = time.monotonic() - self._start
        rows = progress.rows + progress.begun - progress.kept
        return rows / seconds if seconds > 0 else 0.0


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min {rest:02d} s"
