"""Whatever an article says, every report can be read by what it is meant for."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import Article, ArticleReport
from mtqa.common.spreadsheets import plain
from mtqa.model import Issue
from mtqa.report.formats import renderer
from tests.report.samples import run

text = st.text(max_size=12) | st.text("\r\n\t\x0b\x85\u2028=+-@'\"`|:,%<>&\\_x0A", max_size=12)


@st.composite
def reports(draw: st.DrawFn) -> ArticleReport:
    """An article with one issue, all of it arbitrary."""
    before, marked, after = draw(text), draw(text.filter(bool)), draw(text)
    name = draw(text)
    issue = Issue(
        "spacing.hyphen", "spacing", "major", len(before), len(before) + len(marked), marked,
        draw(text), draw(text), draw(text | st.none()), 0.9,
    )  # fmt: skip
    article = Article(name, before + marked + after, meta={"target_path": draw(text) or "a"})
    return ArticleReport(article, (), (issue,), 3, 50.0, "fail", draw(text))


def made(form: str, report: ArticleReport) -> str:
    content = renderer(form)([report], run(problems=()))
    assert isinstance(content, str)
    return content


@settings(deadline=None, max_examples=60)
@given(reports())
def test_reports_of_any_text(report: ArticleReport) -> None:
    (issue,) = report.issues
    (row,) = csv.DictReader(StringIO(made("csv", report), newline=""))
    assert plain(row["text"]) == issue.text
    assert row["severity"] == "major"
    (line,) = made("jsonl", report).split("\n")[:-1]
    assert json.loads(line)["issues"][0]["text"] == issue.text
    assert json.loads(made("gitlab", report))[0]["location"]["lines"]["begin"] >= 1
    (result,) = json.loads(made("sarif", report))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == issue.text
    ElementTree.fromstring(made("junit", report))
    command, *rest = made("github", report).split("\n")
    assert command.startswith("::error file=")
    assert not any(part.lstrip().startswith("::") for part in rest)
    rows = [part for part in made("markdown", report).split("\n") if part.startswith("|")]
    assert [part.replace("\\|", "").count("|") for part in rows] == [7, 7, 7]


@settings(deadline=None, max_examples=30)
@given(reports())
def test_workbooks_of_any_text(report: ArticleReport) -> None:
    from openpyxl import load_workbook

    content = renderer("xlsx")([report], run(problems=()))
    assert isinstance(content, bytes)
    cells = [cell for sheet in load_workbook(BytesIO(content)) for row in sheet for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
