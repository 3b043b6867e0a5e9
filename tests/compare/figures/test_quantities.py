"""Figures of a text read as values, in every source language and in Romanian."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.compare.figures import LANGUAGES, Quantity, quantities
from mtqa.compare.figures import romanian as written


def values(text: str, language: str) -> list[float]:
    """The values of the numbers of a text that are no articles or pronouns."""
    return [q.value for q in quantities(text, language) if not q.weak]


def only(text: str, language: str) -> Quantity:
    found = quantities(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "25,000", 25_000),
        ("ro", "25.000", 25_000),
        ("ro", "25 000", 25_000),
        ("en", "5 1/2 years", 5.5),
        ("ro", "nouă persoane", 9),
        ("de", "sieben Menschen", 7),
        ("fr", "25 000", 25_000),
        ("en", "twenty-five thousand", 25_000),
        ("ro", "douăzeci și cinci de mii", 25_000),
        ("ro", "25 de mii", 25_000),
        ("de", "fünfundzwanzigtausend", 25_000),
        ("it", "venticinquemila", 25_000),
        ("es", "veinticinco mil", 25_000),
        ("fr", "vingt-cinq mille", 25_000),
        ("hu", "huszonötezer", 25_000),
        ("ru", "двадцать пять тысяч", 25_000),
        ("uk", "двадцять п'ять тисяч", 25_000),
        ("pt", "vinte e cinco mil", 25_000),
        ("pt", "mil milhões", 1e9),
        ("pt", "2,52 milhões", 2.52e6),
        ("pt", "cento e vinte", 120),
        ("pt", "três mil e quinhentos", 3500),
        ("pt", "trinta e cinco", 35),
        ("en", "one hundred and twenty", 120),
        ("ro", "o sută douăzeci", 120),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("es", "treinta y cinco", 35),
        ("de", "zweihundertsechzig", 260),
        ("en", "2.8 billion", 2.8e9),
        ("de", "2,8 Milliarden", 2.8e9),
        ("ro", "2,8 miliarde", 2.8e9),
        ("ru", "2,8 млрд", 2.8e9),
        ("es", "2800 millones", 2.8e9),
        ("en", "1 trillion", 1e12),
        ("de", "1 Billion", 1e12),
        ("ro", "o mie de miliarde", 1e12),
        ("en", "1.5bn", 1.5e9),
        ("en", "two and a half million", 2.5e6),
        ("ro", "două milioane și jumătate", 2.5e6),
        ("en", "2½", 2.5),
        ("en", "two dozen", 24),
    ],
)
def test_one_value_in_many_forms(language: str, text: str, value: float) -> None:
    assert only(text, language).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "£125m", 125e6, "GBP"),
        ("en", "A$20", 20, "AUD"),
        ("en", "100 million US dollars", 1e8, "USD"),
        ("de", "125 Millionen britische Pfund", 125e6, "GBp"),
        ("ro", "125 de milioane de lire sterline", 125e6, "GBP"),
        ("en", "a 44-year-old", 44, "year"),
        ("de", "die 44-Jährige", 44, "year"),
        ("ru", "44-летняя", 44, "year"),
        ("it", "un trentunenne", 31, "year"),
        ("en", "30 miles", 30, "mile"),
        ("ro", "48 de kilometri", 48, "km"),
        ("en", "85 square miles", 85, "mile²"),
        ("ro", "85 de kilometri pătrați", 85, "km²"),
        ("ro", "25 la sută", 25, "percent"),
        ("ro", "2,3 \u200b\u200bla sută", 2.3, "percent"),
        ("ro", "4 puncte procentuale", 4, "percent"),
        ("ro", "5 ani și jumătate", 5.5, "year"),
        ("en", "2.4 million crowns", 2.4e6, "crown"),
        ("de", "600 Kronen", 600, "crown"),
        ("ro", "2,4 milioane de coroane", 2.4e6, "crown"),
        ("ro", "1.000 de pesos", 1000, "peso"),
        ("en", "25 per cent", 25, "percent"),
        ("hu", "25 százalék", 25, "percent"),
    ],
)
def test_what_is_counted(language: str, text: str, value: float, unit: str) -> None:
    found = [q for q in quantities(text, language) if q.unit]
    assert [(q.value, q.unit) for q in found] == [(value, unit)]


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "at 6 p.m.", 1080),
        ("en", "at 6:30 a.m.", 390),
        ("en", "at 7.55am", 475),
        ("de", "um 18:00 Uhr", 1080),
        ("fr", "à 18h30", 1110),
        ("ro", "la ora 18.00", 1080),
        ("ro", "la ora 6 seara", 1080),
        ("ro", "la 18:00", 1080),
        ("ru", "в 4:40 утра", 280),
        ("it", "alle ore 4.40", 280),
    ],
)
def test_times(language: str, text: str, minutes: int) -> None:
    found = only(text, language)
    assert (found.kind, found.value) == ("time", minutes)


@pytest.mark.parametrize(
    ("language", "text", "month", "day"),
    [
        ("en", "May 30, 2005", 5, 30),
        ("de", "am 30. Mai 2005", 5, 30),
        ("ro", "pe 30 mai 2005", 5, 30),
        ("hu", "2005. május 30-án", 5, 30),
        ("ru", "30 мая 2005 года", 5, 30),
    ],
)
def test_dates(language: str, text: str, month: int, day: int) -> None:
    found = quantities(text, language)
    assert [q.value for q in found if q.kind == "month"] == [month]
    assert [q.value for q in found if q.day] == [day]


def test_words_that_are_no_months() -> None:
    assert not [q for q in quantities("It may rain, and they march on.", "en") if q.kind == "month"]
    assert not [q for q in quantities("Sunt mai mulți în sală.", "ro") if q.kind == "month"]


def test_years_of_two_digits() -> None:
    assert 1994 in only("în '94", "ro").values
    assert 1980 in only("anii 80", "ro").values
    assert 1980 in only("gli anni Ottanta", "it").values


def test_product_names_and_species_of_codes_are_no_quantities() -> None:
    assert values("The A380, COVID-19, F-16 and the G7 met at SS19.", "en") == []


def test_telephone_numbers_are_one_figure() -> None:
    assert only("sunați la 0800 555 111", "ro").kind == "digits"


def test_ranges_and_scores_are_two_figures() -> None:
    assert values("a fost 3-1", "ro") == [3, 1]
    assert values("Das Spiel endete 3:1.", "de") == [3, 1]
    assert [q.unit for q in quantities("10-15 miles", "en")] == ["mile", "mile"]


def test_minus() -> None:
    assert quantities("It was -5 degrees, not 5-6.", "en")[0].negative
    assert not any(q.negative for q in quantities("won 5-3 and 17 - 5", "en"))


def test_a_word_that_is_another_one_counts_only_before_what_it_counts() -> None:
    assert values("Ne-a dat nouă un răgaz.", "ro") == []
    assert values("Sie sieben das Mehl.", "de") == []


def test_uncertain_many() -> None:
    assert [(q.kind, q.value) for q in quantities("hundreds of thousands of people", "en")] == [
        ("vague", 100_000)
    ]
    assert [(q.kind, q.value) for q in quantities("sute de mii de oameni", "ro")] == [
        ("vague", 100_000)
    ]


@pytest.mark.parametrize(
    ("value", "scale", "text"),
    [
        (41_500, 1, "41.500"),
        (38.5e6, 1e6, "38,5 milioane"),
        (25_000, 1e3, "25 de mii"),
        (119e6, 1e6, "119 milioane"),
        (1e9, 1e9, "un miliard"),
    ],
)
def test_how_romanian_writes_them(value: float, scale: float, text: str) -> None:
    assert written.scaled(value, scale) == text


@given(st.integers(0, 999_999_999))
def test_what_is_written_is_read_back(value: int) -> None:
    assert only(f"sunt {written.number(value)} acolo", "ro").value == value


@given(
    st.text(
        st.sampled_from("0123456789.,:-–/ '$£€%½XIVamp°\u00a0") | st.characters(codec="utf-8"),
        max_size=60,
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_text_is_read_and_offsets_hold(text: str, language: str) -> None:
    for figure in quantities(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.start < figure.core_end <= figure.end
        assert figure.unit_end <= len(text)


_NEWS = [
    "two hundred and fifty", "$5.5m", "11 July 2024", "half past", "3:1", "10-15 km", "5%",
    "miliarde", "de mii", "o sută", "anii '90", "ora 18.30", "XIX", "-7", "million", "second",
]  # fmt: skip


@given(st.lists(st.sampled_from(_NEWS), max_size=6), st.sampled_from(LANGUAGES))
def test_figures_never_overlap(parts: list[str], language: str) -> None:
    found = quantities(" ".join(parts), language)
    spans = [(q.start, q.end) for q in found]
    assert all(a[1] <= b[0] for a, b in pairwise(spans)), spans


def test_portuguese_weekdays_are_numbered_and_no_ordinals() -> None:
    monday = only("na segunda-feira", "pt")
    assert (monday.kind, monday.value) == ("weekday", 1)
    assert only("a segunda parte", "pt").kind == "ordinal"
