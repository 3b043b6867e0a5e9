"""Near-misses: the quick walk for one fault finds what the bounded walk finds."""

from __future__ import annotations

from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from mtqa.knowledge.automaton import Automaton, load
from mtqa.knowledge.lexicon import DATA
from mtqa.knowledge.suggest import near, near_by_one


@lru_cache(maxsize=1)
def forms() -> Automaton:
    return load(DATA / "romanian.automaton")


@given(st.text(alphabet="aăâbceiîmnorsștțuxé-", max_size=9))
def test_one_fault_is_found_as_by_the_bounded_walk(form: str) -> None:
    assert near_by_one(forms(), form) == near(forms(), form, 1.0)


def test_marks_cost_less_than_letters() -> None:
    found = near_by_one(forms(), "fara")
    assert found["fără"] == 0.5
    assert found["farad"] == 1.0
    assert "fara" not in found
