"""What evidence is worth is learnt: labels, the fit, what is told of it."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.checks.words.evidence import Evidence
from mtqa.checks.words.source import Likeness
from mtqa.checks.words.worth import SITUATIONS, Worth
from mtqa.evaluation.gold import GoldSpan
from mtqa.workshop.unlabelled import Sentence
from mtqa.workshop.words import Example, comparable, fit, label, table, told, words


def evidence(text: str, situation: str = "lower", start: int = 10, **features: float) -> Evidence:
    nothing = Likeness(None, "nothing", {})
    return Evidence(start, start + len(text), text, situation, features, None, nothing)


def span(text: str, category: str, suggestion: str | None, start: int = 10) -> GoldSpan:
    return GoldSpan(start, start + len(text), text, category, "minor", "", suggestion)


@pytest.mark.parametrize(
    ("word", "spans", "expected"),
    [
        # no annotated span: right
        (evidence("kayak"), [], (False, 1.0, "")),
        # the annotator wrote something else
        (evidence("hassle"), [span("hassle", "untranslated", "bătaie de cap")], True),
        # the word stands in what the annotator wrote, so that another one was wrong
        (
            evidence("Auckland", "capital"),
            [span("Auckland Harbour", "name", "portul Auckland")],
            (False, 1.0, "name"),
        ),
        # only its capital was wrong, or a comma beside it: that says nothing
        (evidence("Sikh"), [span("Sikh", "casing", "sikh")], (False, 0.0, "casing")),
        (evidence("Raju"), [span("Raju", "punctuation", ",")], (False, 0.0, "punctuation")),
        # a wrong form of a word in lower case; a name in a wrong sentence says nothing
        (evidence("mlaștinul"), [span("mlaștinul", "grammar", "mlaștina")], True),
        (evidence("Utah", "capital"), [span("la Utah", "grammar", None)], (False, 0.0, "grammar")),
    ],
)
def test_a_word_is_wrong_if_the_annotator_does_without_it(
    word: Evidence, spans: list[GoldSpan], expected: bool | tuple[bool, float, str]
) -> None:
    found = label(word, spans)
    assert found == ((True, 1.0, spans[0].category) if expected is True else expected)


def test_strange_words_are_read_with_and_without_the_source() -> None:
    pair = Sentence("", "Copiii au avut un hassle în țară.", "The children had a hassle.", "en")
    ((seen, alone),) = words(pair)
    assert seen.text == "hassle"
    assert seen.features["copied"] == 1
    assert "copied" not in alone


def test_what_tells_right_from_wrong_gets_a_weight() -> None:
    values = np.array([[float(n % 2), 1.0] for n in range(200)])
    which = np.zeros(200, dtype=int)
    weights = fit(values, which, values[:, 0], np.ones(200))
    assert weights.shape == (len(SITUATIONS), 2)
    assert weights[0][0] > 2 > 0 > weights[0][1]


def examples() -> list[Example]:
    made = []
    for number in range(400):
        wrong = number % 3 == 0
        strange = float(wrong or number % 20 == 1)
        word = evidence("x", SITUATIONS[number // 3 % 3], alike=strange)
        features = {"alike": 0.0}
        gold, marked = number % 4 > 0, "garbled" if wrong else ""
        made.append(Example(f"source {number}", word, features, wrong, 1.0, gold, marked))
    return made


def test_the_table_speaks_from_where_it_is_right_often_enough() -> None:
    made = table(examples())
    assert 0 < made["speaks from"]["with source"]["far"] < 0.9
    assert made["data"]["wrong"] + made["data"]["words spoilt on purpose"] == 134
    shipped = Worth(made)
    assert shipped.probability({"alike": 1.0}, "lower", True) > 0.6
    assert shipped.probability({"alike": 0.0}, "lower", True) < 0.2


def test_what_is_told_counts_annotated_words_apart() -> None:
    seen = examples()
    row = told(seen, [0.9 if example.wrong else 0.1 for example in seen])[0]
    assert row["precision"] == row["recall"] == 1.0
    assert row["recall of spoilt"] == 1.0
    assert row["elsewhere"] == 0
    assert row["marked"] == sum(example.wrong and example.gold for example in seen)


def test_words_that_cannot_be_compared_say_nothing_of_a_source() -> None:
    seen = [example._replace(evidence=example.evidence._replace(likeness=None))
            for example in examples()]  # fmt: skip
    assert comparable(seen, True) == []
    assert comparable(seen, False) == seen
