"""Firms, bands, papers and towns turned into words are found; institutions and the like stay silent.

The rows of ``brands.tsv`` are invented; see its head for the columns.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.compare.names import SourceText
from mtqa.compare.names.trade import brands
from tests.checks.test_source_names import issues

_LINES = Path(__file__).with_name("brands.tsv").read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", _LINES)
def test_pair(line: str) -> None:
    _, language, source, target, wrong, right = line.split("\t")
    found = issues(source, target, language)
    assert all(target[issue.start : issue.end] == issue.text for issue in found)
    expected = [(wrong, right)] if wrong else []
    assert [(issue.text, issue.suggestion) for issue in found] == expected


def test_a_brand_is_critical_and_says_why() -> None:
    source, target = "The band Black Harbour split up.", "Trupa Portul Negru s-a destrămat."
    (issue,) = issues(source, target)
    assert (issue.check, issue.severity) == ("names.source-literal", "critical")
    assert "Black Harbour" in issue.message
    assert "a band" in issue.message
    assert issue.source_span is not None
    assert issue.source_span.text == "Black Harbour"


def test_what_is_told_once_holds_for_the_whole_article() -> None:
    source = "The airline Blue Swallow is broke.\nUnions say Blue Swallow owes wages."
    target = "Compania aeriană Blue Swallow este falită.\nSindicatele spun că Rândunica Albastră are datorii."
    assert [(i.text, i.suggestion) for i in issues(source, target)] == [
        ("Rândunica Albastră", "Blue Swallow")
    ]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Shares in Red Electric fell.", ["Red Electric"]),
        ("Analysts praised White Horse Group.", ["White Horse"]),
        ("The Working Group met the Supreme Court.", []),
        ("The state company Russian Railways raised fares.", []),
        ("The newspaper People's Daily praised it.", []),
        ("He met the company Chairman.", []),
    ],
)
def test_brands_of_a_source(source: str, names: list[str]) -> None:
    assert [brand.text for brand in brands(SourceText(source, "en"))] == names
