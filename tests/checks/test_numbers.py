"""Figures in a foreign format."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        ("number.thousands", "în fața a 41,500 de spectatori", [("41,500", "41.500")]),
        ("number.thousands", "1,234,567 de voturi", [("1,234,567", "1.234.567")]),
        ("number.thousands", "12,000 oameni", [("12,000", "12.000")]),
        ("number.thousands", "1,250 kilograme; 0,125 litri", []),
        ("number.thousands", "un raport de 1,234 la unu", []),
        ("number.thousands", "41.500 de spectatori", []),
        ("number.decimal", "o taxă de 38.5 milioane de euro", [("38.5", "38,5")]),
        ("number.decimal", "rata este 0.67", [("0.67", "0,67")]),
        ("number.decimal", "a urcat la 6.20%", [("6.20", "6,20")]),
        ("number.decimal", "38,5 milioane, 25.000 de soldați", []),
        ("number.decimal", "la ora 18.30, pe 11.07.2025", []),
        ("number.decimal", "versiunea 2.10, capitolul 3.4, iOS 17.2", []),
        ("number.ordinal", "pe 11th iulie", [("11th", "11")]),
        ("number.ordinal", "de pe 125th Street", []),
        ("number.currency", "$38 de dolari", [("$38 de dolari", "38 de dolari")]),
        ("number.currency", "£20 de dolari", [("£20 de dolari", None)]),
        ("number.currency", "%50 din voturi", [("%50", "50%")]),
        ("number.currency", "50% din 20 $", []),
        ("number.date", "la 07/25/2025", [("07/25/2025", "25.07.2025")]),
        ("number.date", "la 25.07.2025 și 07.08.2025", []),
    ],
)
def test_format(check: str, text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(check, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tribunalul s-a pronunțat pe martie 21, 2022.", [("martie 21, 2022", "21 martie 2022")]),
        ("Concertul are loc vineri, iunie 9, în aer liber.", [("iunie 9", "9 iunie")]),
        (
            "Târgul ține din noiembrie 3 până pe noiembrie 8.",
            [("noiembrie 3", "3 noiembrie"), ("noiembrie 8", "8 noiembrie")],
        ),
        ("Gala, Aprilie 12-14, la Iași", [("Aprilie 12-14", "12-14 aprilie")]),
        ("Înscrierile se închid pe mai 30.", [("mai 30", "30 mai")]),
        # a figure that counts, a year, a date that has its day, another word
        ("În iunie 14 pompieri au fost răniți.", []),
        ("Din martie 20 de magazine s-au închis.", []),
        ("Alegerile din noiembrie 2024 au fost anulate.", []),
        ("Pe 3 aprilie 12 bărci au plecat.", []),
        ("Nu mai 7, ci 9 candidați au rămas.", []),
    ],
)
def test_the_day_stands_before_its_month(text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes("number.month-first", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pe 14 iulie. 2016 un camion a intrat în mulțime.", ["."]),
        ("Pe 14 iulie. mulțimea privea artificiile.", ["."]),
        ("Pactul a fost semnat pe 14 iulie. Parlamentul votează luni.", []),
        ("Vânzările au scăzut în iulie. 2016 a fost un an greu.", []),
    ],
)
def test_the_stop_of_an_abbreviation_survives_behind_a_month(text: str, found: list[str]) -> None:
    assert [issue for issue, _ in fixes("number.month-stop", text)] == found
