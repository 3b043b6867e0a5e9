"""Tables: data frames, CSV, XLSX, Parquet, Markdown, JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.common.spreadsheets import harmless, plain
from mtqa.errors import MissingExtra
from mtqa.model import CATEGORIES, SEVERITIES, ArticleReport, Issue
from mtqa.report import markdown, text_tables
from mtqa.report.formats import FORMATS, SUFFIXES, TABLES, renderer
from mtqa.report.rows import article_rows, issue_rows, summary_rows
from tests.report.samples import ODD, clean, everything, odd, real, run

# -- rows and frames ---------------------------------------------------------------------------


def test_one_row_an_article() -> None:
    row = article_rows([real()])[0]
    issues = real().issues
    assert row["issues"] == len(issues) == sum(int(row[s] or 0) for s in SEVERITIES)
    assert row["issues"] == sum(int(row[c] or 0) for c in CATEGORIES)
    assert (row["verdict"], row["words"], row["target_path"]) == ("fail", 298, "știri/02 ro.txt")


def test_one_row_an_issue() -> None:
    rows = issue_rows([real()])
    text = real().article.target
    for row, issue in zip(rows, real().issues, strict=True):
        line = text.split("\n")[int(row["line"] or 0) - 1]
        assert line[int(row["column"] or 0) - 1 :].startswith(issue.text)
        assert text[int(row["start"] or 0) : int(row["end"] or 0)] == row["text"]


def test_summary_adds_up() -> None:
    rows = summary_rows(everything())
    *parts, total = rows
    assert total["category"] == "all"
    assert total["articles"] == 4
    for column in (*SEVERITIES, "issues"):
        assert total[column] == sum(int(row[column] or 0) for row in parts)
    assert total["per_1000_words"] == round(
        1000 * int(total["issues"] or 0) / sum(report.words for report in everything()), 2
    )


def test_summary_of_nothing() -> None:
    (row,) = summary_rows([])
    assert (row["issues"], row["per_1000_words"]) == (0, 0.0)


def test_frames() -> None:
    from mtqa.report import tables

    issues = tables.issues(everything())
    assert len(issues) == sum(len(report.issues) for report in everything())
    assert set(issues[issues.severity >= "major"].severity) == {"major", "critical"}
    articles = tables.articles(everything())
    assert list(articles.article) == ["02", "=odd", "bun", "vechi"]
    assert articles.suppressed.tolist() == [0, 0, 1, 1]
    assert articles.quality.mean() == pytest.approx(
        sum(r.quality for r in everything()) / 4, abs=0.01
    )
    assert tables.summary(everything()).category.iloc[-1] == "all"


@pytest.mark.parametrize("table", TABLES)
def test_frames_of_nothing_keep_their_types(table: str) -> None:
    from mtqa.report import tables

    full, empty = (getattr(tables, table)(reports) for reports in (everything(), []))
    assert list(empty.dtypes) == list(full.dtypes)


def test_scores_are_columns() -> None:
    from dataclasses import replace

    rows = list(
        csv.DictReader(
            StringIO(
                text_tables.csv([replace(real(), scores={"qe": 0.5}), odd()], run(table="articles"))
            )
        )
    )
    assert [row["score_qe"] for row in rows] == ["0.5", ""]


# -- CSV ---------------------------------------------------------------------------------------

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def test_csv_comes_back_whole_but_for_formulas() -> None:
    rows = list(csv.DictReader(StringIO(text_tables.csv([odd()], run()), newline="")))
    for row, text in zip(rows, ODD, strict=True):
        assert plain(row["text"]) == text
    for row in rows:
        for cell in row.values():
            assert not cell.startswith(FORMULA)
            assert not cell.lstrip().startswith(FORMULA)


def test_csv_numbers_stay_numbers() -> None:
    assert harmless(-2) == -2
    assert harmless("- 2") == "'- 2"
    assert harmless("–") == "–"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Guvernul;=1+1", "Guvernul;'=1+1"),
        ("Guvernul;  @SUM(A1); a plecat", "Guvernul;'  @SUM(A1); a plecat"),
        ("Guvernul\t+1", "Guvernul\t'+1"),
        ("rândul întâi\r\n-2 grade", "rândul întâi\r\n'-2 grade"),
        ('citat;"=1+1"', 'citat;\'"=1+1"'),
        ("a spus; -a plecat", "a spus;' -a plecat"),
        ("între 2-3, -5 și a=b", "între 2-3, -5 și a=b"),
        ("'=1", "''=1"),
    ],
)
def test_a_formula_acts_nowhere_in_a_cell(text: str, written: str) -> None:
    assert harmless(text) == written
    assert plain(written) == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(st.lists(st.text("a=+-@'\";\t\r\n ,＝", min_size=1), min_size=1))
def test_no_spreadsheet_finds_a_formula(delimiter: str, texts: list[str]) -> None:
    article = clean().article
    issues = [Issue("x.y", "spacing", "minor", 0, 1, text, text, text, None, 0.5) for text in texts]
    report = ArticleReport(article, (), tuple(issues), 1, 1.0, "pass", "s")
    made = text_tables.csv([report], run())
    for line in csv.reader(StringIO(made, newline=""), delimiter=delimiter):
        for cell in line:
            assert not cell.strip().startswith(("=", "+", "-", "@", "＝")), (texts, line)
    assert all(plain(str(harmless(text))) == text for text in texts)


@pytest.mark.parametrize("table", TABLES)
def test_csv_of_each_table(table: str) -> None:
    rows = list(csv.reader(StringIO(text_tables.csv(everything(), run(table=table)), newline="")))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


# -- XLSX --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book() -> Any:
    from openpyxl import load_workbook

    content = renderer("xlsx")(everything(), run())
    assert isinstance(content, bytes)
    return load_workbook(BytesIO(content))


def test_xlsx_reopens(book: Any) -> None:
    assert book.sheetnames == ["Articles", "Issues", "Summary"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(sheet.column_dimensions[cell.column_letter].width >= 9 for cell in sheet[1])


def test_xlsx_never_holds_a_formula(book: Any) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell
                if isinstance(cell.value, str) and cell.value.startswith(FORMULA):
                    assert cell.quotePrefix, cell


def column(book: Any, sheet: str, name: str) -> list[Any]:
    head, *rows = book[sheet].iter_rows()
    place = [cell.value for cell in head].index(name)
    return [row[place] for row in rows]


def test_xlsx_texts_and_colours(book: Any) -> None:
    texts = [cell.value for cell in column(book, "Issues", "text")][-len(ODD) :]
    kept = [text for text in ODD if text.isprintable()]
    assert [text for text in texts if text in kept] == kept
    assert "\\u0007\\u000b\u202eîntors\\ufffe" in texts
    fills = {cell.value: cell.fill.start_color.rgb for cell in column(book, "Issues", "severity")}
    assert set(fills) == set(SEVERITIES)
    assert len(set(fills.values())) == len(SEVERITIES)


def test_xlsx_cuts_what_excel_cannot_hold() -> None:
    from dataclasses import replace

    from openpyxl import load_workbook

    long = replace(odd(), issues=(replace(odd().issues[0], message="ă" * 40_000),))
    content = renderer("xlsx")([long], run())
    assert isinstance(content, bytes)
    (cell,) = column(load_workbook(BytesIO(content)), "Issues", "message")
    assert len(cell.value) == 32_767


# -- Parquet -----------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_parquet_comes_back(table: str) -> None:
    from pyarrow import parquet

    def read(reports: list[Any]) -> Any:
        content = renderer("parquet")(reports, run(table=table))
        assert isinstance(content, bytes)
        return parquet.read_table(BytesIO(content))

    full = read(everything())
    assert full.num_rows > 1
    assert read([]).schema == full.schema
    assert full.schema.metadata[b"mtqa_signature"] == b"checks:all|lang:ro"
    if table == "issues":
        assert full["text"].to_pylist()[-len(ODD) :] == list(ODD)


# -- Markdown and JSON lines --------------------------------------------------------------------


def test_markdown_rows_have_their_cells() -> None:
    text = markdown.render(everything(), run())
    for line in text.splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") == 7, line


def test_markdown_of_an_article_is_text() -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").enable("table").render(markdown.render([odd()], run()))
    assert "<script" not in html
    assert "<a " not in html
    assert "<em>" not in html
    assert "<strong>tare" not in html
    assert html.count("<tr>") == len(ODD) + 1


@pytest.mark.parametrize("text", ["`", "``", "a`b``c", " a ", "|", "a|b`"])
def test_code_spans_hold_any_text(text: str) -> None:
    from markdown_it import MarkdownIt

    table = f"| a |\n| --- |\n| {markdown.code(text)} |\n"
    html = MarkdownIt("commonmark").enable("table").render(table)
    assert f"<code>{text}</code>" in html


@pytest.mark.parametrize("table", TABLES)
def test_markdown_tables(table: str) -> None:
    lines = markdown.render(everything(), run(table=table)).splitlines()
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_json_lines() -> None:
    rows = [json.loads(line) for line in text_tables.jsonl(everything(), run()).splitlines()]
    assert [row["id"] for row in rows] == ["02", "=odd", "bun", "vechi"]
    assert rows[2]["suppressed"][0]["reason"] == "citat"
    rows = [
        json.loads(line) for line in text_tables.jsonl([odd()], run(table="issues")).splitlines()
    ]
    assert [row["text"] for row in rows] == list(ODD)


# -- the table of formats -----------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_renders_anything(name: str) -> None:
    assert renderer(name)(everything(), run())
    assert renderer(name)([], run(problems=())) is not None


def test_every_ending_is_a_known_format() -> None:
    assert set(SUFFIXES.values()) <= set(FORMATS)


@pytest.mark.parametrize(("name", "package"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_missing_package_names_the_extra(
    name: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf'{package} is not installed.*"mtqa\[tables\]"'):
        renderer(name)


def test_frames_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtqa.report import tables

    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match="pandas"):
        tables.articles([])


def test_half_a_surrogate_pair_becomes_a_mark_in_parquet() -> None:
    """JSON may bring one; UTF-8, and so Parquet, cannot hold it."""
    from dataclasses import replace

    from pyarrow import parquet

    half = replace(odd().issues[0], text="\ud800 -o")
    content = renderer("parquet")([replace(odd(), issues=(half,))], run(table="issues"))
    assert isinstance(content, bytes)
    assert parquet.read_table(BytesIO(content)).column("text").to_pylist() == ["\ufffd -o"]
