"""Checking many articles: in processes, with a bar on a terminal."""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from mtqa.errors import MtqaError
from mtqa.model import Article, ArticleReport
from mtqa.pipeline import Checker

Outcome = tuple[Article, "ArticleReport | MtqaError"]

#: Articles handed out for each process: one in work, and others that wait.
_AHEAD = 4
#: Fewer articles than this are not worth a bar.
_FEW = 3

_checker: Checker | None = None


def checked(
    articles: Iterable[Article], checker: Checker, jobs: int, total: int
) -> Iterator[Outcome]:
    """The report of every article, or why there is none, in the order of the articles.

    Args:
        articles: what is checked.
        checker: checks them.
        jobs: processes; 1 works in this one.
        total: about how many there are, for the bar.
    """
    # a process costs seconds and the memory of the word lists: no more of them than work
    jobs = min(jobs, max(total, 1))
    made = _alone(articles, checker) if jobs == 1 else _pooled(articles, checker, jobs)
    with _bar(total) as advance:
        for outcome in made:
            advance()
            yield outcome


def _alone(articles: Iterable[Article], checker: Checker) -> Iterator[Outcome]:
    for article in articles:
        yield article, _outcome(checker, article)


def _outcome(checker: Checker, article: Article) -> ArticleReport | MtqaError:
    try:
        return checker.check(article)
    except MtqaError as problem:
        return problem


def _pooled(articles: Iterable[Article], checker: Checker, jobs: int) -> Iterator[Outcome]:
    left = iter(articles)
    # spawned, not forked: threads of libraries in this process would not survive a fork
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(checker,)) as pool:
        waiting: deque[tuple[Article, Future[ArticleReport | MtqaError]]] = deque()
        try:
            while True:
                for article in islice(left, jobs * _AHEAD - len(waiting)):
                    waiting.append((article, pool.submit(_work, article)))
                if not waiting:
                    return
                article, future = waiting.popleft()
                yield article, future.result()
        except BrokenProcessPool:
            raise MtqaError(
                "a process ended in the middle of its work (out of memory?); try fewer --jobs"
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin(checker: Checker) -> None:
    import os
    import signal

    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # two threads would fight for the core
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _checker
    _checker = checker


def _work(article: Article) -> ArticleReport | MtqaError:
    if _checker is None:
        raise RuntimeError("the checker was not made")
    return _outcome(_checker, article)


@contextmanager
def _bar(total: int) -> Iterator[Callable[[], None]]:
    """What to call after each article; a bar on a terminal, gone when the work is done."""
    if total < _FEW or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
