"""Suppressions with a reason, in the article and in the configuration."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import Article, ArticleReport, Checker, Config
from mtqa.config import Suppress, parse, read
from mtqa.errors import ConfigError, UnknownCheck
from mtqa.silence.markers import MarkerError, read_markers, without_markers

WRONG = "Trump l -a acuzat pe Putin la Moscova."


def check(text: str, *rules: Suppress, path: str = "stiri/articol.ro.txt") -> ArticleReport:
    checker = Checker(Config(suppress=rules))
    return checker.check(Article("articol", text, meta={"target_path": path}))


def marked(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_a_marker_on_its_own_line_speaks_of_the_next() -> None:
    text = marked("<!-- mtqa: ignore spacing.hyphen -- citat din original -->", "", WRONG, WRONG)
    report = check(text)
    assert [issue.text for issue in report.issues] == ["l -a"]
    assert report.issues[0].start == text.rindex("l -a")
    (quiet,) = report.suppressed
    assert (quiet.by, quiet.reason, quiet.origin) == ("inline", "citat din original", "line 1")
    assert quiet.issue.start == text.index("l -a")


def test_a_marker_beside_text_speaks_of_its_line() -> None:
    text = marked(WRONG, f"{WRONG} <!-- mtqa: ignore spacing -- așa a scris -->")
    report = check(text)
    assert [issue.start for issue in report.issues] == [text.index("l -a")]
    assert [item.issue.start for item in report.suppressed] == [text.rindex("l -a")]


def test_a_marker_for_the_whole_file() -> None:
    report = check(marked(WRONG, "<!-- mtqa: ignore-file spacing.*, casing -- arhivă -->", WRONG))
    assert report.issues == ()
    assert (report.verdict, report.quality) == ("pass", 100.0)
    assert len(report.suppressed) == 2


def test_what_is_silenced_weighs_nothing() -> None:
    assert check(WRONG).quality < 100
    assert check(f"{WRONG} <!-- mtqa: ignore spacing -- citat -->").quality == 100


def test_the_marker_is_no_text_of_the_article() -> None:
    plain = check(WRONG)
    report = check(marked("<!-- mtqa: ignore grammar -- the the l -a 41,500 -->", WRONG))
    assert [issue.text for issue in report.issues] == [issue.text for issue in plain.issues]
    assert report.words == plain.words


def test_a_marker_that_nothing_needs_is_a_note() -> None:
    report = check("<!-- mtqa: ignore grammar -- citat -->\nPreședintele vine în țară.\n")
    assert report.notes == ("line 1: the suppression of grammar silences nothing; delete it",)


def test_a_marker_for_a_check_that_did_not_run_may_be_needed() -> None:
    # the names of a source are looked for only where there is one
    text = "<!-- mtqa: ignore names.source-literal -- așa îi spun -->\nPreședintele vine în țară.\n"
    assert check(text).notes == ()
    rule = Suppress(reason="x", check="names.source-literal")
    checker = Checker(Config(suppress=(rule,)))
    article = checker.check(Article("a", WRONG))
    assert checker.suppressor.notes([article]) == []


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("<!-- mtqa: ignore spacing.hyphen -->", "without a reason"),
        ("<!-- mtqa: ignore spacing.hyphen --  -->", "without a reason"),
        ("<!-- mtqa: ignore -- motiv -->", "names no check"),
        ("<!-- mtqa: ignroe spacing -- motiv -->", "'ignroe'"),
        ("<!-- mtqa: -->", "''"),
        ("<!-- mtqa: ignore spacing -- motiv", "not closed"),
    ],
)
def test_a_broken_marker_names_its_line(marker: str, said: str) -> None:
    with pytest.raises(MarkerError, match="line 2: ") as caught:
        check(f"{WRONG}\n{marker}\n")
    assert said in str(caught.value)


def test_an_unknown_check_in_a_marker() -> None:
    with pytest.raises(UnknownCheck, match=r"did you mean spacing\.hyphen"):
        check(f"{WRONG} <!-- mtqa: ignore spacing.hypen -- motiv -->")


def test_other_comments_are_text() -> None:
    assert read_markers("Un text <!-- comentariu --> simplu.") is None
    assert without_markers("a <!-- b -->") == "a <!-- b -->"


MARKER = "<!-- mtqa: ignore casing -- motiv -->"
words = st.text("aăț .\n\r\té😀", max_size=12)


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=6))
def test_every_kept_letter_comes_back_to_its_place(parts: list[str]) -> None:
    text = MARKER.join(parts)
    found = read_markers(text)
    if found is None:
        assert len(parts) == 1
        return
    assert len(found.markers) == len(parts) - 1
    assert "mtqa:" not in found.text
    for offset, letter in enumerate(found.text):
        assert text[found.back(offset)] == letter
    places = [found.back(offset) for offset in range(len(found.text))]
    assert places == sorted(set(places))
    kept = [letter for letter in "".join(parts) if not letter.isspace()]
    assert [letter for letter in found.text if not letter.isspace()] == kept


def test_windows_line_ends() -> None:
    text = f"Titlu\r\n{MARKER}\r\n{WRONG}\r\n"
    (issue,) = check(text).issues
    assert text[issue.start : issue.end] == issue.text == "l -a"


# -- in the configuration ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        Suppress(reason="stilul casei", check="spacing.hyphen"),
        Suppress(reason="stilul casei", check="spacing", text="l -a"),
        Suppress(reason="stilul casei", path="stiri/*"),
        Suppress(reason="stilul casei", path="*.ro.txt"),
        Suppress(reason="stilul casei", path="articol"),
        Suppress(reason="stilul casei", expires=date(9999, 1, 1)),
    ],
)
def test_a_rule_that_holds(rule: Suppress) -> None:
    report = check(WRONG, rule)
    assert report.issues == ()
    (quiet,) = report.suppressed
    assert (quiet.by, quiet.reason, quiet.origin) == ("file", "stilul casei", "[[suppress]] 1")


@pytest.mark.parametrize(
    "rule",
    [
        Suppress(reason="altceva", check="grammar"),
        Suppress(reason="altceva", text="n -a"),
        Suppress(reason="altceva", path="sport/*"),
        Suppress(reason="altceva", expires=date(2020, 1, 1)),
    ],
)
def test_a_rule_that_does_not_hold(rule: Suppress) -> None:
    assert [issue.text for issue in check(WRONG, rule).issues] == ["l -a"]


def test_notes_about_rules() -> None:
    rules = (
        Suppress(reason="folosită", check="spacing"),
        Suppress(reason="nefolosită", check="grammar"),
        Suppress(reason="alt articol", check="grammar", path="sport/*"),
        Suppress(reason="veche", check="spacing", expires=date(2026, 1, 31)),
    )
    checker = Checker(Config(suppress=rules))
    report = checker.check(Article("articol", WRONG))
    assert checker.suppressor.notes([report], date(2026, 2, 1)) == [
        "[[suppress]] 2 (nefolosită) silences nothing; delete it",
        "[[suppress]] 4 expired on 2026-01-31; renew or delete it",
    ]


def test_a_rule_holds_on_its_last_day() -> None:
    checker = Checker(Config(suppress=(Suppress(reason="x", expires=date(2026, 1, 31)),)))
    report = Checker().check(Article("articol", WRONG))
    assert checker.suppressor.apply(report, None, date(2026, 1, 31)).issues == ()
    assert checker.suppressor.apply(report, None, date(2026, 2, 1)).issues != ()


def test_rules_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mtqa.toml"
    path.write_text(
        '[[suppress]]\nreason = "a"\nexpires = 2027-01-31\n'
        '[[suppress]]\nreason = "b"\nexpires = "2027-01-31"\npath = "stiri/*"\n',
        encoding="utf-8",
    )
    assert read(path).suppress == (
        Suppress(reason="a", expires=date(2027, 1, 31)),
        Suppress(reason="b", expires=date(2027, 1, 31), path="stiri/*"),
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"check": "spacing"}, r"\[\[suppress\]\] 1: no reason"),
        ({"reason": " "}, r"\[\[suppress\]\] 1: no reason"),
        ({"reason": "x", "chek": "spacing"}, "unknown key chek; known here: reason, path"),
        ({"reason": "x", "expires": "mâine"}, r"\[\[suppress\]\] 1: .*expires"),
    ],
)
def test_a_broken_rule_is_named(entry: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        parse({"suppress": [entry]}, "mtqa.toml")


def test_a_rule_about_an_unknown_check() -> None:
    with pytest.raises(UnknownCheck):
        Checker(Config(suppress=(Suppress(reason="x", check="spacing.hypen"),)))


def test_the_signature_tells_the_rules() -> None:
    rules = [(), (Suppress(reason="a"),), (Suppress(reason="a", check="casing"),)]
    signatures = [Checker(Config(suppress=rule)).signature for rule in rules]
    assert len(set(signatures)) == 3
    assert "suppress" not in signatures[0]
