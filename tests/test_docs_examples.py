"""The code that the site shows runs as it stands there."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import pytest

from mtqa import Article, check_article
from mtqa.checks.base import View
from mtqa.config import Config, parse
from mtqa.languages.ro import Document
from mtqa.pipeline import segment
from mtqa.report.json import article
from mtqa.scorers.protocol import MissingText, Sample
from tests.conftest import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def blocks(page: str, language: str) -> list[str]:
    """The blocks of code on a page of ``docs/``, by their language."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def run(page: str) -> dict[str, Any]:
    """The names that the first block of Python on a page defines."""
    names: dict[str, Any] = {}
    exec(blocks(page, "python")[0], names)
    return names


def test_the_check_hears_what_its_docstring_says() -> None:
    check = run("extend/check.md")["Shouting"]()
    target = Document("SCANDAL!!! Premierul pleacă! NATO decide.")
    view = View(Article("test", target.text), target, segment(target), Config())
    assert [issue.text for issue in check.find(view)] == ["SCANDAL!!!"]


def test_the_scorer_keeps_the_protocol() -> None:
    scorer = run("extend/scorer.md")["make"]("", None, 0)
    scores = scorer.score([Sample("abcd", "ab"), Sample("", "")])
    assert scores.segments == (200.0, 0.0)
    assert scores.corpus == 100.0
    with pytest.raises(MissingText, match="segment 1 has no source, which ratio needs"):
        scorer.score([Sample("abcd")])


def test_python_in_five_lines(capsys: pytest.CaptureFixture[str]) -> None:
    run("guide/python.md")
    assert "l-a" in capsys.readouterr().out


@pytest.mark.parametrize("block", blocks("guide/configuration.md", "toml"))
def test_the_defaults_shown_are_the_defaults(block: str) -> None:
    assert parse(tomllib.loads(block), "mtqa.toml") == Config()


@pytest.mark.parametrize("page", ["guide/ci.md", "guide/house-style.md"])
def test_configurations_shown_are_understood(page: str) -> None:
    for block in blocks(page, "toml"):
        table = tomllib.loads(block)
        for part in ("names", "terms"):
            table.get(part, {}).pop("glossary", None)  # files of the reader's own
        assert parse(table, "mtqa.toml") != Config()


def test_every_key_of_the_report_is_explained() -> None:
    text = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", text))
    report = check_article(
        "Choe, fiul Hui a ajuns la Moscova.", "Choe Son Hui arrived in Moscow.", source_lang="en"
    )
    record = article(report, texts=True)
    assert record["issues"]
    keys = {*record, *(key for issue in record["issues"] for key in issue)}
    assert keys - explained == set()


def test_the_issue_shown_is_one_that_mtqa_raises() -> None:
    (block,) = blocks("reference/json.md", "json")
    (shown,) = json.loads(block)["articles"][0]["issues"]
    report = check_article("Ministrul Choe, fiul Hui a ajuns la Moscova.")
    (raised,) = [i for i in article(report)["issues"] if i["check"] == shown["check"]]
    for key in ("category", "mqm", "severity", "text", "suggestion"):
        assert raised[key] == shown[key]
