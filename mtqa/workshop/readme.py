"""``python -m mtqa.workshop.readme``: the parts of the README that are measured or printed.

They stand between ``<!-- NAME -->`` and ``<!-- /NAME -->`` and are taken from the rendered reports,
the table of checks, ``mtqa/judgement/measured.json`` and ``profiles.json`` beside it; a test fails
when they are stale.
"""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Iterator

from mtqa.checks.built_in import BUILT_IN
from mtqa.checks.families import FAMILIES
from mtqa.judgement.measured import measured, table
from mtqa.workshop.profiles import TABLE as PROFILES
from mtqa.workshop.samples import ROOT, render

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
    human = table()["human"]["sentences"]
    pairs = table()["human with source"].values()
    yield "# What mtqa looks for"
    yield ""
    yield (
        "*Right on gold*: issues that overlap an annotated error, of all issues the check raised "
        f"on {table()['learnt']['texts']:,} machine-translated segments that the rules were "
        "written and calibrated with. *On human text*: issues in text that people wrote; many are "
        "real slips of the authors. Checks marked with ◆ need the source and were measured with "
        f"it, on {sum(row['sentences'] for row in pairs):,} human translations; the others without "
        f"it, on {human:,} sentences."
    )
    yield ""
    yield "| check | category | finds | right on gold | on human text |"
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
            f"{_per_hundred(paired, 'issues')} ({_per_hundred(paired, 'serious')})",
            f"{_per_hundred(alone, 'issues')} ({_per_hundred(alone, 'serious')})",
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


def _figures() -> Iterator[str]:
    """Recall and precision on translations that no rule was made for, LanguageTool's beside them;
    then human text and the older gold."""
    dev = table()["dev"]
    yield "| | errors | found | right | LanguageTool: found | right |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, row in dev["rows"].items():
        if not row["gold"]:
            continue
        theirs = dev["languagetool"].get(name, {})
        shown = f"**{name}**" if name in ("all", "major and critical") else name
        cells = (
            str(row["gold"]),
            _shown(row, "recall"),
            _shown(row, "precision"),
            _shown(theirs, "recall"),
            _shown(theirs, "precision"),
        )
        yield f"| {shown} | {' | '.join(cells)} |"
    yield ""
    quality = dev["kendall"]["quality"]
    found, right = dev["rows"]["all"]["found"], dev["rows"]["all"]["right"]
    yield (
        f"{dev['texts']} segments of news by five systems ({dev['words']:,} words), annotated by a "
        "language model, that no rule was made for and nobody opened; 95 % intervals by bootstrap "
        f"over segments. Of {found} errors found, the suggestion is the annotator's correction for "
        f"{right}. Kendall of the quality with the annotator's score of a segment: "
        f"{quality[0]:.2f} [{quality[1]:.2f}, {quality[2]:.2f}]. LanguageTool has no categories, "
        "so its precision stands in the last row only."
    )
    yield ""
    yield (
        "In 100 sentences of human translations with their source mtqa raises (major and critical "
        f"in brackets): {', '.join(_bitexts())}. On {table()['human']['sentences']:,} of these "
        f"without the source: {_per_hundred(table()['human'], 'issues')}. Many are slips of the "
        "translators."
    )
    yield ""
    older = ", ".join(
        f"{name} {row['found']} of {row['gold']} errors, {row['true']} of {row['issues']} issues "
        "right"
        for name, row in table()["older"].items()
    )
    yield f"Older gold, in sight for months while rules were written, proves little: {older}."


def _shown(row: dict[str, list[float]], figure: str) -> str:
    return _interval(row[figure]) if figure in row else "–"


def _per_hundred(row: dict[str, int], key: str) -> str:
    return f"{100 * row[key] / row['sentences']:.1f}"


def _bitexts() -> Iterator[str]:
    for name, row in table()["human with source"].items():
        yield f"{name} {_per_hundred(row, 'issues')} ({_per_hundred(row, 'serious')})"


def main() -> None:
    """Rewrite the README and the page of checks."""
    pages = {README: filled(README.read_text(encoding="utf-8")), CHECKS: checks_page()}
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
