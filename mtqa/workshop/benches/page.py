"""``python -m mtqa.workshop.benches.page [ARTICLES]``: how fast a large report opens in Chromium.

The articles are made of sentences of the shipped ones, about 600 words and 20 issues each, with
their source beside them; every issue has its own reason, as in earnest.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from mtqa.config import Config
from mtqa.errors import MtqaError
from mtqa.judgement.quality import quality, verdict
from mtqa.model import CATEGORIES, SEVERITIES, Article, ArticleReport, Issue, Segment, Span
from mtqa.report.formats import Run
from mtqa.report.html.browser import chromium
from mtqa.report.html.render import render
from mtqa.workshop.samples import ROOT

_SENTENCES, _ISSUES, _RUNS = 39, 20, 5


def made(number: int, seed: int = 7) -> list[ArticleReport]:
    """``number`` reports of made-up articles with their sources; the same ones every time."""
    random = Random(seed)
    folder = ROOT / "corpora" / "articles"
    lines = {
        language: [
            line
            for path in sorted(folder.glob(f"*.{language}.sents.txt"))
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
        for language in ("src", "tgt")
    }
    return [_article(n, lines["src"], lines["tgt"], random) for n in range(number)]


def _article(n: int, source: list[str], target: list[str], random: Random) -> ArticleReport:
    sides = [_text(random.choices(lines, k=_SENTENCES)) for lines in (source, target)]
    segments = tuple(
        Segment((left,), (right,), 0.8)
        for left, right in zip(sides[0][1], sides[1][1], strict=True)
    )
    article = Article(
        f"2026-11/{n:05}.ro.txt",
        sides[1][0],
        sides[0][0],
        source_lang="en",
        meta={"target_path": f"feed/{n:05}.ro.txt"},
    )
    issues = _issues(article.target, random)
    words = len(article.target.split())
    score = quality(issues, words)
    gate = Config().gate
    return ArticleReport(
        article, segments, issues, words, score, verdict(issues, score, gate), "made"
    )


def _text(sentences: list[str]) -> tuple[str, list[Span]]:
    """Sentences as a text in paragraphs of three, with their places."""
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        text += "" if not text else "\n" if number % 3 == 1 else " "
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def _issues(text: str, random: Random) -> tuple[Issue, ...]:
    """Issues on words picked at random, few of them critical."""
    place, places = 0, []
    for word in text.split():
        place = text.index(word, place)
        places.append((place, place + len(word)))
        place += len(word)
    found = []
    for start, end in sorted(random.sample(places, min(_ISSUES, len(places)))):
        word = text[start:end]
        severity = random.choices(SEVERITIES, weights=(1, 12, 5, 0.4))[0]
        found.append(
            Issue(
                f"made.{random.randrange(60)}",
                random.choice(CATEGORIES),
                severity,
                start,
                end,
                word,
                f"“{word}” at {start} stands here in place of what the source says there.",
                f"„{word}” de la {start} stă aici în locul a ceea ce spune sursa acolo.",
                random.choice((None, "", word[::-1])),
                round(random.uniform(0.5, 1), 3),
            )
        )
    return tuple(found)


def _seconds_to_use(page_file: Path) -> tuple[float, float]:
    """Seconds until the overview is drawn and answers, and from a click to an open article."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        start = perf_counter()
        page.goto(page_file.as_uri())
        page.wait_for_selector("[data-article]")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        usable = perf_counter() - start
        start = perf_counter()
        page.locator("[data-article]").first.click()
        page.wait_for_selector(".card")
        return usable, perf_counter() - start


def main() -> None:
    """Render, open and print the figures."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    reports = made(number)
    start = process_time()
    content = render(reports, Run("made", Config()))
    seconds = process_time() - start
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(content, encoding="utf-8", newline="\n")
        words = sum(report.words for report in reports) // max(number, 1)
        size = path.stat().st_size / 1e6
        print(
            f"{number} articles of {words} words, {_ISSUES} issues each: {size:.1f} MB, "
            f"rendered in {seconds:.1f} s CPU"
        )
        try:
            times = [_seconds_to_use(path) for _ in range(_RUNS)]
        except MtqaError as problem:
            sys.exit(f"mtqa: {problem}")
    usable, opened = (median(column) for column in zip(*times, strict=True))
    print(
        f"Chromium, median of {_RUNS}: usable after {usable:.2f} s, "
        f"an article opens in {opened:.2f} s"
    )


if __name__ == "__main__":
    main()
