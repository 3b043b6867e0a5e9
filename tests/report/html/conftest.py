"""A Chromium for the tests of the page, and pages that must stay quiet and offline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mtqa import Article, ArticleReport, Checker
from mtqa.config import Config
from mtqa.report.formats import Run
from mtqa.report.html.browser import chromium, executable
from mtqa.report.html.render import render
from tests.conftest import ARTICLES, SPECIMEN
from tests.report.html.made import PROBES, probe

_WATCH = """
addEventListener("securitypolicyviolation", (event) => { (window.violations ||= []).push(event.violatedDirective); });
"""


@dataclass
class Noise:
    """Everything a page did that a quiet, offline page does not do."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")  # Playwright's event loop must not outlive these tests
def browser() -> Iterator[Any]:
    """Chromium, or a skip that says how to get it."""
    pytest.importorskip(
        "playwright.sync_api", reason="Playwright is missing: pip install -e .[test]"
    )
    if executable() is None:
        pytest.skip("no Chromium found: apt install chromium, or set MTQA_CHROMIUM")
    with chromium() as running:
        yield running


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a file in a page of its own; when the test ends, every page must have been quiet."""
    opened: list[tuple[Any, Noise]] = []

    def open_page(file: Path, hash: str = "", **context: Any) -> Any:
        options = {
            "viewport": {"width": 1280, "height": 800},
            "color_scheme": "light",
            "reduced_motion": "reduce",  # colours are measured at once
        }
        page = browser.new_context(**options | context).new_page()
        page.set_default_timeout(30_000)
        noise = Noise()
        opened.append((page, noise))
        page.on("request", lambda request: noise.requests.append(request.url))
        page.on("console", lambda message: noise.messages.append(message.text))
        page.on("pageerror", lambda error: noise.messages.append(str(error)))
        page.on("dialog", lambda dialog: (noise.messages.append("dialog"), dialog.dismiss()))
        page.on("popup", lambda popup: noise.messages.append("popup"))
        page.add_init_script(_WATCH)
        page.goto(file.as_uri() + hash)
        return page

    yield open_page
    for page, noise in opened:
        assert noise.messages == []
        assert page.evaluate("window.violations || []") == []
        assert page.evaluate("window.pwned") is None
        itself = (page.url.partition("#")[0], "data:")
        assert [url for url in noise.requests if not url.startswith(itself)] == []
        page.context.close()


def _write(folder: Path, name: str, reports: Sequence[ArticleReport], ui: str = "en") -> Path:
    path = folder / f"{name}.html"
    content = render(reports, Run("checks:all", Config(ui=ui)))  # type: ignore[arg-type]
    path.write_bytes(content.encode())
    return path


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the reports of this session stand."""
    return tmp_path_factory.mktemp("html")


@pytest.fixture(scope="session")
def newsroom(checker: Checker) -> list[ArticleReport]:
    """The specimen and the three shipped pairs, two of them with their source."""
    articles = [Article("specimen", SPECIMEN.read_bytes().decode())]
    for name in ("02", "07", "09"):
        text = (ARTICLES / f"{name}.ro.txt").read_bytes().decode()
        lang = {"02": "en", "07": "de"}.get(name)
        source = (ARTICLES / f"{name}.{lang}.txt").read_bytes().decode() if lang else None
        articles.append(Article(f"articles/{name}", text, source, source_lang=lang))
    return [checker.check(article) for article in articles]


@pytest.fixture(scope="session")
def run_page(folder: Path, newsroom: list[ArticleReport]) -> Path:
    """A report of four articles."""
    return _write(folder, "run", newsroom)


@pytest.fixture(scope="session")
def pair_page(folder: Path, newsroom: list[ArticleReport]) -> Path:
    """A report of one article with its source."""
    return _write(folder, "pair", newsroom[1:2])


@pytest.fixture(scope="session")
def hostile_page(folder: Path) -> Path:
    """A report whose texts, names, reasons and suggestions all try to act."""
    return _write(folder, "hostile", [probe(n, text) for n, text in enumerate(PROBES)])


@pytest.fixture(scope="session")
def write(folder: Path) -> Callable[..., Path]:
    """Render reports into a file."""
    return lambda name, reports, ui="en": _write(folder, name, reports, ui)
