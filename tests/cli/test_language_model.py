"""``--llm``: the language model on the command line, from a dry run to the fitted table."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.scorers.llm.scripted import Response, error, judging, serving

RO = "Râul a ieșit din matcă\nLocuitorii stau pe banca râului. Apa crește încă.\n"
EN = "The river burst\nPeople stand on the bank of the river. The water still rises.\n"
BANK = error("banca", suggestion="malul", reason="The river has no such bank.")
SAYS = judging({"banca": [BANK]})


@pytest.fixture(autouse=True)
def own_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cache folder of the test's own, no key, and a run that ends with the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("MTQA_PARSER", "off")
    for name in ("MTQA_LLM_KEY", "MTQA_LLM_HOST"):
        monkeypatch.delenv(name, raising=False)
    yield
    os.environ.pop("MTQA_LLM_RUN", None)


@pytest.fixture
def article(tmp_path: Path) -> tuple[str, ...]:
    (tmp_path / "a.ro.txt").write_text(RO, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    return ("a.ro.txt", "--source", "a.en.txt", "--source-lang", "en")


def test_an_article_is_checked_with_the_model(mtqa: Command, article: tuple[str, ...]) -> None:
    with serving(SAYS) as server:
        done = mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny",
                    "--format", "json")  # fmt: skip
        again = mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny")
    (issue,) = [one for one in json.loads(done.out)["articles"][0]["issues"]
                if one["check"] == "llm.span"]  # fmt: skip
    assert (issue["text"], issue["suggestion"]) == ("banca", "malul")
    assert "3 segments asked and 0 remembered; 1 requests, 100 tokens in and 10 out" in done.err
    assert "0 segments asked and 3 remembered; 0 requests" in again.err
    assert len(server.requests) == 1


def test_a_dry_run_shows_what_would_be_sent_and_sends_nothing(
    mtqa: Command, article: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTQA_LLM_KEY", "sk-secret")
    with serving(SAYS) as server:
        done = mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny",
                    "--llm-dry-run")  # fmt: skip
    assert (done.code, server.requests) == (0, [])
    (line,) = done.out.splitlines()
    assert "Locuitorii stau pe banca râului." in json.loads(line)["messages"][1]["content"]
    assert "sk-secret" not in done.out + done.err


def test_other_commands_have_no_dry_run(mtqa: Command, article: tuple[str, ...]) -> None:
    done = mtqa("baseline", *article, "--llm", "http://localhost:1", "--llm-model", "x",
                "--llm-dry-run")  # fmt: skip
    assert "--llm-dry-run goes with check, score, spans" in done.line


def test_a_score_can_be_held_against_the_gate(
    mtqa: Command, article: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "mtqa.toml").write_text("[gate.scores]\nllm = 99\n", encoding="utf-8")
    with serving(SAYS) as server:
        done = mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny", "--metric", "llm",
                    "--format", "json")  # fmt: skip
    (found,) = json.loads(done.out)["articles"]
    assert (found["verdict"], round(found["scores"]["llm"], 1)) == ("fail", 93.3)
    assert len(server.requests) == 1
    assert "is not in use" in mtqa("check", *article).line


def test_the_configuration_names_the_server_and_the_command_line_changes_it(
    mtqa: Command, article: tuple[str, ...], tmp_path: Path
) -> None:
    with serving(SAYS) as server:
        (tmp_path / "mtqa.toml").write_text(
            f'[judge.model]\nurl = "{server.url}"\nname = "tiny"\nprice_in = 1000\n',
            encoding="utf-8",
        )
        done = mtqa("check", *article, "--llm-share", "0.4")
    assert len(server.asked) == 1
    assert "0.1000 in your currency" in done.err


@pytest.mark.parametrize(
    "options, problem",
    [
        (("--llm", "http://llm.example/v1", "--llm-model", "x"), "would travel in the clear"),
        (("--llm", "https://me:pw@llm.example/v1", "--llm-model", "x"), "holds a name or password"),
        (("--llm", "http://localhost:1"), "no model is named"),
        (("--llm-model", "x"), "give --llm URL"),
        (("--llm", "http://localhost:1", "--llm-share", "0"), "0<x<=1"),
    ],
)
def test_what_cannot_be_is_one_line(
    options: tuple[str, ...], problem: str, mtqa: Command, article: tuple[str, ...]
) -> None:
    assert problem in mtqa("check", *article, *options).line


def test_a_model_that_refuses_the_key_is_one_line_without_the_key(
    mtqa: Command, article: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTQA_LLM_KEY", "sk-secret")
    refusing = Response(401, b'{"error": {"message": "wrong key sk-secret"}}')
    with serving(lambda body: refusing) as server:
        done = mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny")
    assert done.code == 2
    assert "set MTQA_LLM_KEY" in done.err
    assert "sk-secret" not in done.out + done.err


def test_what_a_hostile_model_says_acts_in_no_report(
    mtqa: Command, article: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = "<script>alert(1)</script> ::error::x [a](javascript:b) \x1b[2J =cmd()"
    hostile = error("banca", suggestion="=HYPERLINK(1)<img src=x onerror=y>", reason=reason)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with serving(judging({"banca": [hostile]})) as server:
        done = mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny",
                    "--report", "r.html", "--report", "r.csv", "--report", "r.md")  # fmt: skip
    assert done.code in (0, 1), done.err
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    for row in csv.reader((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()):
        assert not any(cell.startswith("=") for cell in row)
    assert "<script>" not in (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "\x1b" not in done.out
    assert not any(line.startswith("::error::x") for line in done.out.splitlines())


def test_a_corpus_is_estimated_before_and_summed_up_after(mtqa: Command, tmp_path: Path) -> None:
    rows = [{"id": f"{n}", "target": f"Apa a crescut cu {n} metri."} for n in range(10, 20)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with serving(SAYS) as server:
        model = ("--llm", server.url, "--llm-model", "tiny", "--llm-share", "0.5")
        dry = mtqa("score", "a.jsonl", "--out", "b.jsonl", *model, "--llm-dry-run")
        assert not (tmp_path / "b.jsonl").exists()
        assert server.requests == []
        done = mtqa("score", "a.jsonl", "--out", "b.jsonl", *model)
    assert [json.loads(line) for line in dry.out.splitlines()] == server.requests
    assert "language model: about 5 segments in 1 requests" in done.err
    assert "5 segments asked and 0 remembered; 1 requests" in done.err
    assert len((tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()) == 10


def gold(folder: Path) -> None:
    """Forty segments with an error that the model finds, four in which it is wrong."""
    rows, spans = [], []
    for n in range(44):
        target = f"Locuitorii din strada {n} stau pe banca râului."
        rows.append({"id": f"{n}", "target": target, "source": f"People {n}", "source_lang": "en"})
        if n < 40:
            start = target.index("banca")
            spans.append({"id": f"{n}", "start": start, "end": start + 5, "text": "banca",
                          "category": "mistranslation", "severity": "major"})  # fmt: skip
    for name, listed in (("segments", rows), ("gold", spans)):
        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in listed)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def test_a_model_is_measured_on_gold_and_fitted_to_it(mtqa: Command, tmp_path: Path) -> None:
    gold(tmp_path)
    minor = judging({"banca": [error("banca", severity="minor")]})
    with serving(minor) as server:
        model = ("--llm", server.url, "--llm-model", "tiny", "--select", "llm")
        dry = mtqa("evaluate", "spans", ".", *model, "--llm-dry-run")
        before = mtqa("evaluate", "spans", ".", *model, "--json")
        fitted = mtqa("judge", "fit", ".", *model, "-o", "judge.json")
        (tmp_path / "mtqa.toml").write_text('[judge]\nfitted = "judge.json"\n', encoding="utf-8")
        after = mtqa("evaluate", "spans", ".", *model, "--json")
    assert fitted.out.startswith("llm.span: 40 right, 4 wrong, moved by +"), fitted
    assert json.loads((tmp_path / "judge.json").read_bytes())["model"] == "tiny@prompt-1"
    found = [json.loads(done.out)["total"]["found"] for done in (before, after)]
    assert found == [0, 40]  # its trifles were not believed before
    assert len(server.asked) == 44
    assert sorted(dry.out.splitlines()) == sorted(
        json.dumps(body, ensure_ascii=False) for body in server.requests
    )


def test_confidences_are_fitted_on_the_decisions_of_a_desk(
    mtqa: Command, article: tuple[str, ...], tmp_path: Path
) -> None:
    import sqlite3

    pytest.importorskip("starlette")
    from mtqa.review.loading import load
    from mtqa.review.records import read_report
    from mtqa.review.store import Store

    with serving(judging({"Apa": [error("încă")]})) as server:
        mtqa("check", *article, "--llm", server.url, "--llm-model", "tiny",
             "--format", "jsonl", "-o", "r.jsonl")  # fmt: skip
    store = Store(tmp_path / "desk.db")
    load(store, read_report(tmp_path / "r.jsonl"))
    store.close()
    with sqlite3.connect(tmp_path / "desk.db") as base:
        base.execute("UPDATE issues SET state = 'dismissed' WHERE \"check\" = 'llm.span'")
    done = mtqa("judge", "fit", "--from-db", "desk.db", "--llm", "http://localhost:1",
                "--llm-model", "tiny", "-o", "judge.json")  # fmt: skip
    assert done.out == "llm.span: 0 right, 1 wrong, moved by -0.48 in log-odds\n", done


@pytest.mark.parametrize(
    "words", [("judge", "fit", "-o", "x"), ("judge", "fit", "a", "--from-db", "b", "-o", "x")]
)
def test_fitting_needs_gold_or_decisions(words: tuple[str, ...], mtqa: Command) -> None:
    assert "give GOLD, or --from-db" in mtqa(*words).line
