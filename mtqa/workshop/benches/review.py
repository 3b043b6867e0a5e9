"""``python -m mtqa.workshop.benches.review [ARTICLES]``: how fast a large desk is, in Chromium.

The articles are made of sentences of a shipped pair, about 300 words and ten issues each. Times are
taken in the browser: from the click to the drawn page, from the key to the drawn decision.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from mtqa.errors import MtqaError
from mtqa.model import CATEGORIES
from mtqa.report.html.browser import chromium
from mtqa.workshop.samples import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ISSUES = 10
_OPENED = 15


def report(path: Path, number: int) -> None:
    """Write a report of ``number`` articles with ten issues each."""
    dice = random.Random(1)
    target, source = (
        (ROOT / f"corpora/articles/02.{language}.txt").read_text(encoding="utf-8").splitlines()
        for language in ("ro", "en")
    )
    with path.open("w", encoding="utf-8") as file:
        for place in range(number):
            file.write(json.dumps(_article(place, target, source, dice), ensure_ascii=False) + "\n")


def _article(place: int, target: list[str], source: list[str], dice: random.Random) -> Any:
    order = dice.sample(range(len(target)), len(target))
    text = f"Titlul {place}\n" + "\n".join(target[n] for n in order)
    words = sorted(
        dice.sample(list(re.finditer(r"\w{4,}", text)), _ISSUES), key=lambda w: w.start()
    )
    return {
        "id": f"articol-{place:05}",
        "target_path": f"feed-{place % 20}/{place:05}.ro.txt",
        "verdict": "fail",
        "quality": dice.uniform(40, 99),
        "words": len(text.split()),
        "target": text,
        "source": f"Title {place}\n" + "\n".join(source[n % len(source)] for n in order),
        "source_lang": "en",
        "issues": [_issue(word, dice) for word in words],
    }


def _issue(word: re.Match[str], dice: random.Random) -> dict[str, Any]:
    category = dice.choice(CATEGORIES)
    return {
        "check": f"{category}.made",
        "category": category,
        "severity": dice.choice(("minor", "minor", "minor", "major", "critical")),
        "start": word.start(),
        "end": word.end(),
        "text": word[0],
        "message": f"Something is wrong with {word[0]}.",
        "suggestion": word[0].upper(),
        "confidence": 0.9,
    }


def measure(page: Page, address: str) -> dict[str, float]:
    """Milliseconds, medians: the first page, an article, a decision, a search."""
    page.goto(address)
    page.wait_for_selector(".paper")
    found = {"first page": _loaded(page, address.partition("/?")[0] + "/")}
    articles, decisions = [], []
    page.keyboard.press("Enter")
    page.wait_for_selector("body.article.ready")
    for _ in range(_OPENED):
        decisions += [_decision(page) for _ in range(_ISSUES)]
        begun = time.perf_counter()
        here = page.url.partition("#")[0]
        page.keyboard.press("Enter")
        page.wait_for_url(_other_than(here))
        page.wait_for_selector("body.article.ready")
        articles.append(1000 * (time.perf_counter() - begun))
    found["article"], found["decision"] = median(articles), median(decisions)
    found["decision, 95th of 100"] = sorted(decisions)[int(len(decisions) * 0.95)]
    found["search"] = _loaded(page, address.partition("/?")[0] + "/?q=Kluivert+1999")
    return found


def _other_than(address: str) -> Callable[[str], bool]:
    return lambda url: url.partition("#")[0] != address


def _loaded(page: Page, address: str) -> float:
    """Milliseconds until a page is loaded and its script has run, the median of five."""
    times = []
    for _ in range(5):
        page.goto(address)
        times.append(
            page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventEnd")
        )
    return float(median(times))


def _decision(page: Page) -> float:
    """Milliseconds from the key to the frame that shows the confirmed decision."""
    return float(
        page.evaluate(
            """() => new Promise((resolve) => {
              const card = document.querySelector('.card[aria-current]');
              const begun = performance.now();
              new MutationObserver((_, watcher) => {
                if (card.dataset.state === 'open') return;
                watcher.disconnect();
                requestAnimationFrame(() => resolve(performance.now() - begun));
              }).observe(card, { attributes: true });
              dispatchEvent(new KeyboardEvent('keydown', { key: 's' }));
            })"""
        )
    )


def _memory(process: int) -> float:
    """Megabytes that a process holds, and held at most (Linux)."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else float("nan")


def main() -> None:
    """Print what was measured."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.jsonl"
        report(path, number)
        begun = time.perf_counter()
        desk = subprocess.Popen(
            [sys.executable, "-m", "mtqa", "review", str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            assert desk.stdout is not None
            address = next(line.split()[1] for line in desk.stdout if line.startswith("Open "))
            size = path.stat().st_size / 1e6
            print(f"{number} articles, {number * _ISSUES} issues, {size:.0f} MB of report")
            print(f"  ready after {time.perf_counter() - begun:.1f} s")
            with chromium() as browser:
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                for name, milliseconds in measure(page, address).items():
                    print(f"  {name}: {milliseconds:.0f} ms")
            print(f"  server's memory at most: {_memory(desk.pid):.0f} MB")
        except MtqaError as problem:
            sys.exit(f"mtqa: {problem}")
        finally:
            desk.terminate()
            desk.wait()


if __name__ == "__main__":
    main()
