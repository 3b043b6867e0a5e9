"""Romanian word forms: what is known, what is not, what it can be, what was meant."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from mtqa.knowledge import Analysis, comma, modern, romanian, without_marks
from mtqa.knowledge.analysis import with_feminine_oblique

WORDS = romanian()
DATA = Path(os.environ.get("MTQA_DATA", "../shared/data"))


@pytest.mark.parametrize(
    "token",
    """casă Casă CASĂ București BUCUREȘTI fiului s-a într-o Într-un dându-se văzându-l dă-mi
    nord-coreeană nord-coreenilor ruso-ucrainean franco-germană social-democrat prim-ministru
    redactor-șef vice-premier ex-președinte ONU-ului NATO proeuropean antirachetă vicepreședinte
    cînd sînt pămînt neîmpăcat preşedinţie Bistrița-Năsăud de-a mi-e i-au n-am ducându-se-n
    purtătorul câte-o drona dronă drone dronelor podcast influencer podcasturile hip-hop-ul
    bine-cunoscut azi-dimineață kieveni""".split(),
)
def test_known(token):
    assert WORDS.known(token)


@pytest.mark.parametrize(
    "token",
    """uhraine Uhraine apă-înaltă arăreală nativien alguri aspruţie agling servet Pyongyangs
    rus-north-coreene Nadalen kommentare the und putin whitman dupa cand fara
    -a casă- zzq-ul""".split(),
)
def test_unknown(token):
    assert not WORDS.known(token)


def test_membership_is_by_exact_spelling():
    assert "București" in WORDS
    assert "Whitman" in WORDS
    assert "whitman" not in WORDS
    assert "Casă" not in WORDS
    assert "" not in WORDS


@pytest.mark.parametrize(
    "form, lemma, features",
    [
        ("fiului", "fiu", ("noun", "m", "s", "oblique", True)),
        ("fiul", "fiu", ("noun", "m", "s", "direct", True)),
        ("case", "casă", ("noun", "f", "p", "direct", False)),
        ("case", "casă", ("noun", "f", "s", "oblique", False)),
        ("frumoase", "frumos", ("adjective", "f", "s", "oblique", False)),
        ("acestei", "acest", ("determiner", "f", "s", "oblique", None)),
        ("trenurile", "tren", ("noun", "n", "p", "direct", True)),
    ],
)
def test_nominal_features(form, lemma, features):
    found = [
        (a.pos, a.gender, a.number, a.case, a.definite)
        for a in WORDS.analyses(form)
        if a.lemma == lemma
    ]
    assert features in found


@pytest.mark.parametrize(
    "form, lemma, features",
    [
        ("merge", "merge", ("indicative", "s", 3, False)),
        ("meargă", "merge", ("subjunctive", "s", 3, False)),
        ("mergeau", "merge", ("indicative", "p", 3, False)),
        ("mersese", "merge", ("indicative", "s", 3, False)),
        ("mergând", "merge", ("gerund", "", 0, False)),
        ("văzută", "vedea", ("participle", "s", 0, False)),
        ("vor", "vrea", ("indicative", "p", 3, True)),
        ("ar", "avea", ("conditional", "s", 3, True)),
    ],
)
def test_verbal_features(form, lemma, features):
    found = [
        (a.mood, a.number, a.person, a.auxiliary)
        for a in WORDS.analyses(form)
        if a.lemma == lemma and a.pos == "verb"
    ]
    assert features in found


def test_recent_words_have_features_too():
    found = {(a.lemma, a.case, a.number, a.definite) for a in WORDS.analyses("dronelor")}
    assert found == {("dronă", "oblique", "p", True)}
    assert WORDS.recent("dronă")
    assert not WORDS.recent("casă")
    assert WORDS.suggest("drnoa")[0] == "drona"


def test_other_features():
    assert any(a.proper for a in WORDS.analyses("moscova"))
    assert not any(a.proper for a in WORDS.analyses("casă"))
    assert {a.kind for a in WORDS.analyses("unei")} == {"article"}
    assert "article" in {a.pos for a in WORDS.analyses("ale")}
    assert "preposition" in {a.pos for a in WORDS.analyses("pentru")}
    assert Analysis("x", "0000000000").pos == "other"


def test_capital_letters_are_read_as_lower_case_and_strangers_have_no_reading():
    assert WORDS.analyses("Fiului") == WORDS.analyses("fiului")
    assert WORDS.analyses("uhraine") == ()
    assert WORDS.lemmas("fiului") == ("fiu",)


def test_a_masculine_plural_gets_no_oblique_singular():
    plural = (Analysis("om", "Smp3anc000"),)
    assert with_feminine_oblique(plural) == plural


@pytest.mark.parametrize(
    "form, first",
    [("fara", "fără"), ("si", "și"), ("presedintele", "președintele"), ("Fara", "fără")],
)
def test_folded(form, first):
    assert WORDS.folded(form)[0] == first


def test_folded_finds_nothing_for_strangers():
    assert WORDS.folded("uhraine") == ()


@pytest.mark.parametrize(
    "form, first",
    [
        ("guvrenul", "guvernul"),
        ("politcă", "politică"),
        ("intâlnire", "întâlnire"),
        ("Minsitrul", "Ministrul"),
        ("război l".replace(" ", ""), "război"),
    ],
)
def test_suggest(form, first):
    assert WORDS.suggest(form)[0] == first


def test_suggest_obeys_its_limits():
    assert WORDS.suggest("guvrenul", 0) == ()
    assert WORDS.suggest("uhraine") == ()
    assert "ucraina" in WORDS.suggest("uhraine", 5, limit=2.0)


def test_frequency_orders_words():
    assert WORDS.frequency("și") > WORDS.frequency("președinte") > WORDS.frequency("scotociri") == 0


def test_norms():
    assert comma("aspruţie") == "aspruție"
    assert without_marks("Înțeleși") == "Intelesi"
    assert modern("cînd") == ("când",)
    assert modern("sînt") == ("sunt",)
    assert modern("început") == ()
    assert "neîmpăcat" not in modern("neîmpăcat")


@pytest.mark.parametrize(
    "file, least", [("ntrex/ron.txt", 99.5), ("mt-en-ro/flores-test.ro", 99.5)]
)
def test_coverage_of_human_text(file, least):
    path = DATA / file
    if not path.exists():
        pytest.skip(f"{path} is not here (set MTQA_DATA)")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "ă" in line]
    tokens = re.findall(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*", "\n".join(lines))
    lower = [token for token in tokens if token.islower()]
    assert len(lower) > 10_000
    assert 100 * sum(map(WORDS.known, lower)) / len(lower) >= least
