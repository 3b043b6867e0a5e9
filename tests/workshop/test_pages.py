"""The site: a page for every check, with what it says and what was measured; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mtqa.checks.built_in import BUILT_IN
from mtqa.checks.registry import all_checks
from mtqa.judgement.measured import measured
from mtqa.workshop import pages, site
from tests.conftest import ROOT

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def test_every_check_has_a_page_that_its_family_lists() -> None:
    made = pages.pages()
    assert len(made) == len(BUILT_IN)
    listed = [path for paths in pages.families().values() for path in paths]
    assert sorted(listed) == sorted(made)


def test_a_page_says_what_the_check_is_and_how_right_it_was() -> None:
    page = pages.page(type(all_checks()["grammar.one-of"]))
    seen = measured("grammar.one-of")
    assert seen is not None
    assert page.startswith("# grammar.one-of\n\nUnul for una or the reverse before")
    assert "| Category | grammar (Linguistic conventions/Grammar) |" in page
    assert "| Severity | minor |" in page
    assert f"| Right, of the issues it raised on gold | {seen.precision}, " in page


def test_figures_have_their_cases_and_an_interval() -> None:
    assert pages._share(3, 4) == "3/4, 75 % [30, 95]"
    assert pages._share(0, 0) == pages._share(None, None) == "–"


def test_reasons_stand_in_both_languages_with_gaps_for_what_is_found() -> None:
    assert (
        "Two capitals at the beginning of “…”.",
        "Două majuscule la începutul cuvântului „…”.",
    ) in pages.reasons(type(all_checks()["casing.doubled-capital"]))


def test_reasons_of_another_check_of_the_module_are_not_shown() -> None:
    said = pages.reasons(type(all_checks()["spacing.zero-width"]))
    assert said == [
        ("A character without width (U+…).", "Caracter fără lățime (U+…)."),
    ]


def test_nearly_every_check_has_its_reasons() -> None:
    silent = [check.name for check in BUILT_IN if not pages.reasons(check)]
    assert len(silent) <= 0.1 * len(BUILT_IN), silent


def test_rows_of_a_table_stand_with_their_provenance() -> None:
    page = pages.page(type(all_checks()["meaning.sense"]))
    assert "| strike=grevă |" in page
    assert page.count("\n| ") < 150, "only the rows that speak most"


@pytest.mark.parametrize(
    ("docstring", "markdown"),
    [
        ("Made by :class:`mtqa.Check` and ``find``.", "Made by `mtqa.Check` and `find`."),
        ("A tag <b> or *word* [1]", "A tag \\<b> or \\*word\\* \\[1\\]"),
        ("Left alone: `<b>` and `a_b`.", "Left alone: `<b>` and `a_b`."),
    ],
)
def test_docstrings_are_text_not_markup(docstring: str, markdown: str) -> None:
    assert pages.plain(docstring) == markdown


def test_the_command_line_is_shown_whole() -> None:
    text = "\n".join(pages.commands())
    for name in ("mtqa check", "mtqa evaluate spans", "mtqa models show"):
        assert re.search(rf"^#+ {name}$", text, re.MULTILINE), name
    assert "--min-quality" in text
    assert "-h, --help" in text


@pytest.mark.parametrize(
    ("html", "fetched"),
    [
        ('<script src="https://example.org/a.js"></script>', ["https://example.org/a.js"]),
        ('<img alt="x" src="//example.org/a.png">', ["//example.org/a.png"]),
        (
            '<link rel="stylesheet" href="https://fonts.example.org/css">',
            ["https://fonts.example.org/css"],
        ),
        ('<link href="https://fonts.example.org" rel="preconnect">', ["https://fonts.example.org"]),
        ('<a href="https://themqm.org">MQM</a><script src="assets/a.js"></script>', []),
        ('<link rel="canonical" href="https://example.org/page">', []),
    ],
)
def test_what_a_page_would_fetch_is_heard(html: str, fetched: list[str]) -> None:
    assert pages.foreign(html) == fetched


def navigation(entries: list[Any]) -> Iterator[str]:
    """The pages in a part of ``mkdocs.yml``'s navigation."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for under in entry.values():
                yield from navigation(under if isinstance(under, list) else [under])


@pytest.fixture
def config() -> dict[str, Any]:
    """The configuration of the site, as MkDocs hands it to the hooks."""
    yaml = pytest.importorskip("yaml")
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return loaded


def test_every_page_hangs_in_the_navigation(config: dict[str, Any]) -> None:
    written = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    brought = {path for path in site.BROUGHT if path.endswith(".md")}
    shown = list(navigation(site.on_config(config)["nav"]))
    assert len(shown) == len(set(shown))
    assert set(shown) == written | brought | set(pages.pages())


def test_ci_builds_the_site_with_warnings_as_errors() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (build,) = re.findall(r"^.*mkdocs build.*$", makefile, re.MULTILINE)
    # with --quiet MkDocs counts no warnings, and --strict would pass whatever is broken
    assert "--strict" in build and "--quiet" not in build and "-q" not in build.split()
    assert "\nmake docs\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_no_font_is_fetched(config: dict[str, Any]) -> None:
    assert config["theme"]["font"] is False
    assert "extra_javascript" not in config


def test_what_is_brought_is_there() -> None:
    assert [place for place in site.BROUGHT.values() if not (ROOT / place).is_file()] == []


def put(path: str, text: str) -> str:
    return site.on_page_markdown(text, SimpleNamespace(file=SimpleNamespace(src_uri=path)))


def test_marks_of_made_tables_are_filled_and_missed() -> None:
    text = (ROOT / "docs" / "guide" / "ci.md").read_text(encoding="utf-8")
    assert "| `fail-on` |" in put("guide/ci.md", text)
    text = (ROOT / "docs" / "checks" / "index.md").read_text(encoding="utf-8")
    assert "](names/kinship.md)" in put("checks/index.md", text)
    assert put("index.md", "# mtqa") == "# mtqa"
    with pytest.raises(ValueError, match=r"guide/ci\.md: the mark <!-- action -->"):
        put("guide/ci.md", "# Check feeds in CI")


@pytest.mark.parametrize(
    "path", [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], ids=lambda path: path.name
)
def test_links_of_the_repository_lead_somewhere(path: Path) -> None:
    """On the site MkDocs looks after them; on GitHub nobody does."""
    made = {ROOT / "docs" / name for name in (*pages.pages(), *site.BROUGHT)}
    linked = {(path.parent / to).resolve() for to in LINK.findall(path.read_text(encoding="utf-8"))}
    assert [to for to in linked if to not in made and not to.exists()] == []
