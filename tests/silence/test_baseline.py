"""The baseline: known issues stay quiet, new ones do not, whatever moves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import Article, ArticleReport, Checker
from mtqa.config import Gate
from mtqa.errors import ConfigError
from mtqa.silence.baseline import Compared, Entry, compare, dumps, entries, read, renewed

ONE = "Trump l -a acuzat pe Putin la Moscova."
TWO = "Ministrul a spus că că vine mâine la București."


def report(text: str) -> ArticleReport:
    return Checker().check(Article("a", text))


def against(
    before: str, after: str, *, name: str = "a.txt", now: str = "a.txt", gone: bool = False
) -> Compared:
    """The second text beside the baseline of the first."""
    known = {name: entries(report(before))}
    return compare(known, {now: report(after)}, Gate(), gone=lambda key: gone, origin="b.json")


def new(run: Compared) -> list[str]:
    return [issue.text for report in run.reports for issue in report.issues]


@pytest.mark.parametrize(
    "after",
    [
        f"{ONE}\n{TWO}",
        f"{TWO}\nUn paragraf nou între ele.\n{ONE}",
        f"Titlu nou\n\n{ONE}\r\n{TWO}\r\n",
        f"{ONE} {TWO}",
        f"{ONE.replace('acuzat', 'învinuit')}\n{TWO}",
        f"{ONE.replace('Trump', 'Președintele')}\n{TWO}",
        f"{ONE}\n{TWO.replace('vine mâine', 'pleacă poimâine')}",
    ],
)
def test_known_issues_stay_quiet(after: str) -> None:
    run = against(f"{ONE}\n{TWO}", after)
    assert new(run) == []
    assert run.stale == {}
    (checked,) = run.reports
    assert (checked.quality, checked.verdict) == (100.0, "pass")
    assert [item.by for item in checked.suppressed] == ["baseline", "baseline"]


def test_a_new_issue_counts() -> None:
    run = against(ONE, f"{ONE}\n{TWO}")
    assert new(run) == ["că că"]
    assert run.reports[0].quality < 100


def test_the_same_words_elsewhere_are_new() -> None:
    assert new(against(ONE, f"{ONE}\nNimeni nu l -a văzut.")) == ["l -a"]
    assert new(against(ONE, "Nimeni nu l -a văzut.")) == ["l -a"]


def test_one_entry_stands_for_one_issue() -> None:
    run = against(ONE, f"{ONE}\n{ONE}")
    assert new(run) == ["l -a"]


def test_what_was_corrected_is_stale() -> None:
    run = against(f"{ONE}\n{TWO}", ONE)
    assert [entry.text for entry in run.stale["a.txt"]] == ["că că"]
    assert new(run) == []


def test_a_renamed_article_is_known() -> None:
    run = against(ONE, ONE, name="vechi.txt", now="nou.txt", gone=True)
    assert new(run) == []
    assert run.stale == {}
    after = renewed({"vechi.txt": entries(report(ONE))}, run, prune=True)
    assert list(after) == ["nou.txt"]


def test_a_copy_of_an_article_is_new() -> None:
    assert new(against(ONE, ONE, name="vechi.txt", now="copie.txt")) == ["l -a"]


def test_entries_of_a_lost_article_are_stale() -> None:
    run = against(ONE, TWO, name="pierdut.txt", gone=True)
    assert list(run.stale) == ["pierdut.txt"]
    assert new(run) == ["că că"]


def test_pruning_learns_nothing() -> None:
    known = {"a.txt": entries(report(f"{ONE}\n{TWO}")), "b.txt": entries(report(TWO))}
    now = {"a.txt": report(f"{ONE}\nNimeni nu n -a venit.")}
    run = compare(known, now, Gate(), gone=lambda key: False, origin="b")
    pruned = renewed(known, run, prune=True)
    assert {key: [row.text for row in rows] for key, rows in pruned.items()} == {
        "a.txt": ["l -a"],
        "b.txt": ["că că"],
    }
    learnt = renewed(known, run, prune=False)
    assert [row.text for row in learnt["a.txt"]] == ["l -a", "n -a"]


def test_pruning_follows_edits() -> None:
    known = {"a.txt": entries(report(ONE))}
    edited = report(ONE.replace("acuzat", "învinuit"))
    run = compare(known, {"a.txt": edited}, Gate(), gone=lambda key: False, origin="b")
    assert renewed(known, run, prune=True) == {"a.txt": entries(edited)}


# -- the file ----------------------------------------------------------------------------------


def test_the_file_reads_like_its_changes(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    first = {"b.txt": entries(report(TWO)), "a.txt": entries(report(ONE))}
    before = dumps(first)
    path.write_text(before, encoding="utf-8")
    assert read(path) == {key: sorted(rows, key=lambda e: e.text) for key, rows in first.items()}
    assert list(json.loads(before)["articles"]) == ["a.txt", "b.txt"]
    assert '"before": "Trump", "text": "l -a", "after": "acuzat pe"' in before
    after = dumps({**first, "a.txt": entries(report(f"{ONE}\nNimeni nu n -a venit."))})
    added = set(after.splitlines()) - set(before.splitlines())
    assert len([line for line in added if "n -a" in line]) == 1
    assert len(added) == 1


def test_a_baseline_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(dumps({"a.txt": []}), encoding="utf-8")
    assert read(path) == {}


def test_long_issues_are_cut() -> None:
    line = (
        "Un titlu destul de lung despre întâlnirea miniștrilor de externe ai celor două țări vecine"
    )
    (entry,) = entries(report(f"{line}\n{line}\nText după titlu."))
    assert len(entry.text) == 80
    assert entry.text.endswith("…")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("", "not a baseline"),
        ("<<<<<<< HEAD", "not a baseline"),
        ("[]", "not a baseline"),
        ('{"mtqa-baseline": 1}', "not a baseline"),
        ('{"mtqa-baseline": 1, "articles": {"a": [{"check": "x"}]}}', "not a baseline"),
        ('{"mtqa-baseline": 2, "articles": {}}', "version 2"),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "b.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=said) as caught:
        read(path)
    assert "\n" not in str(caught.value)


word = st.text(min_size=1, max_size=5).filter(lambda text: text.strip())
entry = st.builds(Entry, word, word, word, word, word)


@settings(deadline=None)
@given(st.dictionaries(word, st.lists(entry, min_size=1, max_size=4), max_size=4))
def test_any_baseline_comes_back(articles: dict[str, list[Entry]]) -> None:
    import msgspec

    from mtqa.silence.baseline import _File

    text = dumps(articles)
    back = msgspec.json.decode(text.encode(), type=_File).articles
    assert {key: sorted(map(msgspec.structs.astuple, rows)) for key, rows in back.items()} == {
        key: sorted(map(msgspec.structs.astuple, rows)) for key, rows in articles.items()
    }
    assert dumps(back) == text
