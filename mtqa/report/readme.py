"""``python -m mtqa.report.readme``: the parts of the README that are measured or printed.

They stand between ``<!-- NAME -->`` and ``<!-- /NAME -->`` and are taken from the rendered reports,
the table of checks, ``mtqa/checks/measured.json`` and ``profiles.json`` beside it; a test fails
when they are stale.
"""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Iterator

from mtqa.checks import BUILT_IN
from mtqa.checks.families import FAMILIES
from mtqa.checks.measured import measured, table
from mtqa.metrics.profiles import TABLE as PROFILES
from mtqa.report.samples import ROOT, render

README = ROOT / "README.md"
CHECKS = ROOT / "reports" / "checks.md"
_SHOWN = 16


def filled(readme: str) -> str:
    """``readme`` with every part between markers made anew."""
    parts = {
        "specimen": _specimen,
        "checks": _checks,
        "profiles": _profiles,
        "figures": _figures,
    }
    for name, make in parts.items():
        before, _, rest = readme.partition(f"<!-- {name} -->\n")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        body = "\n".join(make())
        readme = f"{before}<!-- {name} -->\n{body}\n<!-- /{name} -->{after}"
    return readme


def _specimen() -> Iterator[str]:
    """The top of the specimen's table as it prints."""
    lines = render()["specimen.txt"].splitlines()
    yield "```"
    yield from lines[: 5 + _SHOWN]
    yield "  …"
    yield "```"


def _checks() -> Iterator[str]:
    """A row for each family of checks."""
    yield "| family | checks | looks for | right on gold |"
    yield "|---|---:|---|---:|"
    families = Counter(check.name.partition(".")[0] for check in BUILT_IN)
    for family, looks_for in FAMILIES.items():
        rows = [measured(c.name) for c in BUILT_IN if c.name.startswith(f"{family}.")]
        true = sum(row.true for row in rows if row)
        issues = sum(row.issues for row in rows if row)
        share = f"{true}/{issues}" if issues else "–"
        yield f"| `{family}` | {families[family]} | {looks_for} | {share} |"


def checks_page() -> str:
    """``reports/checks.md``: a row for each check of the house."""
    return "\n".join(_every_check()) + "\n"


def _every_check() -> Iterator[str]:
    human = table().get("human", {}).get("sentences", 0)
    pairs = table().get("human with source", {}).values()
    yield "# What mtqa looks for"
    yield ""
    yield (
        "*Right on gold*: issues that overlap an annotated error, of all issues the check raised "
        "on the specimen, three article pairs and 165 machine-translated segments. *On human "
        "news*: issues in text that people wrote; most of them are real slips of the authors. "
        f"Checks marked with ◆ need the source and were measured with it, on "
        f"{sum(row['sentences'] for row in pairs):,} human translations; the others without it, "
        f"on {human:,} sentences."
    )
    yield ""
    yield "| check | category | finds | right on gold | on human news |"
    yield "|---|---|---|---:|---:|"
    for check in BUILT_IN:
        seen = measured(check.name)
        figures = ("–", "–") if seen is None else (seen.precision, str(seen.human))
        title = html.escape(check.title(), quote=False).replace("|", "\\|")
        mark = " ◆" if check.needs_source else ""
        yield f"| `{check.name}`{mark} | {check.category} | {title} | {figures[0]} | {figures[1]} |"


def _profiles() -> Iterator[str]:
    """A row for each profile: what it finds, and how often it rings on what people wrote."""
    made = json.loads(PROFILES.read_text(encoding="utf-8"))
    yield (
        "| profile | shown from confidence | found | right | issues in 100 human sentences: "
        "with source | Romanian alone |"
    )
    yield "|---|---:|---:|---:|---:|---:|"
    for name, row in made["profiles"].items():
        gold, paired, alone = (row[key] for key in ("gold", "with source", "Romanian alone"))
        cells = (
            f"`{name}`",
            f"{row['threshold']:g}",
            _interval(gold["recall"]),
            _interval(gold["precision"]),
            f"{_rate(paired, 'issues')} ({_rate(paired, 'serious')})",
            f"{_rate(alone, 'issues')} ({_rate(alone, 'serious')})",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield (
        f"Found and right: of {gold['gold']} errors in {made['gold']['segments']} segments of "
        "machine-translated news that no rule was made for, with 95 % intervals by bootstrap over "
        f"segments. Human sentences: {paired['sentences']:,} translations from English; major and "
        "critical issues in brackets."
    )


def _interval(figures: list[float]) -> str:
    """A share with its interval, in per cent."""
    value, low, high = (f"{100 * figure:.0f}" for figure in figures)
    return f"{value} % [{low}, {high}]"


def _rate(row: dict[str, int], key: str) -> str:
    return f"{100 * row[key] / row['sentences']:.1f}"


def _figures() -> Iterator[str]:
    """Recall and precision by gold set and category, without and with the source."""
    sets = {
        f"{name}{suffix}": result
        for part, suffix in (("gold", ""), ("gold with source", ", with source"))
        for name, result in table().get(part, {}).items()
    }
    yield "| | " + " | ".join(f"{name}: found | right" for name in sets) + " |"
    yield "|---|" + "---:|---:|" * len(sets)
    categories = dict.fromkeys(name for result in sets.values() for name in result["categories"])
    for category in categories:
        rows = [result["categories"].get(category) for result in sets.values()]
        yield f"| {category} | " + " | ".join(map(_pair, rows)) + " |"
    yield "| **all** | " + " | ".join(_pair(result["total"]) for result in sets.values()) + " |"
    human = table().get("human", {})
    if human:
        rate = 100 * human["issues"] / human["sentences"]
        yield ""
        yield (
            f"On {human['sentences']:,} sentences of human-written news mtqa raises {rate:.2f} "
            "issues per 100 sentences. On human translations with their source, per 100 sentences "
            f"(major and critical in brackets): {', '.join(_bitexts())}."
        )


def _bitexts() -> Iterator[str]:
    for language, row in table().get("human with source", {}).items():
        rate, serious = (100 * row[key] / row["sentences"] for key in ("issues", "serious"))
        yield f"{language}→ron {rate:.2f} ({serious:.2f})"


def _pair(row: dict[str, int] | None) -> str:
    if row is None:
        return "| "
    recall = f"{row['found']}/{row['gold']}" if row["gold"] else "–"
    precision = f"{row['true']}/{row['issues']}" if row["issues"] else "–"
    return f"{recall} | {precision}"


def main() -> None:
    """Rewrite the README and the page of checks."""
    pages = {README: filled(README.read_text(encoding="utf-8")), CHECKS: checks_page()}
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
