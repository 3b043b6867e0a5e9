"""Articles for the tests of reports: one from a real run, one made of everything that could act."""

from __future__ import annotations

from functools import lru_cache

from mtqa import Article, ArticleReport, Checker, Config
from mtqa.config import Align, Suppress
from mtqa.model import Issue, SourceSpan, Suppressed
from mtqa.report.formats import Problem, Run
from tests.conftest import ARTICLES

#: What no report may let act, hide or break on.
ODD = (
    '=HYPERLINK("http://rău.ro")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "::error::nu",
    "100%25\r",
    "](javascript:x) `cod` | @om *tare*",
    "<script>alert(1)</script>&amp;",
    "]]>",
    "\x07\x0b\u202eîntors\ufffe",
    "👩‍🚒 două\nrânduri",
    'a,b:c;"d"',
    "   ",
)


@lru_cache
def real() -> ArticleReport:
    """An article with its source, checked."""
    return Checker(Config(align=Align(encoder="lexical"))).check(
        Article(
            "02",
            (ARTICLES / "02.ro.txt").read_text(encoding="utf-8"),
            (ARTICLES / "02.en.txt").read_text(encoding="utf-8"),
            source_lang="en",
            meta={"target_path": "știri/02 ro.txt", "source_path": "știri/02 en.txt"},
        )
    )


def odd() -> ArticleReport:
    """An article whose marked words are :data:`ODD`; every second one has itself as suggestion."""
    target, issues = "", []
    source = "Sursa\nare două rânduri."
    for number, text in enumerate(ODD):
        start = len(target)
        target += f"{text} și atât.\n"
        issues.append(
            Issue(
                check="spacing.hyphen",
                category="spacing",
                severity=("neutral", "minor", "major", "critical")[number % 4],
                start=start,
                end=start + len(text),
                text=text,
                message=f"About {text}",
                suggestion=text if number % 2 else None,
                confidence=0.5,
                source_span=SourceSpan(6, 15, source[6:15]),
            )
        )
    meta = {"target_path": "odd,=1:%.ro.txt", "source_path": "odd.en.txt"}
    article = Article("=odd", target, source, meta=meta)
    return ArticleReport(article, (), tuple(issues), 100, 12.5, "fail", "-sig")


def clean() -> ArticleReport:
    """An article that passes, with one issue that stays quiet."""
    text = "Trump l -a acuzat pe Putin la Moscova."
    rule = Suppress(reason="citat", check="spacing")
    return Checker(Config(suppress=(rule,))).check(
        Article("bun", text, meta={"target_path": "bun.ro.txt"})
    )


def known() -> ArticleReport:
    """An article with one issue of a baseline."""
    report = Checker().check(
        Article("vechi", "Trump l -a văzut pe Putin.", meta={"target_path": "vechi.ro.txt"})
    )
    quiet = Suppressed(report.issues[0], "baseline", "known, in b.json", "b.json")
    return ArticleReport(report.article, report.segments, (), 5, 100.0, "pass", "s", {}, (quiet,))


def everything() -> list[ArticleReport]:
    """All of the above."""
    return [real(), odd(), clean(), known()]


def run(**options: object) -> Run:
    """A run with one article that could not be checked."""
    problems = (Problem("nu.ro.txt", "nu.ro.txt: no such file; check the path\x07"),)
    return Run("checks:all|lang:ro", Config(), **{"problems": problems, **options})  # type: ignore[arg-type]
