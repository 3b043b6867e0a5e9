"""The model in the checker and on the command line: with it, without it, and another one."""

from __future__ import annotations

import copy
import json
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa import Article, Checker
from mtqa.cli import cli
from mtqa.config import Config, Gate, Metrics
from mtqa.errors import ConfigError, MtqaError
from mtqa.scorers.qe.location import VARIABLE, folder_of
from mtqa.scorers.registry import by_name

SOURCE = "The government appointed a prefect in each county on Monday."
SALAD = "Polițiștii pisică au masă verde o mers fereastră la luni câine."


def test_the_score_is_in_the_report_and_the_model_in_the_signature(with_model: Checker) -> None:
    report = with_model.check(Article("a", SALAD, SOURCE, source_lang="en"))
    assert 0 <= report.scores["qe"] <= 100
    assert "qe@" in report.signature


def test_word_salad_is_marked_with_the_source_and_without(with_model: Checker) -> None:
    for source in (SOURCE, None):
        report = with_model.check(Article("a", SALAD, source, source_lang="en"))
        assert any(issue.check == "qe.span" for issue in report.issues), source
        for issue in report.issues:
            assert report.article.target[issue.start : issue.end] == issue.text


@pytest.mark.parametrize(
    "way", [lambda checker: pickle.loads(pickle.dumps(checker)), copy.copy, copy.deepcopy]
)
def test_a_checker_with_the_model_is_pickled_and_copied_after_use(
    with_model: Checker, way: Callable[[Checker], Checker]
) -> None:
    articles = [Article("a", SALAD, SOURCE, source_lang="en"), Article("b", SALAD)]
    said = [with_model.check(article) for article in articles]
    twin = way(with_model)
    assert twin.signature == with_model.signature
    assert [twin.check(article) for article in articles] == said


def test_off_is_off() -> None:
    report = Checker(Config(metrics=Metrics(qe="off"))).check(Article("a", SALAD))
    assert "qe" not in report.scores
    assert not any(issue.check == "qe.span" for issue in report.issues)


def test_a_threshold_on_the_score_fails_the_article(model: Path) -> None:
    config = Config(metrics=Metrics(qe=str(model)), gate=Gate(scores={"qe": 99.9}))
    assert Checker(config).check(Article("a", SALAD, SOURCE)).verdict != "pass"


def test_where_the_model_lies(monkeypatch: pytest.MonkeyPatch, model: Path) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert folder_of("auto") is None
    assert folder_of(str(model)) == model
    monkeypatch.setenv(VARIABLE, str(model))
    assert folder_of("auto") == model
    assert folder_of("off") is None


def test_a_folder_without_a_model_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="no model there"):
        Checker(Config(metrics=Metrics(qe=str(tmp_path))))


def test_a_threshold_without_the_model_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises((MtqaError, ConfigError)):
        Checker(Config(metrics=Metrics(qe="off"), gate=Gate(scores={"qe": 50.0})))


def test_the_metric_by_name(model: Path) -> None:
    metric = by_name("qe", Config(metrics=Metrics(qe=str(model))))
    assert metric.name == "qe"
    assert not metric.needs_reference


def test_check_and_models_show_on_the_command_line(tmp_path: Path, model: Path) -> None:
    (tmp_path / "a.ro.txt").write_text(SALAD + "\n", encoding="utf-8")
    runner = CliRunner()
    args = ["check", str(tmp_path / "a.ro.txt"), "--qe", str(model), "--format", "json"]
    found = json.loads(runner.invoke(cli, args).output)
    text = json.dumps(found)
    assert "qe.span" in text
    assert '"qe"' in text
    without = runner.invoke(cli, [*args[:2], "--qe", "off", "--format", "json"]).output
    assert "qe.span" not in without
    shown = runner.invoke(cli, ["models", "show", "--qe", str(model)])
    assert shown.exit_code == 0
    assert "mtqa-qe-ro" in shown.output
    manifest = json.loads((model / "model.json").read_text(encoding="utf-8"))
    manifest["distilled"] = {"from": [{}, {}], "shares": [0.6, 0.4], "examples": 22_401}
    taught = shutil.copytree(model, tmp_path / "taught")
    (taught / "model.json").write_text(json.dumps(manifest), encoding="utf-8")
    shown = runner.invoke(cli, ["models", "show", "--qe", str(taught)])
    assert "taught by 2 models (shares 0.60, 0.40) on 22,401 pairs" in shown.output
