"""An editor's work handed on: gold data that mtqa evaluates against, glossary, observed precision."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mtqa.cli import cli
from mtqa.common.spreadsheets import harmless, plain
from mtqa.evaluation.gold import read_gold
from mtqa.glossary import load_names, load_terms
from mtqa.glossary.table import _forms, cell
from mtqa.review import export
from mtqa.review.decisions import By, Decision, Missed, add, decide
from mtqa.review.loading import load
from mtqa.review.observed import Observed, observed, wilson
from mtqa.review.records import read_report
from mtqa.review.store import Store
from tests.review.desk import kluivert, record, written

Opened = Callable[..., Store]
ANA = By("Ana", "w")


def decided(opened: Opened) -> Store:
    """One article finished, another not."""
    store = opened(kluivert(), kluivert("alt"))
    decide(store, 1, Decision("apply", 0), ANA)
    decide(store, 2, Decision("edit", 0, replacement="V. Kompany", comment="nume tradus"), ANA)
    decide(store, 3, Decision("dismiss", 0), ANA)
    decide(store, 4, Decision("dismiss", 0, reason="quotation"), ANA)
    add(store, 1, Missed(0, 12, 22, "mistranslation", "major", comment="semnat"), ANA)
    return store


def test_gold_data_of_finished_articles_is_read_by_evaluate(opened: Opened, tmp_path: Path) -> None:
    store = decided(opened)
    for name, content in export.gold_files(export.gold(store)).items():
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    (text,) = read_gold(tmp_path / "gold.jsonl")
    assert text.article.target == kluivert()["target"]
    assert text.article.source == kluivert()["source"]
    assert [(span.text, span.category, span.severity, span.note) for span in text.spans] == [
        ("l -a", "spacing", "minor", 'White space beside the hyphen.; should be "l-a"'),
        ("transferat", "mistranslation", "major", "semnat"),
        ("Vincent Compania", "name", "critical", 'nume tradus; should be "V. Kompany"'),
    ]
    run = CliRunner().invoke(
        cli, ["evaluate", "spans", str(tmp_path / "gold.jsonl"), "--json", "--select", "spacing"]
    )
    assert run.exit_code == 0, run.output
    assert json.loads(run.output)["total"]["gold"] == 3


def test_one_article_exports_with_its_texts_beside_it(opened: Opened, tmp_path: Path) -> None:
    store = decided(opened)
    (gold,) = export.gold(store, 1)
    for name, content in export.article_files(gold).items():
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    (text,) = read_gold(tmp_path / "kluivert.gold.jsonl")
    assert len(text.spans) == 3 and text.article.source_lang == "en"


def test_articles_in_gold_data_have_names_of_their_own(opened: Opened) -> None:
    named = [kluivert(), {**kluivert(), "target_path": "alt.txt"}, kluivert("kluivert#2")]
    store = opened(*named)
    for issue in range(1, 10):
        decide(store, issue, Decision("accept", 0), ANA)
    assert [gold.id for gold in export.gold(store)] == ["kluivert#1", "kluivert#2#", "kluivert#2"]


def test_gold_spans_refer_to_the_translation_as_it_came(opened: Opened, tmp_path: Path) -> None:
    store = decided(opened)
    again = record("kluivert", "Nou.\n" + kluivert()["target"].replace("l -a", "l-a"))
    load(store, read_report(written(tmp_path / "again.jsonl", [again])))
    place = again["target"].index("Antrenorul")
    add(store, 1, Missed(1, place, place + 10, "casing", "minor"), ANA)
    add(store, 1, Missed(1, 0, 3, "casing", "minor"), ANA)  # the editor's own words: no gold
    (gold,) = export.gold(store, 1)
    assert [span["text"] for span in gold.spans] == [
        "l -a", "transferat", "Antrenorul", "Vincent Compania",
    ]  # fmt: skip
    assert all(gold.target[s["start"] : s["end"]] == s["text"] for s in gold.spans)


@pytest.mark.parametrize("kind", ["name", "term"])
def test_no_accepted_words_act_as_a_formula(opened: Opened, tmp_path: Path, kind: str) -> None:
    words = ['=HYPERLINK("http://rău.ro")', "@MerPol", "-Ana", "a;=1+1", "'+b", "＝c"]
    text = "\n".join(words)
    category = "name" if kind == "name" else "mistranslation"
    issues = [{"text": word, "category": category} for word in words]
    store = opened(record("a", text, issues))
    for number in range(1, len(words) + 1):
        decide(store, number, Decision("glossary", 0), ANA)
    sheet = export.glossary_csv(store, kind)
    for delimiter in (",", ";", "\t"):
        for row in csv.reader(StringIO(sheet), delimiter=delimiter):
            assert not any(cell.strip().startswith(("=", "+", "-", "@", "＝")) for cell in row)
    path = tmp_path / "sheet.csv"
    path.write_text(sheet, encoding="utf-8", newline="")
    load: Any = load_names if kind == "name" else load_terms
    assert {entry.preferred for entry in load((), (str(path),))} == set(words)


ODD_WORDS = (
    "România | știri",
    "#Rezist",
    "# comentariu",
    "a\\|b\\\\",
    "două  spații",
    "două spații",
    " două\nspații ",
    'citat "întreg", și; atât',
    "'Ana'",
    "preferred",
)


@pytest.mark.parametrize("kind", ["name", "term"])
def test_whatever_is_accepted_for_good_is_read_back(
    opened: Opened, tmp_path: Path, kind: str
) -> None:
    category = "name" if kind == "name" else "mistranslation"
    store = opened(*(_with_source(word, category) for word in ODD_WORDS))
    for number in range(1, len(ODD_WORDS) + 1):
        decide(store, number, Decision("glossary", 0), ANA)
    path = tmp_path / "sheet.csv"
    path.write_text(export.glossary_csv(store, kind), encoding="utf-8", newline="")
    load: Any = load_names if kind == "name" else load_terms
    entries = load((), (str(path),))
    meant = {" ".join(word.split()) for word in ODD_WORDS}
    assert {(entry.preferred, entry.source) for entry in entries} == {(w, (w,)) for w in meant}


def _with_source(word: str, category: str) -> dict[str, Any]:
    source = {"start": 0, "end": len(word), "text": word}
    made = record(word, f"{word} a.", [{"text": word, "category": category, "source": source}])
    return {**made, "source": f"{word} b."}


@given(st.lists(st.text("a|#\\\"' ,;=\n") | st.text(), min_size=1))
def test_forms_in_a_cell_come_back(forms: list[str]) -> None:
    meant = [" ".join(form.split()) for form in forms]
    assert _forms(plain(str(harmless(cell(meant))))) == tuple(filter(None, meant))


def test_html_is_the_article_and_nothing_acts() -> None:
    page = export.html("t", "Titlu <b>\n\nUn alineat & altul\u202e.\n")
    assert "<h1>Titlu &lt;b&gt;</h1>\n<p>Un alineat &amp; altul⟦U+202E⟧.</p>" in page


@pytest.mark.parametrize(
    ("name", "expected"),
    [("articol", "articol"), ("știre/../x", "stire-x"), ("…", "article"), ('a"\r\nb', "a-b")],
)
def test_file_names_are_harmless(name: str, expected: str) -> None:
    assert export.file_name(name) == expected


def test_wilson_interval() -> None:
    # the figures of Newcombe (1998), table I, method 3
    assert [round(bound, 4) for bound in wilson(81, 263)] == [0.2553, 0.3662]
    assert [round(bound, 4) for bound in wilson(0, 20)] == [0.0, 0.1611]
    assert wilson(5, 5)[1] == 1.0


@pytest.mark.parametrize(
    ("right", "wrong", "confidence", "verdict"),
    [
        (0, 0, None, ""),
        (0, 2, 0.9, "too few"),
        (1, 12, 0.9, "noisy"),
        (12, 8, 0.95, "overconfident"),
        (19, 1, 0.93, "good"),
        (6, 4, 0.8, "too few"),
    ],
)
def test_what_the_figures_ask_for(
    right: int, wrong: int, confidence: float | None, verdict: str
) -> None:
    assert Observed("a.check", right, wrong, 0, {}, confidence).verdict == verdict


def test_observed_precision_counts_what_editors_decided(opened: Opened) -> None:
    rows = {row.check: row for row in observed(decided(opened))}
    hyphen, name = rows["spacing.hyphen"], rows["names.source-literal"]
    assert (hyphen.right, hyphen.wrong, hyphen.open) == (1, 1, 0)
    assert (hyphen.precision, hyphen.reasons) == (0.5, {"quotation": 1})
    assert (name.right, name.wrong, name.open) == (1, 0, 1)
    assert "editor" not in rows  # what editors add is no check's


def test_checks_observed_prints_precision_with_intervals(opened: Opened) -> None:
    store = decided(opened)
    run = CliRunner().invoke(cli, ["checks", "--observed", str(store.path)])
    assert run.exit_code == 0, run.output
    line = next(line for line in run.output.splitlines() if "spacing.hyphen" in line)
    assert "1/2" in line and "9–91 %" in line
    run = CliRunner().invoke(cli, ["checks", "names", "--observed", str(store.path), "--json"])
    (row,) = json.loads(run.output)
    assert (row["check"], row["right"], row["wrong"]) == ("names.source-literal", 1, 0)
    assert row["interval"] == [0.2065, 1.0]
    missing = CliRunner().invoke(cli, ["checks", "--observed", "nu-este.db"])
    assert "no such file" in str(missing.exception)


def test_an_accepted_name_is_silent_from_then_on(opened: Opened, tmp_path: Path) -> None:
    pytest.importorskip("mtqa.glossary")
    text = "Trump a vorbit cu Choe, fiul Hui, la Moscova.\n"
    article = tmp_path / "a.ro.txt"
    article.write_text(text, encoding="utf-8")
    settings = tmp_path / "mtqa.toml"
    settings.write_text('[names]\nglossary = ["names.csv"]\n', encoding="utf-8")
    arguments = ["check", str(article), "--config", str(settings), "--format", "json"]
    store = opened(record("a", text, [{"text": "Choe, fiul Hui", "category": "name"}]))
    found = []
    for decision in (Decision("accept", 0), Decision("glossary", 1)):
        decide(store, 1, decision, ANA)
        sheet = export.glossary_csv(store, "name")
        (tmp_path / "names.csv").write_text(sheet, encoding="utf-8")
        run = CliRunner().invoke(cli, arguments)
        assert run.exit_code < 2, run.output
        found.append([issue["text"] for issue in json.loads(run.stdout)["articles"][0]["issues"]])
    assert found == [["Choe, fiul Hui"], []]
