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
