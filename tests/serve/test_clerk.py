"""A worker's answers are those of ``mtqa check``, in the clothes that each client knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.cli import cli
from mtqa.config import Checks, Config, Names, Suppress
from mtqa.pipeline import Checker
from mtqa.report.html.safe import visible
from mtqa.serve.clerk import Clerk
from mtqa.serve.jobs import Answer, CheckJob, FeedJob, LanguageToolJob
from mtqa.serve.offsets import Part
from mtqa.silence.baseline import entries
from tests.conftest import ROOT, SPECIMEN

ENGLISH = "The president accused the minister of having lied to the commission about the money."
PRESIDENT = "Președintele l -a acuzat pe ministru."


@pytest.fixture(scope="module")
def clerk() -> Clerk:
    return Clerk(Config())


def body(answer: Answer) -> Any:
    assert answer.status == 200, answer.body.decode()
    return json.loads(answer.body)


def matches(clerk: Clerk, text: str, **asked: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = body(
        clerk.do(LanguageToolJob((Part(text, text),), docs="http://house/checks/", **asked))
    )["matches"]
    return found


def marked(text: str, match: dict[str, Any]) -> str:
    """The words at a match's code units."""
    units = text.encode("utf-16-le")
    return units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


def issues(*words: str) -> list[dict[str, Any]]:
    done = CliRunner().invoke(cli, ["check", str(SPECIMEN), "--format", "json", *words])
    found: list[dict[str, Any]] = json.loads(done.stdout)["articles"][0]["issues"]
    return found


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, ()),
        ({"picky": True}, ("--profile", "thorough")),
        ({"disabled": frozenset({"spacing.hyphen"})}, ("--ignore", "spacing.hyphen")),
    ],
)
def test_a_text_has_the_issues_that_it_has_on_the_command_line(
    clerk: Clerk, specimen: str, asked: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = matches(clerk, specimen, **asked)
    assert [
        (match["rule"]["id"], marked(specimen, match), match["message"]) for match in found
    ] == [(issue["check"], issue["text"], issue["message"]) for issue in issues(*words)]
    assert len(found) > 10


def test_a_match_is_what_clients_expect(clerk: Clerk) -> None:
    (match,) = matches(clerk, f"Apoi a plecat. {PRESIDENT}")
    assert match["replacements"] == [{"value": "l-a"}]
    assert match["sentence"] == PRESIDENT
    context = match["context"]
    assert context["text"][context["offset"] :][: context["length"]] == "l -a"
    assert match["rule"]["category"] == {"id": "TYPOGRAPHY", "name": "spacing"}
    assert match["rule"]["issueType"] == "whitespace"
    assert match["rule"]["urls"] == [{"value": "http://house/checks/spacing.hyphen"}]


@settings(max_examples=30)
@given(
    st.text(st.sampled_from("😀🇷🇴𝔘ă"), max_size=12), st.text(st.sampled_from("😀🎉."), max_size=5)
)
def test_offsets_are_right_behind_emoji(before: str, after: str) -> None:
    clerk = _clerk()
    text = f"{before} a spus. Președintele {after} l -a acuzat pe ministru."
    assert "l -a" in [marked(text, match) for match in matches(clerk, text)]


def _clerk(kept: list[Clerk] = []) -> Clerk:  # noqa: B006 (one for all examples)
    if not kept:
        kept.append(Clerk(Config(checks=Checks(select=("spacing.hyphen",)))))
    return kept[0]


def test_only_what_is_enabled(clerk: Clerk) -> None:
    text = "Președintele l -a acuzat pe pe ministru."
    spacing = matches(clerk, text, only=True, enabled=frozenset({"spacing.hyphen"}))
    assert [match["rule"]["id"] for match in spacing] == ["spacing.hyphen"]
    assert matches(clerk, text, only=True, enabled=frozenset({"WHITESPACE_RULE"})) == []


@pytest.mark.parametrize("category", ["TYPOGRAPHY", "typography", "spacing"])
def test_a_category_has_languagetools_name_and_ours(clerk: Clerk, category: str) -> None:
    assert matches(clerk, PRESIDENT, disabled_categories=frozenset({category})) == []


def test_a_rule_is_enabled_in_a_category_that_is_not(clerk: Clerk) -> None:
    asked = {
        "disabled_categories": frozenset({"spacing"}),
        "enabled": frozenset({"spacing.hyphen"}),
    }
    assert len(matches(clerk, PRESIDENT, **asked)) == 1


def test_an_annotated_text_is_checked_without_its_mark_up(clerk: Clerk) -> None:
    parts = (
        Part("<p class='l -a'>", "", True),
        Part("Președintele l -a", "Președintele l -a"),
        Part("</p><p>", "\n\n", True),
        Part("A plecat.", "A plecat."),
    )
    sent = "".join(part.sent for part in parts)
    (match,) = [
        one for one in body(clerk.do(LanguageToolJob(parts)))["matches"] if one["replacements"]
    ]
    assert match["offset"] == sent.index("l -a", 20)
    assert marked(sent, match) == "l -a"


def test_a_suggestion_that_would_delete_mark_up_is_not_made(clerk: Clerk) -> None:
    parts = (
        Part("Președintele l ", "Președintele l "),
        Part("<b>", "", True),
        Part("-a acuzat.", "-a acuzat."),
    )
    (match,) = body(clerk.do(LanguageToolJob(parts)))["matches"]
    assert (match["offset"], match["length"], match["replacements"]) == (13, 7, [])


def test_a_text_in_another_language_has_no_issues_and_says_so(clerk: Clerk) -> None:
    answer = body(clerk.do(LanguageToolJob((Part(ENGLISH, ENGLISH),), "auto")))
    assert answer["matches"] == []
    assert answer["warnings"]["incompleteResults"] is True
    assert "not Romanian" in answer["warnings"]["incompleteResultsReason"]
    assert answer["language"]["detectedLanguage"]["code"] == "en"


@pytest.mark.parametrize("text", ["", " \n", "— 😀", "<!-- mtqa: ignore"])
def test_what_is_hardly_a_text_has_no_issues(clerk: Clerk, text: str) -> None:
    assert matches(clerk, text) == []


def test_the_house_decides_as_on_the_command_line() -> None:
    house = Config(
        names=Names(accepted=("l -a",)),
        suppress=(Suppress(check="addition.*", reason="lasă"),),
        ui="ro",
    )
    text = "Președintele l -a acuzat pe pe ministru, dar s -a răzgândit."
    (match,) = matches(Clerk(house), text)
    assert marked(text, match) == "s -a"
    assert match["message"].startswith("Spațiu")


def test_what_the_baseline_knows_stays_quiet(checker: Checker) -> None:
    from mtqa import Article

    known = {"stiri/a.ro.txt": entries(checker.check(Article("a", PRESIDENT)))}
    clerk = Clerk(Config(), known, "mtqa-baseline.json")
    assert matches(clerk, PRESIDENT) == []
    assert len(matches(clerk, "Ministrul l -a acuzat pe președinte.")) == 1
    answer = body(clerk.do(CheckJob(target=PRESIDENT, id="stiri/a.ro.txt")))
    assert answer["articles"][0]["issues"] == []
    assert [one["by"] for one in answer["articles"][0]["suppressed"]] == ["baseline"]


def test_our_own_answer_is_the_report_of_the_command_line(clerk: Clerk, specimen: str) -> None:
    answer = body(clerk.do(CheckJob(target=specimen, id="moscova")))
    assert answer["articles"][0]["issues"] == issues()
    assert set(answer) == {"mtqa", "signature", "profile", "articles"}


def test_a_source_is_compared(clerk: Clerk) -> None:
    job = CheckJob(
        target="Guvernul a plătit 48 de milioane.", source="The government paid 4.8 million."
    )
    found = body(clerk.do(job))["articles"][0]
    assert ("number.altered", "48") in [(one["check"], one["text"]) for one in found["issues"]]


def test_a_request_chooses_profile_checks_and_language(clerk: Clerk) -> None:
    job = CheckJob(target=PRESIDENT, profile="quiet", select=("spacing",), ui="ro")
    answer = body(clerk.do(job))
    assert answer["profile"] == "quiet"
    assert answer["articles"][0]["issues"][0]["message"].startswith("Spațiu")
    assert (
        body(clerk.do(CheckJob(target=PRESIDENT, ignore=("spacing",))))["articles"][0]["issues"]
        == []
    )


def test_sarif_and_a_piece_of_html(clerk: Clerk) -> None:
    log = body(clerk.do(CheckJob(target=PRESIDENT, format="sarif")))
    assert log["runs"][0]["results"][0]["ruleId"] == "spacing.hyphen"
    page = clerk.do(CheckJob(target=PRESIDENT, format="html"))
    assert page.media.startswith("text/html")
    assert page.body.decode().startswith('<div class="mtqa"')


def test_nothing_in_an_article_acts_in_the_html(clerk: Clerk) -> None:
    hostile = "Ministrul <script>alert(1)</script> l -a \u202e acuzat <img src=x onerror=a> l -a."
    shown = clerk.do(CheckJob(target=hostile, id="<b>x</b>", format="html")).body.decode()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<b>" not in shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("job", "why"),
    [
        (CheckJob(target=" "), "article: empty"),
        (CheckJob(target=ENGLISH), "not Romanian, it looks like English"),
        (CheckJob(target=PRESIDENT, select=("spaces",)), "unknown check 'spaces'"),
        (CheckJob(target=f"<!-- mtqa: ignore spacing -->\n{PRESIDENT}"), "line 1"),
        (FeedJob(target="Ana are mere."), "target"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_a_line(
    clerk: Clerk, job: CheckJob | FeedJob, why: str
) -> None:
    answer = clerk.do(job)
    assert answer.status == 422
    (said,) = json.loads(answer.body).values()
    assert why in said
    assert "\n" not in said


def test_a_feed_is_checked_entry_by_entry(clerk: Clerk) -> None:
    folder = ROOT / "examples" / "ci"
    ours, theirs = ((folder / f"{name}.xml").read_text("utf-8") for name in ("ro", "en"))
    answer = body(clerk.do(FeedJob(target=ours, source=theirs)))
    words = ("--feed", str(folder / "ro.xml"), "--source-feed", str(folder / "en.xml"))
    done = CliRunner().invoke(cli, ["check", "--format", "json", *words])
    expected = json.loads(done.stdout)["articles"]
    assert [one["issues"] for one in answer["articles"]] == [one["issues"] for one in expected]
    assert answer["problems"] == []


def test_a_feeds_declared_encoding_no_longer_holds(clerk: Clerk) -> None:
    entry = f"<item><guid>1</guid><title>Știri</title><description>{PRESIDENT}</description></item>"
    feed = f'<?xml version="1.0" encoding="iso-8859-1"?><rss><channel>{entry}</channel></rss>'
    found = body(clerk.do(FeedJob(target=feed)))["articles"][0]["issues"]
    assert [one["text"] for one in found] == ["l -a"]


def test_pairs_say_which_entries_belong_together(clerk: Clerk) -> None:
    def feed(guid: str, text: str) -> str:
        entry = f"<item><guid>{guid}</guid><title>T</title><description>{text}</description></item>"
        return f"<rss><channel>{entry}</channel></rss>"

    ours = feed("ro-1", "Guvernul a plătit 48 de milioane.")
    job = FeedJob(
        target=ours,
        source=feed("en-9", "The government paid 4.8 million."),
        pairs=(("ro-1", "en-9"),),
    )
    assert body(clerk.do(job))["articles"][0]["source_path"] == "source"
    lost = clerk.do(FeedJob(target=ours, source=feed("en-9", "A."), pairs=(("ro-1", "en-8"),)))
    assert "pairs 1: no entry 'en-8' in source" in lost.body.decode()


def test_half_a_character_breaks_no_answer(clerk: Clerk, tmp_path: Path) -> None:
    answer = body(clerk.do(CheckJob(target=f"\ud800 {PRESIDENT}")))
    assert answer["articles"][0]["issues"][0]["text"] == "l -a"
