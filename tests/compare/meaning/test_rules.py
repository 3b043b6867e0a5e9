"""Rows at work: what a sense, an idiom or a calque needs in order to speak, and what silences it."""

from __future__ import annotations

import pytest

from mtqa.align.article import parallel
from mtqa.compare.meaning import pairs
from mtqa.compare.meaning.direction import opposites
from mtqa.compare.meaning.keyed_words import Words, english_keys, german_keys, romanian_keys, words
from mtqa.compare.meaning.rules import CalqueBook, RuleBook
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.pattern import compiled
from mtqa.knowledge.rows import Context, Row, senses


def row(source: str, wrong: str, right: str, *, needs: str = "", unless: str = "") -> Row:
    def context(text: str) -> Context:
        return Context(
            tuple(word for word in text.split() if word[0] != "@"),
            frozenset(word[1:] for word in text.split() if word[0] == "@"),
        )

    kind = "sense" if source else "calque"
    return Row(
        f"{source}={wrong}", kind, frozenset({"en"}), compiled(source), compiled(wrong),
        compiled(right), context(needs), context(unless), "major", "hand",
    )  # fmt: skip


LIBRARY = row("library", "librărie", "bibliotecă", unless="bookshop")
SHOWERS = row("=showers", "duș", "aversă|ploaie", needs="@weather sunny", unless="hotel")
PLACE = row("take place", "lua loc", "avea loc")


def said(rule: Row, source: str, target: str, language: str = "en") -> list[str]:
    book = RuleBook([rule], language)
    return [
        target[verdict.start : verdict.end]
        for pair in pairs(source, target, parallel(source, target), language)
        for verdict in book.verdicts(pair)
    ]


@pytest.mark.parametrize(
    ("rule", "source", "target", "marked"),
    [
        (LIBRARY, "The library burned down.", "Librăria a ars.", ["Librăria"]),
        (LIBRARY, "The libraries burned down.", "Librăriile au ars.", ["Librăriile"]),
        (LIBRARY, "The bookshop burned down.", "Librăria a ars.", []),
        (LIBRARY, "The library burned down.", "Biblioteca a ars.", []),
        (LIBRARY, "The library burned down.", "Biblioteca și librăria au ars.", []),
        (LIBRARY, "There is a library beside the bookshop.", "Lângă librărie este un loc.", []),
        (SHOWERS, "Storms and showers are forecast.", "Furtuni și dușuri.", ["dușuri"]),
        (SHOWERS, "Sunny spells and showers.", "Soare și dușuri.", ["dușuri"]),
        (SHOWERS, "The rooms have showers.", "Camerele au dușuri.", []),
        (SHOWERS, "The sunny hotel rooms have showers.", "Camerele au dușuri.", []),
        (SHOWERS, "Rain and showers are forecast.", "Se anunță ploi și dușuri.", []),
        (PLACE, "The talks took place in Geneva.", "Discuțiile au luat loc.", ["luat loc"]),
        (PLACE, "The planes took up position.", "Avioanele au luat loc pe pistă.", []),
    ],
)
def test_what_a_row_hears(rule: Row, source: str, target: str, marked: list[str]) -> None:
    assert said(rule, source, target) == marked


def test_a_row_reads_its_own_languages_only() -> None:
    assert said(LIBRARY, "The library burned down.", "Librăria a ars.", "de") == []


def test_a_row_speaks_once_in_a_segment() -> None:
    source = "One library burned down and another library was saved."
    assert len(said(LIBRARY, source, "O librărie a ars și altă librărie a scăpat.")) == 1


@pytest.mark.parametrize(
    ("rule", "text", "marked"),
    [
        (row("", "foc sălbatic", "incendiu"), "Focurile sălbatice se extind.", ["Focurile sălbatice"]),
        (row("", "foc sălbatic", "incendiu"), "Un foc, sălbatic și rapid.", []),
        (row("", "foc sălbatic", "incendiu"), "Incendiul e un foc sălbatic.", []),
        (row("", "grevă american*", "atac", needs="ucis*"), "Greva americană a ucis zece.", ["Greva americană"]),
        (row("", "grevă american*", "atac", needs="ucis*"), "Greva americană continuă.", []),
        (row("", "grevă american*", "atac", unless="salari*"), "Greva americană pentru salarii.", []),
    ],
)  # fmt: skip
def test_calques_show_in_the_romanian_alone(rule: Row, text: str, marked: list[str]) -> None:
    sentence = Words(words(text, 0, len(text), romanian_keys), text)
    found = CalqueBook([rule]).find(sentence)
    assert [text[hit.start : hit.end] for hit in found] == marked


def test_the_rows_of_mtqa_speak_where_another_word_of_the_kind_stands() -> None:
    """No row is tried on the words it was made from: other subjects, numbers and tenses."""
    table = {row.name: row for row in senses()}
    assert said(
        table["stock=stoc"],
        "Shares in the carmaker fell as investors dumped the stock.",
        "Titlurile au scăzut după ce investitorii au abandonat stocul.",
    ) == []  # fmt: skip
    assert said(
        table["pretend=pretinde"],
        "The thieves had pretended to be plumbers.",
        "Hoții pretinseseră că sunt instalatori.",
    ) == ["pretinseseră"]


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
