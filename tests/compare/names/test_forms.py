"""Which forms of a name Romanian news may use, and how wrong ones relate to it."""

from __future__ import annotations

import pytest

from mtqa.compare.names.evidence import exonym, is_variant, native_marks, sounds_same
from mtqa.compare.names.forms import TargetText, accepted
from mtqa.compare.names.history import historical, must_change
from mtqa.compare.names.keys import romanised, source_keys, target_keys
from mtqa.compare.names.likeness import relation
from mtqa.languages.ro import Document


def is_shown(word: str, target: str, language: str = "en") -> bool:
    return accepted(word, TargetText(Document(target).tokens), language) is not None


@pytest.mark.parametrize(
    ("word", "target"),
    [
        ("Kluivert", "golul lui Kluivert"),
        ("Kyiv", "luptele din jurul Kievului"),
        ("Sergey", "ministrul Serghei Lavrov"),
        ("Moscow", "decizia Moscovei"),
        ("Netherlands", "fostul atacant al Țărilor de Jos"),
        ("Hague", "tribunalul de la Haga"),
        ("Brâncuși", "un cap de Brancusi"),
        ("Plato", "dialogurile lui Platon"),
        ("Bolivia", "guvernul bolivian"),
        ("AI", "folosirea IA în medicină"),
        ("Brussels", "întâlnirea de la Bruxelles"),
    ],
)
def test_accepted_forms(word: str, target: str) -> None:
    assert is_shown(word, target)


@pytest.mark.parametrize(
    ("word", "target"),
    [("Kluivert", "golul lui Kluivers"), ("May", "cel mai bun"), ("Madrid", "la Madridsen")],
)
def test_other_words_are_no_forms(word: str, target: str) -> None:
    assert not is_shown(word, target)


@pytest.mark.parametrize(
    ("name", "form", "found"),
    [
        ("Polanski", "Polanskis", "genitive"),
        ("Putin", "Putin's", "genitive"),
        ("Nadal", "Nadalen", "swelled"),
        ("Leonov", "Leonenov", "swelled"),
        ("Romcatel", "Romcel", "truncated"),
        ("Johnson", "Johns", "truncated"),
        ("Bovenschulte", "Bovenschule", "near"),
        ("Paris", "Parisul", None),
        ("Chelsea", "Arsenal", None),
    ],
)
def test_relation(name: str, form: str, found: str | None) -> None:
    assert relation(name, form) == found


def test_less_likeness_will_do_beside_the_rest_of_the_name() -> None:
    assert relation("Makis", "Maken") is None
    assert relation("Makis", "Maken", framed=True) == "near"


def test_spellings_of_one_name() -> None:
    assert is_variant("Krushchev", "Hrușcev")
    assert not is_variant("Bournemouth", "Newcastle")
    assert sounds_same("Eskimo", "Eschimo")
    assert sounds_same("Aristarchus", "Aristarh")
    assert not sounds_same("Chelsea", "Chelsa")


def test_cyrillic_meets_romanian() -> None:
    assert romanised("Захарова") == "Zaharova"
    assert source_keys("Лавров") & target_keys("Lavrov")


def test_an_article_before_a_vowel_is_no_part_of_the_name() -> None:
    assert source_keys("Arc") & target_keys("d'Arc")
    assert source_keys("Oréal") & target_keys("L’Oréal")
    assert not source_keys("abord") & target_keys("d'abord")


def test_marks_are_asked_for_where_the_name_must_have_them() -> None:
    assert native_marks("Costică", "Costica") == "Costică"
    assert native_marks("Costică", "Costică") is None
    assert native_marks("Trump", "Trump") is None


def test_names_of_history_and_states() -> None:
    assert historical("Aristotle") == ("Aristotel",)
    assert must_change("Strabo") == "Strabon"
    assert must_change("George") is None
    assert exonym("Germany", "en") == "Germania"
    assert exonym("Kiev", "en") is None
