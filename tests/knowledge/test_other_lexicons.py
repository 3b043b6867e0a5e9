"""Foreign words, translations, places, people: look-ups, order, near misses."""

from __future__ import annotations

import pytest

from mtqa.knowledge import (
    en_ro,
    foreign,
    foreign_words,
    institutions,
    loanwords,
    media,
    people,
    places,
)
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.places import case_bases
from mtqa.workshop.lexicon.translations import clean, exceptions


@pytest.mark.parametrize(
    "form, language",
    [("tactics", "en"), ("Kommentare", "de"), ("Sunday", "en"), ("élevé", "fr"), ("über", "de"),
     ("mañana", "es"), ("perché", "it"), ("és", "hu"), ("bullshit", "en")],
)  # fmt: skip
def test_foreign_words(form, language):
    assert language in foreign(form)


@pytest.mark.parametrize("form", ["Putin", "Obama", "Lavrov", "uhraine", "președinte", ""])
def test_names_and_romanian_words_are_not_foreign(form):
    assert foreign(form) == frozenset()


def test_strength_is_a_frequency():
    words = foreign_words()
    assert words.strength("the", "en") > words.strength("tactics", "en") > 2
    assert words.strength("the", "hu") == 0.0
    assert foreign("tactics", floor=6.0) == frozenset()


@pytest.mark.parametrize(
    "english, romanian",
    [("son", "fiu"), ("sons", "fiu"), ("spokesman", "purtător de cuvânt"), ("went", "merge"),
     ("grave", "mormânt"), ("recluse", "sihastru"), ("evidence", "dovadă"), ("Stopped", "opri"),
     ("countries", "țară"), ("women", "femeie"), ("around", "împrejur")],
)  # fmt: skip
def test_translations(english, romanian):
    assert romanian in en_ro().translations(english)


def test_the_likeliest_translation_comes_first():
    assert en_ro().translations("son")[0] == "fiu"
    assert en_ro().translations("evidence", "n")[0] in ("dovadă", "evidență")
    assert "lovi" not in en_ro().translations("strike", "n")


@pytest.mark.parametrize("word, english", [("fiului", "son"), ("ceas", "clock"), ("ceas", "hour")])
def test_the_way_back(word, english):
    assert english in en_ro().english(word)


def test_unlisted_words_have_no_translation():
    assert en_ro().translations("uhraine") == ()
    assert en_ro().english("uhraine") == ()
    assert en_ro().lemmas("blorked") == ()


@pytest.mark.parametrize(
    "literal, lemma",
    [("|se| întinde", "întinde"), ("[se] teme", "teme"), ("a|-și| face", "face"),
     ("plantă", "plantă"),
     ("purtător_de_cuvânt", "purtător de cuvânt"), ("O'Brien", "O'Brien"), ("şold", "șold")],
)  # fmt: skip
def test_reflexive_marks_go(literal, lemma):
    assert clean(literal) == lemma


def test_irregular_forms(tmp_path):
    (tmp_path / "verb.exc").write_text("went go\nwent_deep go_deep\n", encoding="utf-8")
    (tmp_path / "noun.exc").write_text("axes ax axis\n", encoding="utf-8")
    assert list(exceptions(tmp_path)) == [("axes", ["ax", "axis"]), ("went", ["go"])]


@pytest.mark.parametrize(
    "form, name",
    [("Moscow", "Moscova"), ("Moskau", "Moscova"), ("Germany", "Germania"), ("Wien", "Viena"),
     ("Kyiv", "Kyiv"), ("Kiev", "Kiev"), ("London", "Londra"), ("Uhraine", None),
     ("Roma", "Roma"), ("Deutschland", "Germania")],
)  # fmt: skip
def test_romanian_name(form, name):
    assert places().romanian_name(form) == name


@pytest.mark.parametrize("form", ["Germaniei", "Clujului", "Moscovei", "Parisului", "Avdiivka"])
def test_places_in_their_case_forms(form):
    assert places().is_place(form)


@pytest.mark.parametrize("form", ["Pyongyangs", "Uhraine", "Casa", "The", "Fiul"])
def test_what_is_no_place(form):
    assert not places().is_place(form)


def test_demonyms():
    place = places().demonym("kieveană")
    assert place is not None
    assert place.name == "Kiev"
    assert places().demonym("frumoasă") is None
    assert places().get("Moscova") is not None


def test_case_bases():
    assert "Germania" in case_bases("Germaniei")
    assert "Cluj" in case_bases("Clujului")
    assert case_bases("Paris") == ()


def test_people():
    found = people().find("Kim Jong-un")
    assert [person.name for person in found] == ["Kim Jong Un"]
    assert people().is_part("Putin")
    assert not people().is_part("putin")
    assert {p.name for p in people().with_part("Zelenski")} == {"Volodimir Zelenski"}
    assert len(people()) > 1500


def test_loanwords():
    assert loanwords()["Boko Haram"].origin
    assert "președinte" not in loanwords()
    assert all(form == word.form for form, word in loanwords().items())


def test_institutions_and_media():
    assert ("Islamic State", "Statul Islamic") in {(i.english, i.romanian) for i in institutions()}
    assert "The New York Times" in {m.name for m in media()} | {"The New York Times"} & {
        s for m in media() for s in (m.name, *m.short_forms)
    }


def test_rows_need_their_header_and_know_their_width(tmp_path):
    (tmp_path / "a.tsv").write_text("# columns: x\ty\n# note\n\n1\t2\n3\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("x\ty\n", encoding="utf-8")
    (tmp_path / "c.tsv").write_text("# columns: x\n1\t2\n", encoding="utf-8")
    assert list(rows("a", tmp_path)) == [{"x": "1", "y": "2"}, {"x": "3", "y": ""}]
    assert list(rows("absent", tmp_path)) == []
    with pytest.raises(ValueError, match="first line"):
        list(rows("b", tmp_path))
    with pytest.raises(ValueError, match=r"c\.tsv:2: 2 cells for 1"):
        list(rows("c", tmp_path))
