"""``python -m mtqa.workshop.readme``: the parts of README and site that are measured or printed.

They stand between ``<!-- NAME -->`` and ``<!-- /NAME -->`` and are taken from the rendered reports,
the table of checks, ``mtqa/judgement/measured.json`` and ``profiles.json`` beside it; a test fails
when they are stale.
"""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mtqa.checks.built_in import BUILT_IN
from mtqa.checks.families import FAMILIES
from mtqa.judgement.measured import measured, table
from mtqa.workshop.profiles import TABLE as PROFILES
from mtqa.workshop.samples import ROOT, render

CHECKS = ROOT / "reports" / "checks.md"
#: Every page with such parts, and which it has.
PAGES = {
    ROOT / "README.md": ("specimen", "summary"),
    ROOT / "docs" / "checks" / "index.md": ("checks",),
    ROOT / "docs" / "guide" / "articles.md": ("profiles",),
    ROOT / "docs" / "measuring" / "index.md": ("figures",),
}
_SHOWN = 16
#: The rows of the figures that the README has; the site has them all.
_SUMMARY = ("critical", "major", "minor", "major and critical", "all")


def filled(page: str, names: Iterable[str]) -> str:
    """``page`` with the named parts, each between its marks, made anew.

    Raises:
        ValueError: the page lacks the marks of a part.
    """
    parts = {
        "specimen": _specimen,
        "summary": _summary,
        "checks": _checks,
        "profiles": _profiles,
        "figures": _figures,
    }
    for name in names:
        opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, opened, rest = page.partition(opening)
        _, closed, after = rest.partition(closing)
        if not opened or not closed:
            raise ValueError(f"a page has no marks for the part {name!r}: {opening.strip()}")
        body = "\n".join(parts[name]())
        page = f"{before}{opening}{body}\n{closing}{after}"
    return page


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
    model = made["with the model"]
    for name, threshold in ((name, row["threshold"]) for name, row in made["profiles"].items()):
        gold, paired_there = model[name]["gold"], model[name]["with source"]
        cells = (
            f"`{name}`, with `mtqa-qe-ro`",
            f"{threshold:g}",
            _interval(gold["recall"]),
            _interval(gold["precision"]),
            f"{_per_hundred(paired_there, 'issues')} ({_per_hundred(paired_there, 'serious')})",
            "–",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield (
        f"Found and right: of {gold['gold']} errors in {made['gold']['segments']} segments of "
        "machine-translated news that no rule was made for, with 95 % intervals by bootstrap over "
        f"segments. Human sentences: {paired['sentences']:,} translations from English; major and "
        f"critical issues in brackets. With the model: {paired_there['sentences']:,} sentences of "
        "NTREX that it did not learn from; its judge was trained on other texts."
    )


def _interval(figures: list[float]) -> str:
    """A share with its interval, in per cent."""
    value, low, high = (f"{100 * figure:.0f}" for figure in figures)
    return f"{value} % [{low}, {high}]"


def _summary() -> Iterator[str]:
    """By severity, what is found and how much of what is said is right, for the README."""
    yield from _rows(_SUMMARY)
    yield ""
    yield _dev()


def _figures() -> Iterator[str]:
    """Recall and precision on translations that no rule was made for, LanguageTool's beside them;
    then human text and the older gold."""
    dev = table()["dev"]
    yield from _rows(tuple(dev["rows"]))
    yield ""
    quality = dev["kendall"]["quality"]
    found, right = dev["rows"]["all"]["found"], dev["rows"]["all"]["right"]
    yield (
        f"{_dev()} Of {found} errors found, the suggestion is the annotator's correction for "
        f"{right}. Kendall of the quality with the annotator's score of a segment: "
        f"{quality[0]:.2f} [{quality[1]:.2f}, {quality[2]:.2f}]."
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


def _rows(names: Sequence[str]) -> Iterator[str]:
    """The named rows of the figures on ``dev`` that have errors, under their heading."""
    dev = table()["dev"]
    yield "| | errors | found | right | LanguageTool: found | right |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name in names:
        row, theirs = dev["rows"][name], dev["languagetool"].get(name, {})
        if not row["gold"]:
            continue
        shown = f"**{name}**" if name in ("all", "major and critical") else name
        cells = (
            str(row["gold"]),
            _shown(row, "recall"),
            _shown(row, "precision"),
            _shown(theirs, "recall"),
            _shown(theirs, "precision"),
        )
        yield f"| {shown} | {' | '.join(cells)} |"


def _dev() -> str:
    """What the figures were measured on."""
    dev = table()["dev"]
    model = json.loads(PROFILES.read_text(encoding="utf-8"))["with the model"]["balanced"]["gold"]
    return (
        f"{dev['texts']} segments of news by five systems ({dev['words']:,} words), annotated by a "
        "language model, that no rule was made for and nobody opened; 95 % intervals by bootstrap "
        "over segments. LanguageTool has no categories, so its precision stands in the last row "
        "only. These are the rules alone; with `mtqa-qe-ro` and the judge "
        f"{_interval(model['recall'])} of all are found, {_interval(model['precision'])} of what "
        "is shown is right."
    )


def _shown(row: dict[str, list[float]], figure: str) -> str:
    return _interval(row[figure]) if figure in row else "–"


def _per_hundred(row: dict[str, int], key: str) -> str:
    return f"{100 * row[key] / row['sentences']:.1f}"


def _bitexts() -> Iterator[str]:
    for name, row in table()["human with source"].items():
        yield f"{name} {_per_hundred(row, 'issues')} ({_per_hundred(row, 'serious')})"


def main() -> None:
    """Rewrite the README, the pages of the site with measured parts, and the page of checks."""
    made = {page: filled(page.read_text(encoding="utf-8"), names) for page, names in PAGES.items()}
    for path, text in (made | {CHECKS: checks_page()}).items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
