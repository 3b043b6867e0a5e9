"""Fixtures of the desk's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mtqa.report.html.browser import executable
from mtqa.review.loading import load
from mtqa.review.records import read_report
from mtqa.review.store import Store
from tests.review.desk import Running, kluivert, morning, written


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Opens a desk with the given articles (one with three issues if none are given)."""
    stores: list[Store] = []

    def make(*articles: dict[str, Any], name: str = "desk.db") -> Store:
        store = Store(tmp_path / name)
        stores.append(store)
        load(store, read_report(written(tmp_path / "report.jsonl", articles or [kluivert()])))
        return store

    yield make
    for store in stores:
        store.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A running desk with a morning of 40 articles."""
    folder = tmp_path_factory.mktemp("desk")
    report = written(folder / "report.jsonl", morning())
    running = Running(
        report, "--editor", "Ana", "--glossary", str(folder / "glossary"), "--ui", "en"
    )
    running.folder = folder
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium; tests that need one are skipped where there is none."""
    chromium = executable()
    if chromium is None:
        pytest.skip("no chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as engine:
        launched = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()
