"""``python -m mtqa.report.readme``: the parts of the README that are measured or printed.

They stand between ``<!-- NAME -->`` and ``<!-- /NAME -->`` and are taken from the rendered reports,
the table of checks and ``mtqa/checks/measured.json``; a test fails when they are stale.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from mtqa.checks import BUILT_IN
from mtqa.checks.measured import measured, table
from mtqa.report.phrases import say
from mtqa.report.samples import render

README = Path(__file__).parent.parent.parent / "README.md"
_SHOWN = 16


def filled(readme: str) -> str:
    """``readme`` with every part between markers made anew."""
    parts = {"specimen": _specimen, "checks": _checks, "figures": _figures}
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
    yield from lines[: 3 + _SHOWN]
    yield "  …"
    yield "```"


def _checks() -> Iterator[str]:
    """A row for each check of the house."""
    sentences = table().get("human", {}).get("sentences", 0)
    yield "| check | category | finds | right on gold | on human news |"
    yield "|---|---|---|---:|---:|"
    for check_class in BUILT_IN:
        name, check = check_class.name, check_class
        seen = measured(name)
        figures = ("–", "–") if seen is None else (seen.precision, str(seen.human))
        title = html.escape(check.title(), quote=False).replace("|", "\\|")
        category = say(check.category, "en")
        yield f"| `{name}` | {category} | {title} | {figures[0]} | {figures[1]} |"
    yield ""
    yield (
        "*Right on gold*: issues that overlap an annotated error, of all issues the check raised "
        "on the specimen, three article pairs and 165 machine-translated segments, all without "
        f"their source. *On human news*: issues in {sentences:,} sentences that people wrote; most "
        "of them are real slips of the authors."
    )


def _figures() -> Iterator[str]:
    """Recall and precision by gold set and category."""
    sets = table().get("gold", {})
    yield "| | " + " | ".join(f"{name} recall | precision" for name in sets) + " |"
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
            "issues per 100 sentences."
        )


def _pair(row: dict[str, int] | None) -> str:
    if row is None:
        return "| "
    recall = f"{row['found']}/{row['gold']}" if row["gold"] else "–"
    precision = f"{row['true']}/{row['issues']}" if row["issues"] else "–"
    return f"{recall} | {precision}"


def main() -> None:
    """Rewrite the README."""
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(README)


if __name__ == "__main__":
    main()
