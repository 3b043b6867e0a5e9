"""What the model learns from: marks from tags and from agreement, and errors made on purpose."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.workshop.training.corruptions import WAYS, Spoiler, Spoilt
from mtqa.workshop.training.dataset import TrainingData, bare, unseen
from mtqa.workshop.training.examples import Example
from mtqa.workshop.training.glosses import first
from mtqa.workshop.training.labels_mlqe import detokenized, placed
from mtqa.workshop.training.labels_systems import Translated, agreement, marks, score_of

PAIRS = [
    (
        "Guvernul a anunțat luni, după o ședință de trei ore, că nu va crește taxele în 2024.",
        "The government announced on Monday, after a meeting of three hours, that it will not "
        "raise taxes in 2024.",
    ),
    (
        "Președintele este în vizită la Paris, iar ministrul de externe pleacă mâine la Berlin.",
        "The president is visiting Paris, while the foreign minister leaves for Berlin tomorrow.",
    ),
    (
        "Echipa a câștigat meciul cu 3-1 și joacă sâmbătă împotriva campioanei Germaniei.",
        "The team won the match 3-1 and plays against the champions of Germany on Saturday.",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def spoiler() -> Spoiler:
    corpus = [*(target for target, _ in PAIRS), "Guvernele anunțau vizitele la ședință"]
    return Spoiler(7, corpus, PAIRS)


def test_bad_words_are_found_in_the_running_text() -> None:
    text = 'He said: "No," twice.'
    words = ["He", "said", ":", '"', "No", ",", '"', "twice", "."]
    tags = ["OK", "OK", "OK", "OK", "BAD", "OK", "OK", "BAD", "OK"]
    assert [text[a:b] for a, b, _ in placed(text, words, tags)] == ["No", "twice"]


def test_tokens_become_running_text() -> None:
    assert detokenized("It was , he said , over ( again ) .") == "It was, he said, over (again)."


def test_what_neither_reference_nor_other_systems_have_is_suspect() -> None:
    reference = "Pilotul a fost identificat de poliție"
    others = ["Pilotul a fost identificat de poliție", "Pilotul a fost identificată de poliția"] * 2
    text = "Pilotul a fost legat de poliție"
    found = {text[a:b]: probability for a, b, probability in marks(text, reference, others)}
    assert found["legat"] > 0.4
    assert max(p for word, p in found.items() if word != "legat") < 0.1


def test_more_suspect_words_score_lower() -> None:
    assert score_of(((0, 3, 0.02), (4, 8, 0.02))) > score_of(((0, 3, 0.02), (4, 8, 0.47)))


def test_an_output_that_stands_alone_is_agreed_with_least() -> None:
    outputs = {
        "a": "Pilotul a fost identificat de poliție",
        "b": "Pilotul a fost identificat de polițiști",
        "c": "Pilot era legat poliția cu identitate",
    }
    row = Translated("1", "The pilot was identified by police", outputs["a"], outputs)
    (found,) = agreement([row])
    assert sorted(found, key=found.get) == ["c", "b", "a"]  # type: ignore[arg-type]


def test_marks_stay_where_diacritics_are_lost() -> None:
    example = Example("Poliţia și județul", None, bad=((11, 18, 1.0),))
    assert bare(example).target == "Politia si judetul"
    assert bare(example).bad == example.bad


def test_a_definition_goes_without_its_examples() -> None:
    assert first('a male adult; "the man left"') == "a male adult"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_makes_errors_that_lie_where_it_says(way, spoiler: Spoiler) -> None:
    made = 0
    for number in range(40):
        target, source = PAIRS[number % len(PAIRS)]
        found = way(spoiler, Spoilt(target, source))
        if found is None:
            continue
        made += 1
        assert (found.target, found.source) != (target, source)
        assert found.cost > 0
        assert found.bad or found.omitted
        for start, end, probability in (*found.bad, *found.garbled):
            assert 0 <= start < end <= len(found.target)
            assert 0 < probability <= 1
        for start, end, _ in found.omitted:
            assert 0 <= start < end <= len(found.source or "")
    assert made, "the way never applies"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(PAIRS), st.sampled_from(["en", "ru"]))
def test_what_is_not_marked_is_as_it_was(
    spoiler: Spoiler, seed: int, pair: tuple[str, str], language: str
) -> None:
    spoiler.rng = random.Random(seed)
    example = spoiler.spoil(*pair, language, "x")
    # what stands outside the marks comes from the human translations, in the same order
    kept, at = [], 0
    for start, end, _ in sorted(m for m in example.bad or () if m[2] == 1.0):
        kept.append(example.target[at : max(at, start)])
        at = max(at, end)
    kept.append(example.target[at:])
    known = " ".join(target for target, _ in PAIRS)
    for part in kept:
        for word in part.split():
            assert word.strip(".,") in known


def test_a_hidden_source_hides_what_it_shows(spoiler: Spoiler) -> None:
    example = spoiler.spoil(*PAIRS[0], "en", "x").blind()
    assert example.source is None
    assert example.omitted is None


def test_training_leaves_out_what_is_tested_on(data) -> None:
    tested = frozenset({(data / "mt-en-ro" / "flores-dev.en").read_text("utf-8").splitlines()[0]})
    whole = TrainingData(data, tested, 1)
    assert not any(row.source in tested for row in whole.translated)
    documents = set((data / "ntrex" / "documents.tsv").read_text("utf-8").splitlines())
    kept = list(unseen(data / "ntrex", "eng"))
    assert 0.2 < 1 - len(kept) / len(documents) < 0.5
    learnt = {row.target for row in whole.clean}
    assert not any(line in learnt for pair in kept for line in pair.target)
