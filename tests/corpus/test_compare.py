"""Two scored runs side by side, and scoring from Python."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mtqa import Article
from mtqa.corpus import score
from mtqa.corpus.compare import LEAST, Significance, compare
from mtqa.corpus.scored import ScoredArticle, ScoredIssue, read_scored
from mtqa.errors import InputError, MtqaError
from tests.cli.test_check import mtqa, one_line


def article(name: str, *texts: str, words: int = 100, severity: str = "major") -> ScoredArticle:
    issues = tuple(ScoredIssue("names.kinship", "name", severity, text, 5) for text in texts)
    return ScoredArticle(name, 95.0, words, "pass", issues)


def test_new_gone_and_common_issues() -> None:
    before = [article("1", "A", "B"), article("2", "C"), article("only")]
    after = [article("2", "C", "C"), article("1", "B", "D")]
    found = compare(before, after)
    assert (found.articles, found.only_a, found.only_b) == (2, ["only"], [])
    assert (found.common["name"], found.gone["name"], found.new["name"]) == (2, 1, 2)
    changes = {c.id: ([i.text for i in c.gone], [i.text for i in c.new]) for c in found.changes}
    assert changes == {"1": (["A"], ["D"]), "2": ([], ["C"])}
    assert found.a.quality == pytest.approx(100 * (1 - 15 / 200))


def test_significance_needs_more_than_chance() -> None:
    same = [article(str(n), *("x" * (n % 3))) for n in range(60)]
    assert compare(same, same).on_quality == Significance(1.0, None)
    worse = [article(a.id, "x", "y", "z") for a in same]
    found = compare(same, worse).on_quality
    assert found.p is not None and found.p < 0.01
    mixed = [article(str(n), *("x" * ((n + 1) % 3))) for n in range(60)]
    found = compare(same, mixed).on_quality
    assert found.p is not None and found.p > 0.2


def test_few_articles_are_no_ground_for_a_claim() -> None:
    few = [article(str(n), *("x" * (n % 3))) for n in range(LEAST - 1)]
    worse = [article(a.id, "x", "y", "z") for a in few]
    found = compare(few, worse)
    assert found.on_quality.p is found.on_issues.p is None
    assert found.as_dict()["p_quality"] is None
    # a small difference needs more articles than a large one
    nearly = [article(a.id, "x") for a in few]
    needed = compare(few, nearly).on_quality.needed
    assert needed is None or needed > (found.on_quality.needed or 0)


def test_the_score_of_the_model_is_compared_where_both_have_it() -> None:
    a = [replace(article(str(n)), qe=80 + n % 5) for n in range(40)] + [article("x")]
    b = [replace(article(str(n)), qe=70 + n % 7) for n in range(41)] + [article("x")]
    found = compare(a, b)
    assert (found.a.mean_qe, len(found.b.qe)) == (82, 40)
    assert found.on_qe.p is not None and found.on_qe.p < 0.01
    assert found.as_dict()["a"]["qe"] == 82


def test_runs_that_cannot_be_paired() -> None:
    with pytest.raises(MtqaError, match="no article in common"):
        compare([article("1")], [article("2")])
    with pytest.raises(MtqaError, match="two articles with the id '1'"):
        compare([article("1"), article("1")], [article("1")])


def test_the_command(tmp_path: Path) -> None:
    for name, text in (("a", "Trump l -a acuzat pe Putin."), ("b", "Trump l-a acuzat pe Putin.")):
        (tmp_path / f"{name}.ro").write_text(f"{text}\nAu venit cu cu trenul.\n", encoding="utf-8")
    assert mtqa("score", tmp_path / "a.ro", "--out", tmp_path / "a.jsonl", "-q").returncode == 0
    pytest.importorskip("pyarrow")
    words = (
        "score",
        tmp_path / "b.ro",
        "--out",
        tmp_path / "b",
        "--output-format",
        "parquet",
        "-q",
    )
    assert mtqa(*words).returncode == 0
    done = mtqa("diff", tmp_path / "a.jsonl", tmp_path / "b", "--json")
    found = json.loads(done.stdout)
    assert (found["common"], found["gone"]) == ({"addition": 1}, {"spacing": 1})
    assert (
        "- 1 minor spacing.hyphen: l -a"
        in mtqa("diff", tmp_path / "a.jsonl", tmp_path / "b", "--changes").stdout
    )
    said = mtqa("diff", tmp_path / "a.jsonl", tmp_path / "b").stdout
    assert "significance: no claim; it needs 30 articles in both, here are 2" in said
    line = one_line(mtqa("diff", tmp_path / "a.ro", tmp_path / "b"))
    assert "a.ro:1: no scored article; give what `mtqa score` has written" in line
    with pytest.raises(InputError, match="no scored corpus"):
        list(read_scored(str(tmp_path)))


def test_reports_are_yielded_as_they_are_asked_for() -> None:
    def endless():  # type: ignore[no-untyped-def]
        while True:
            yield "Trump l -a acuzat pe Putin."

    reports = score(endless())
    assert next(reports).issues[0].suggestion == "l-a"
    mixed = [Article("x", "Bine."), {"id": 5, "target": "Da da da."}]
    assert [report.article.id for report in score(mixed)] == ["x", "5"]
    english = "The prime minister said that the deficit would be lower in the next year."
    (report,) = score([{"target": english, "source": english}])
    assert [issue.check for issue in report.issues] == ["untranslated.text"]
    with pytest.raises(MtqaError, match="record 0: no field 'target'"):
        list(score([{"text": "x"}]))


def test_data_frames() -> None:
    pandas = pytest.importorskip("pandas")
    from mtqa import score_frame

    frame = pandas.DataFrame(
        {
            "target": ["Trump l -a acuzat.", "A plecat."],
            "source": [None, "He left."],
            "system": "x",
        },
        index=[7, 9],
    )
    scored = score_frame(frame, source_lang="en")
    assert scored.index.tolist() == [7, 9]
    assert scored["verdict"].tolist() == ["fail", "pass"]
    rows = scored.explode("issues")
    assert [issue.suggestion for issue in rows["issues"].dropna()] == ["l-a"]
    english = "The prime minister said that the deficit would be lower in the next year."
    copied = score_frame(pandas.DataFrame({"target": [english], "source": [english]}))
    assert copied["verdict"].tolist() == ["fail"]
    assert copied["issues"][0][0].check == "untranslated.text"
    # what cannot be scored keeps its row, and says why
    bad = pandas.DataFrame({"target": ["Bine.", None, " "]}, index=list("abc"))
    kept = score_frame(bad)
    assert kept["verdict"].tolist() == ["pass", "error", "error"]
    assert kept["problem"].isna().tolist() == [True, False, False]
    assert "'target' is empty" in kept["problem"]["c"]
    assert kept["quality"].isna().tolist() == [False, True, True]
    assert kept["qe"].isna().all()  # without a source there is nothing to compare
    with pytest.raises(MtqaError, match="no column 'mt'; columns here: target, source, system"):
        score_frame(frame, target="mt")
