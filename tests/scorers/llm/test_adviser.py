"""The language model among the other witnesses: what it is shown, and what becomes of its marks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from mtqa.config import Checks, Config, Names, Romanian, Terms, parse
from mtqa.errors import ConfigError
from mtqa.glossary import NameEntry, TermEntry
from mtqa.judgement.fitted import Decided, dumps, fit
from mtqa.model import Article
from mtqa.pipeline import Checker
from tests.scorers.llm.scripted import completion, error, judging, segments, serving

Made = Callable[..., Config]
FLOOD = Article(
    "a",
    "Râul a ieșit din matcă\nLocuitorii stau pe banca râului. Apa crește încă. Primarul a plecat.",
    "The river burst\nPeople stand on the bank of the river. The water rises. The mayor has left.",
    source_lang="en",
)
BANK = error("banca", suggestion="malul", source="bank", reason="A river has no bank for money.")
SAYS = judging({"banca": [BANK]}, score=60)


def test_its_marks_are_issues_with_reason_correction_and_place_in_the_source(config: Made) -> None:
    with serving(SAYS) as server:
        report = Checker(config(server.url)).check(FLOOD)
    (issue,) = [one for one in report.issues if one.check == "llm.span"]
    assert (issue.text, issue.suggestion, issue.category, issue.severity) == (
        "banca", "malul", "mistranslation", "major",
    )  # fmt: skip
    assert issue.source_span is not None and issue.source_span.text == "bank"
    assert issue.message == "The language model says: A river has no bank for money."
    assert FLOOD.target[issue.start : issue.end] == "banca"
    assert report.scores["llm"] == 90
    assert "|llm:tiny@prompt-1@share-1|" in report.signature


def test_it_is_shown_the_headline_what_stands_before_and_the_glossary(config: Made) -> None:
    options = Config(
        romanian=Romanian(parser="off"),
        names=Names(entry=(NameEntry(preferred="Volga", source=("Wolga",)),)),
        terms=Terms(entry=(TermEntry(preferred="edil", source=("mayor",)),)),
    )
    with serving(SAYS) as server:
        Checker(config(server.url, options=options, context=2)).check(FLOOD)
    shown = [segment for body in server.requests for segment in segments(body)]
    assert shown[0] == {
        "id": 1, "source_language": "en", "source": "The river burst",
        "target": "Râul a ieșit din matcă",
    }  # fmt: skip
    assert shown[3] == {
        "id": 4,
        "headline": "Râul a ieșit din matcă",
        "before": "Locuitorii stau pe banca râului. Apa crește încă.",
        "glossary": [{"source": "mayor", "target": "edil"}],
        "source_language": "en",
        "source": "The mayor has left.",
        "target": "Primarul a plecat.",
    }


def test_the_romanian_alone_can_be_asked_about(config: Made) -> None:
    with serving(SAYS) as server:
        report = Checker(config(server.url)).check(Article("a", "Locuitorii stau pe banca râului."))
    assert "banca" in [issue.text for issue in report.issues]
    assert "source" not in segments(server.requests[0])[0]


def test_the_reason_is_wanted_and_given_in_the_language_of_the_interface(config: Made) -> None:
    options = Config(ui="ro", romanian=Romanian(parser="off"))
    with serving(judging({"banca": [error("banca", reason="Râul are mal.")]})) as server:
        report = Checker(config(server.url, options=options)).check(FLOOD)
    assert "words of Romanian" in server.requests[0]["messages"][0]["content"]
    (issue,) = [one for one in report.issues if one.check == "llm.span"]
    assert issue.message_in("ro") == "Modelul de limbă spune: Râul are mal."


def test_a_share_of_the_segments_is_asked_about_and_then_there_is_no_score(config: Made) -> None:
    with serving(SAYS) as server:
        report = Checker(config(server.url, share=0.5)).check(FLOOD)
    assert len(server.asked) == 2
    assert "llm" not in report.scores


def test_of_many_articles_the_share_is_of_them_all(config: Made) -> None:
    articles = [Article(f"{n}", f"Apa a crescut cu {n} metri.") for n in range(10)]
    with serving(SAYS) as server:
        list(Checker(config(server.url, share=0.2, batch=8)).check_all(articles))
    assert len(server.requests) == 1
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "severity, shown", [("minor", []), ("major", ["major"]), ("critical", ["major"])]
)
def test_a_model_of_which_nothing_is_known_is_believed_moderately(
    severity: str, shown: list[str], config: Made
) -> None:
    """Its trifles are for who wants everything, and it alone fails no article as critical."""
    with serving(judging({"Primarul": [error("plecat", severity=severity)]})) as server:
        report = Checker(config(server.url)).check(FLOOD)
    assert [one.severity for one in report.issues if one.check == "llm.span"] == shown


def test_it_is_believed_more_where_a_rule_sees_an_error_too(config: Made) -> None:
    article = Article("a", "Președintele a spus că că vine. Apa crește.")
    marked = judging({"că că": [error("că că", "addition"), error("vine")]})
    with serving(marked) as server:
        report = Checker(config(server.url, options=None)).check(article)
    said = [
        (one.text, one.confidence)
        for issue in report.issues
        for one in (issue, *issue.related)
        if one.check == "llm.span"
    ]
    assert dict(said)["că că"] > dict(said)["vine"] == 0.6


def test_its_silence_takes_nothing_away(config: Made) -> None:
    article = Article("a", "Trump l -a acuzat pe Putin. Președintele a spus că că vine.")
    alone = Checker(Config(romanian=Romanian(parser="off"))).check(article)
    with serving(judging({})) as server:
        asked = Checker(config(server.url)).check(article)
    assert asked.issues == alone.issues
    assert (asked.quality, asked.verdict) == (alone.quality, alone.verdict)


def test_what_has_no_answer_and_what_was_dropped_is_a_note(config: Made) -> None:
    def script(body):  # type: ignore[no-untyped-def]
        said = [
            {"id": one["id"], "score": 50, "errors": [error("nowhere"), error("Apa", "style")]}
            for one in segments(body)
            if "Primarul" not in one["target"]
        ]
        return completion(json.dumps({"segments": said}))

    with serving(script) as server:
        report = Checker(config(server.url)).check(FLOOD)
    assert report.notes == (
        "language model: 1 of 4 segments: no answer that can be used",
        "language model: 6 marks left out (3 malformed, 3 not in the text)",
    )
    assert [one for one in report.issues if one.check == "llm.span"] == []


def test_it_can_be_left_out_like_any_check(config: Made) -> None:
    options = Config(romanian=Romanian(parser="off"), checks=Checks(ignore=("llm",)))
    with serving(SAYS) as server:
        report = Checker(config(server.url, options=options)).check(FLOOD)
    assert [one for one in report.issues if one.check == "llm.span"] == []


def test_without_a_server_nothing_of_it_is_there() -> None:
    checker = Checker(Config(romanian=Romanian(parser="off")))
    assert checker.adviser is None
    assert "llm" not in checker.signature


def test_what_was_fitted_moves_it_for_that_model_alone(config: Made, tmp_path: Path) -> None:
    fits = fit([Decided("llm.span", 0.5, True)] * 40 + [Decided("llm.span", 0.5, False)] * 4)
    path = tmp_path / "judge.json"
    path.write_text(dumps(fits, "tiny@prompt-1"), encoding="utf-8")

    def fitted(made: Config) -> Config:
        return replace(made, judge=replace(made.judge, fitted=str(path)))

    with serving(judging({"Primarul": [error("plecat", severity="minor")]})) as server:
        checker = Checker(fitted(config(server.url)))
        (issue,) = [one for one in checker.check(FLOOD).issues if one.check == "llm.span"]
        assert 0.8 < issue.confidence < 0.95
        assert "|fitted:" in checker.signature
        with pytest.raises(ConfigError, match=r"is of tiny@prompt-1, not of huge@prompt-1"):
            Checker(fitted(config(server.url, name="huge")))
    # without a model the table says nothing of one, and harms nobody
    Checker(fitted(Config(romanian=Romanian(parser="off"))))


@pytest.mark.parametrize("content", ["", "{}", '{"checks": {"a": 1}}', "[1]", "\x00"])
def test_a_table_that_is_none_is_said(content: str, tmp_path: Path) -> None:
    path = tmp_path / "judge.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match="not written by mtqa judge fit"):
        Checker(parse({"judge": {"fitted": str(path)}, "romanian": {"parser": "off"}}, "test"))


@pytest.mark.parametrize(
    "table, problem",
    [
        ({"urll": "x"}, "unknown key 'judge.model.urll'; known here: url, name"),
        ({"share": 0}, "'judge.model.share'"),
        ({"share": float("nan")}, "share"),
        ({"answers": "xml"}, "use one of auto, schema, json, text"),
        ({"batch": 0}, "'judge.model.batch'"),
    ],
)
def test_a_setting_that_means_nothing_is_named(table: dict[str, object], problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        parse({"judge": {"model": table}}, "mtqa.toml")


def test_a_server_without_a_model_is_said() -> None:
    with pytest.raises(ConfigError, match="--llm-model NAME"):
        Checker(parse({"judge": {"model": {"url": "http://localhost:1"}}}, "mtqa.toml"))
