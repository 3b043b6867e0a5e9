"""The tables of wrong renderings: every row's own example is found, and malformed rows are named."""

from __future__ import annotations

import pytest

from mtqa.align.article import parallel
from mtqa.lexicon.handmade import rows
from mtqa.meaning import Verdict, pairs
from mtqa.meaning.direction import opposites
from mtqa.meaning.pattern import compiled
from mtqa.meaning.rules import Rule, RuleBook, load_rules, rule_book
from mtqa.meaning.words import Words, english_keys, german_keys, keys_of, words

TABLES = ("false_friends", "homographs", "idioms")


def said_of(rule: Rule, language: str) -> list[Verdict]:
    source, _, target = rule.example.partition(" = ")
    book = RuleBook([rule], language)
    return [
        verdict
        for pair in pairs(source, target, parallel(source, target), language)
        for verdict in book.verdicts(pair)
    ]


def found(table: str, source: str, target: str, language: str = "en") -> list[str]:
    return [
        target[verdict.start : verdict.end]
        for pair in pairs(source, target, parallel(source, target), language)
        for verdict in rule_book(table, language).verdicts(pair)
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_finds_its_example(table: str) -> None:
    silent = [
        f"{language}: {rule.example}"
        for rule in load_rules(table)
        for language in rule.languages
        if not said_of(rule, language)
    ]
    assert silent == []


@pytest.mark.parametrize(("table", "least"), list(zip(TABLES, (200, 150, 200), strict=True)))
def test_tables_are_large_enough(table: str, least: int) -> None:
    assert len(load_rules(table)) >= least


@pytest.mark.parametrize("table", TABLES)
def test_severities_are_known(table: str) -> None:
    assert {rule.severity for rule in load_rules(table)} <= {"minor", "major", "critical"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The city's library reopened.", "Biblioteca orașului s-a redeschis."),
        ("There is a library beside the bookshop.", "Lângă librărie este o bibliotecă."),
        ("She wrote a novel and a novella.", "A scris un roman și o nuvelă."),
        ("He bought fabric from the factory.", "A cumpărat țesătură de la fabrică."),
    ],
)
def test_right_renderings_are_silent(source: str, target: str) -> None:
    assert found("false_friends", source, target) == []


def test_the_source_word_decides() -> None:
    assert found("false_friends", "The library burned down.", "Librăria a ars.") == ["Librăria"]
    assert found("false_friends", "The bookshop burned down.", "Librăria a ars.") == []


def test_aktuell_is_actual_in_german() -> None:
    assert found("false_friends", "die aktuelle Lage", "situația actuală", "de") == []


def test_the_context_decides_between_senses() -> None:
    rain = ("Rain and showers are forecast.", "Se anunță ploi și dușuri.")
    hotel = ("The hotel rooms have showers.", "Camerele hotelului au dușuri.")
    assert found("homographs", *hotel) == []
    assert found("homographs", "Storms and showers are forecast.", "Furtuni și dușuri.") == [
        "dușuri"
    ]
    assert found("homographs", *rain) == []  # "ploi" may be what renders the showers


def test_an_idiom_needs_its_source() -> None:
    target = "Avioanele au luat loc pe pistă."
    assert found("idioms", "The talks took place in Geneva.", "Discuțiile au luat loc la Geneva.")
    assert found("idioms", "The planes took up position.", target) == []


def test_a_pattern_begins_with_a_word() -> None:
    with pytest.raises(ValueError, match="begins with a word"):
        compiled("_ place")


def test_patterns() -> None:
    text = "he will take his place again"
    line = Words(words(text, 0, len(text), keys_of("en")), text)
    assert list(compiled("take _ place")[0].find(line)) == [(2, 5)]
    assert list(compiled("take ?his place")[0].find(line)) == [(2, 5)]
    assert list(compiled("take place")[0].find(line)) == []
    assert list(compiled("=took/=take pla*")[0].find(line)) == []


def test_lemmas_are_likely_ones() -> None:
    assert "rat" not in english_keys("rates")
    assert "rate" in english_keys("rates")
    assert "photograph" not in english_keys("photographer")
    assert "gewinnen" in german_keys("gewinnt")


def test_opposites_have_both_sides_in_romanian() -> None:
    assert all(row["ro_a"] and row["ro_b"] for row in rows("antonyms"))
    assert opposites("en")
    assert opposites("de")
    assert opposites("hu") == {}
