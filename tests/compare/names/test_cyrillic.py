"""Cyrillic names and the Latin forms that Romanian papers give them."""

from __future__ import annotations

import pytest

from mtqa.compare.names.cyrillic import Latin, grown, same


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Захарова", "Zaharova"),
        ("Захаровой", "Zakharova"),
        ("Сергеем", "Serghei"),
        ("Сергей", "Sergey"),
        ("Зеленський", "Zelenski"),
        ("Трампом", "Trump"),
        ("Гамильтон", "Hamilton"),
        ("Джонсона", "Johnson"),
        ("Киеву", "Kievului"),
    ],
)
def test_a_form_is_known_by_ear(word: str, form: str) -> None:
    assert same(word, form)


@pytest.mark.parametrize(("word", "form"), [("Путин", "Trump"), ("Захарова", "Zaharola")])
def test_another_name_is_not(word: str, form: str) -> None:
    assert not same(word, form)


def test_the_article_tells_how_to_write_a_name_and_else_the_lists() -> None:
    latin = Latin(["Ieri", "Zaharova", "a", "vorbit", "Zaharova", "Zaharola"])
    assert latin.form("Захаровой") == "Zaharova"
    assert latin.form("Путиным") == "Putin"
    assert latin.form("Северной") is None


def test_a_foreign_ending_is_cut_off() -> None:
    assert grown("Бовеншульте", "Bovenschultes") == "Bovenschulte"
    assert grown("Бовеншульте", "Bovenschulte") is None
    assert grown("Москвы", "Moscovei") is None
