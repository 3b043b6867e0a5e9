"""The model as it ships: what it says of news, and of text that is none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.errors import MtqaError
from mtqa.scorers.qe.encode import END, LIMIT, START, TARGET_LIMIT, encode
from mtqa.scorers.qe.estimator import Estimator

SOURCE = "The government appointed a prefect in each county on Monday."
GOOD = "Guvernul a numit luni câte un prefect în fiecare județ."
WRONG = "Guvernul a mâncat luni câte un pantof în fiecare județ."
SALAD = "Guvernul prefect un județ a fiecare numit luni în câte."


def test_a_good_translation_scores_above_a_wrong_one_and_word_salad(estimator: Estimator) -> None:
    good, wrong, salad = (
        e.score for e in estimator.estimate([(GOOD, SOURCE), (WRONG, SOURCE), (SALAD, SOURCE)])
    )
    assert good > wrong
    assert good > salad


def test_the_wrong_words_are_the_likeliest_to_be_wrong(estimator: Estimator) -> None:
    (estimate,) = estimator.estimate([(WRONG, SOURCE)])
    by_word = {WRONG[w.start : w.end]: w.bad for w in estimate.words}
    assert sorted(by_word, key=by_word.get, reverse=True)[0] in ("mâncat", "pantof")
    assert by_word["județ"] < by_word["pantof"]


def test_a_lost_sentence_is_seen_on_the_source(estimator: Estimator) -> None:
    source = SOURCE + " Three of them resigned the next day because of the flood."
    (estimate,) = estimator.estimate([(GOOD, source)])
    kept = [m.omitted for m in estimate.missing if m.end <= len(SOURCE)]
    lost = [m.omitted for m in estimate.missing if m.start > len(SOURCE)]
    assert sum(lost) / len(lost) > sum(kept) / len(kept) + 0.2


def test_without_a_source_nothing_is_said_about_it(estimator: Estimator) -> None:
    good, salad = estimator.estimate([(GOOD, None), (SALAD, None)])
    assert good.missing == salad.missing == ()
    assert good.score > salad.score


def test_estimates_do_not_depend_on_what_else_is_estimated(estimator: Estimator) -> None:
    texts = [(GOOD, SOURCE), (SALAD, None), (WRONG, SOURCE), ("Da.", "Yes."), (GOOD * 5, SOURCE)]
    alone = [estimator.estimate([text])[0] for text in texts]
    assert estimator.estimate(texts * 12) == alone * 12
    assert estimator.estimate(texts[::-1]) == alone[::-1]


def test_nor_on_how_many_are_read_side_by_side(
    model: Path, estimator: Estimator, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [(GOOD, SOURCE), (SALAD, None), (WRONG, SOURCE), ("Da.", "Yes.")]
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert Estimator(model).estimate(texts) == estimator.estimate(texts)


def test_nothing_comes_of_nothing(estimator: Estimator) -> None:
    assert estimator.estimate([]) == []
    (estimate,) = estimator.estimate([("", "")])
    assert estimate.words == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60) | st.none())
def test_offsets_lie_in_the_texts_as_given(
    estimator: Estimator, target: str, source: str | None
) -> None:
    (estimate,) = estimator.estimate([(target, source)])
    for places, text in ((estimate.words, target), (estimate.missing, source or "")):
        for place in places:
            assert 0 <= place.start < place.end <= len(text)
            assert any(
                letter.isalnum() or letter == "_" for letter in text[place.start : place.end]
            )
    for word in estimate.words:
        assert 0 <= word.bad <= 1
        assert 0 <= word.garbled <= 1


def test_half_a_letter_costs_no_other(estimator: Estimator) -> None:
    whole, half = ("Guvernul a numit \ufffd un prefect.", "Guvernul a numit \ud83d un prefect.")
    assert estimator.estimate([(half, "\udcff")]) == estimator.estimate([(whole, "\ufffd")])


def test_a_pair_has_its_marks_and_keeps_its_limits(estimator: Estimator) -> None:
    (pair,) = encode(estimator._tokenizer, [("județ " * 400, "county " * 400)])
    assert pair.ids[0] == START
    assert pair.ids[-1] == END
    assert len(pair.ids) <= LIMIT
    assert len(pair.target) == TARGET_LIMIT
    assert pair.ids[pair.source_at - 2 : pair.source_at] == (END, END)


def test_cedillas_and_commas_are_the_same_letters(estimator: Estimator) -> None:
    comma, cedilla = encode(estimator._tokenizer, [("fiecare județ și oraș", None),
                                                   ("fiecare judeţ şi oraş", None)])  # fmt: skip
    assert comma.ids == cedilla.ids


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="no model"):
        Estimator(tmp_path)


def test_a_damaged_model_is_named(tmp_path: Path, model: Path) -> None:
    for name in ("model.json", "embeddings.npy", "tokenizer.json"):
        shutil.copy(model / name, tmp_path / name)
    (tmp_path / "model.onnx").write_bytes(b"no graph")
    with pytest.raises(MtqaError, match="install mtqa-qe-ro anew"):
        Estimator(tmp_path)


def test_what_ships_is_small_enough_and_says_what_it_is(model: Path) -> None:
    files = [path for path in model.iterdir() if path.suffix in (".json", ".onnx", ".npy", ".py")]
    assert sum(path.stat().st_size for path in files) <= 45_000_000
    manifest = json.loads((model / "model.json").read_text(encoding="utf-8"))
    assert {"version", "recipe", "examples", "data", "taught", "weights", "scale"} <= set(manifest)
    assert not any("himl" in name or "test20" in name for name in manifest["data"])
