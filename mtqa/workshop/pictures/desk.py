"""``python -m mtqa.workshop.pictures.desk [PNG]``: the desk as the README shows it, in Chromium."""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

from mtqa.config import RULES_ALONE
from mtqa.errors import MtqaError
from mtqa.report.html.browser import chromium
from mtqa.workshop.samples import ROOT

#: What is pressed before the picture is taken: two suggestions applied.
_KEYS = "ss"
_ARTICLE = ("corpora/articles/02.ro.txt", "corpora/articles/02.en.txt", "en")


def take(picture: Path) -> None:
    """Open the desk on a shipped article pair, decide twice, and save what the screen shows.

    Raises:
        MtqaError: there is no Chromium, or no playwright.
    """
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        address = _desk(Path(folder))
        page = browser.new_page(
            viewport={"width": 1280, "height": 800},
            device_scale_factor=1.5,
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto(address)
        page.click(".paper a")
        page.wait_for_selector("body.ready")
        for key in _KEYS:
            page.keyboard.press(key)
            page.wait_for_selector("body.ready:not(.busy)")
        page.locator("#toast").evaluate("toast => toast.textContent = ''")
        page.locator("#cards").evaluate("cards => cards.blur()")
        page.screenshot(path=picture)


def _desk(folder: Path) -> str:
    """Serve a desk with the article from a thread that ends with us; its address."""
    import uvicorn

    from mtqa.model import Article
    from mtqa.pipeline import Checker
    from mtqa.readers import read_text
    from mtqa.report.formats import Run
    from mtqa.report.text_tables import jsonl
    from mtqa.review.app import make_app
    from mtqa.review.loading import load
    from mtqa.review.records import read_report
    from mtqa.review.server import address, listen
    from mtqa.review.store import Store

    target, source, language = _ARTICLE
    checker = Checker(RULES_ALONE)
    report = checker.check(
        Article(
            "kluivert",
            read_text(ROOT / target),
            read_text(ROOT / source),
            source_lang=language,
            meta={"target_path": "sport/kluivert.ro.txt"},
        )
    )
    path = folder / "report.jsonl"
    path.write_text(jsonl([report], Run(checker.signature, checker.config)), encoding="utf-8")
    store = Store(folder / "desk.db")
    load(store, read_report(path))
    listener = listen("127.0.0.1", None)
    port = listener.getsockname()[1]
    app = make_app(store, editor="Ana", port=port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    return address("127.0.0.1", port, app.token)


def main() -> None:
    """Take the picture."""
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "reports" / "review.png"
    try:
        take(picture)
    except MtqaError as problem:
        sys.exit(f"mtqa: {problem}")
    print(picture)


if __name__ == "__main__":
    main()
