"""LanguageTool speaks in code points like everything else here, and its absence is said plainly."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from mtqa.errors import MtqaError
from mtqa.evaluation.languagetool import Alarm, languagetool

Check = Callable[[str], list[Alarm]]


@pytest.fixture(scope="module")
def check() -> Check:
    pytest.importorskip("lt_py")
    return languagetool()


def test_an_alarm_names_span_rule_and_first_suggestion(check: Check) -> None:
    assert check("Cartile noi costă 12 lei.") == [Alarm(0, 7, "MORFOLOGIK_RULE_RO_RO", "Cărțile")]


def test_offsets_count_code_points_not_bytes(check: Check) -> None:
    text = "„Știința” își arată roadele 😀. Mi-ar place să merg acolo."
    (alarm,) = check(text)
    assert text[alarm.start : alarm.end] == "place"
    assert alarm.suggestion == "plăcea"


def test_alarms_stand_in_reading_order(check: Check) -> None:
    text = "Ministrul ministrul a venit. Cartile noi costă 12 lei , iar ziarul 3 lei."
    spans = [alarm[:2] for alarm in check(text)]
    assert len(spans) > 2
    assert spans == sorted(spans)


@pytest.mark.parametrize("text", ["", "\n", "Premierul a demisionat."])
def test_a_clean_text_has_no_alarm(check: Check, text: str) -> None:
    assert check(text) == []


def test_half_a_character_does_not_stop_it(check: Check) -> None:
    text = "Premierul\ud83d a demisionat. Cartile noi costă 12 lei."
    assert "Cartile" in [text[alarm.start : alarm.end] for alarm in check(text)]


def test_without_lingotweaker_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lt_py", None)
    with pytest.raises(MtqaError, match=r"lingotweaker is not installed; run: pip install"):
        languagetool()


def test_without_its_romanian_data_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Bare:
        @staticmethod
        def Engine(language: str) -> None:
            raise RuntimeError("data error: no data directory found")

    monkeypatch.setitem(sys.modules, "lt_py", Bare)
    with pytest.raises(MtqaError, match=r"no Romanian rules \(data error.*pip install"):
        languagetool()
