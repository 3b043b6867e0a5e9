"""Confidence as measured: the fit, its table and where it is applied."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa import Checker, check_article
from mtqa.judgement.calibration import calibrated, log_odds, shifted, table
from mtqa.model import Article
from mtqa.report.calibration import bins, error, plot
from mtqa.workshop.calibrate import Observation, fit, left_out, log_loss, predict


def seen(check: str, right: int, wrong: int, confidence: float = 0.9) -> list[Observation]:
    return [Observation(check, f"text {n}", confidence, n < right) for n in range(right + wrong)]


def fitted(observations: list[Observation], check: str, width: float = 1.0) -> float:
    return predict(fit(observations, width), Observation(check, "", 0.9, True))


def test_much_evidence_is_believed() -> None:
    assert fitted(seen("names.kinship", 300, 700), "names.kinship") == pytest.approx(0.3, abs=0.03)


def test_little_evidence_is_drawn_to_the_family() -> None:
    family = seen("names.kinship", 300, 100)
    alone = fitted(seen("names.exonym", 0, 1), "names.exonym")
    together = fitted([*family, *seen("names.exonym", 0, 1)], "names.exonym")
    assert alone < 0.9
    assert 0.5 < together < 0.75  # the family's 0.75, and one wrong one


def test_a_check_never_seen_is_judged_by_its_family() -> None:
    shifts = fit(seen("names.kinship", 50, 50), 1.0)
    unseen = predict(shifts, Observation("names.new", "", 0.9, True))
    assert unseen == pytest.approx(shifted(0.9, shifts["names"]))
    assert unseen < 0.7


def test_right_every_time_is_not_certainty() -> None:
    assert fitted(seen("casing.noun", 10, 0), "casing.noun") < 0.97


def test_issues_on_much_human_text_weigh_less() -> None:
    alarms = [o._replace(weight=0.05) for o in seen("casing.noun", 0, 20)]
    light = fitted([*seen("casing.noun", 20, 0), *alarms], "casing.noun")
    heavy = fitted([*seen("casing.noun", 20, 0), *seen("casing.noun", 0, 20)], "casing.noun")
    assert heavy < 0.6 < 0.9 < light


def test_calibration_is_measured_on_texts_left_out() -> None:
    observations = seen("a.b", 60, 60)
    before = log_loss(observations, [o.confidence for o in observations])
    after = log_loss(observations, left_out(observations, 2.0))
    assert after < before
    assert after == pytest.approx(math.log(2), abs=0.03)  # a coin


@given(st.floats(0, 1), st.floats(0, 1), st.floats(-8, 8))
def test_shifting_keeps_the_order_and_stays_a_probability(
    one: float, other: float, by: float
) -> None:
    low, high = sorted((one, other))
    assert 0 < shifted(low, by) <= shifted(high, by) < 1
    if 0.02 < one < 0.98:
        assert shifted(one, 0) == pytest.approx(one)
        assert log_odds(shifted(one, 0)) == pytest.approx(log_odds(one))


def test_the_table_names_its_data_and_only_families_of_checks() -> None:
    from mtqa.checks.registry import all_checks

    families = {name.partition(".")[0] for name in all_checks()}
    assert {name.partition(".")[0] for name in table()["shift"]} <= families
    assert table()["data"]["issues on gold"] >= table()["data"]["right"]
    losses = table()["log loss"]
    assert losses["calibrated, on texts left out"] < losses["as the authors guessed"]


def test_a_check_from_elsewhere_keeps_its_author_s_confidence() -> None:
    assert calibrated("house.shouting", 0.42) == 0.42
    assert calibrated("comet.span", 0.42) == 0.42


def test_reports_carry_the_calibrated_confidence() -> None:
    text = "Guvernul au anunțat noi măsuri pentru agricultură."
    (raw,) = Checker(calibrated=False).check(Article("a", text)).issues
    (issue,) = check_article(text).issues
    assert issue.confidence == calibrated(raw.check, raw.confidence)
    assert calibrated(raw.check, 0.7) != 0.7


def test_bins_hold_issues_of_like_confidence() -> None:
    outcomes = [(0.5, True, 1.0), (0.5, False, 1.0), (0.9, True, 1.0), (0.9, True, 1.0)]
    assert bins(outcomes, 2) == [(0.5, 0.5, 2.0), (0.9, 1.0, 2.0)]
    assert error(outcomes, 2) == pytest.approx(0.05)


def test_the_plot_is_an_image_with_a_point_for_each_bin() -> None:
    import xml.etree.ElementTree as ElementTree

    outcomes = [(0.5, True, 1.0), (0.5, False, 1.0), (0.9, True, 1.0), (0.9, True, 1.0)]
    root = ElementTree.fromstring(plot({"as guessed": outcomes, "calibrated": outcomes}))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(root.findall("{*}circle")) == 2 * len(bins(outcomes))
