"""A language is one folder: the same files in each, and no table by language anywhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from mtqa.languages import others
from mtqa.languages.tables import (
    Calendar,
    Letters,
    Names,
    Negators,
    Numerals,
    Units,
    Words,
    alternatives,
    calendar,
    folders,
    languages,
    left_in_romanian,
    letters,
    names,
    negators,
    numerals,
    words,
)

ROOM = Path(__file__).parents[2] / "mtqa"
TABLES = (Words, Numerals, Calendar, Units, Negators, Names, Letters)
#: Modules of ``ro/`` that hold machinery as well, whose own constants are no tables.
SHARED = {("ro", "names"), ("ro", "letters")}
#: Where languages may be named together: whose word lists the lexicon has, and who is read by a
#: dictionary rather than by endings.
ALLOWED = {"knowledge/foreign.py", "compare/meaning/keyed_words.py"}


def test_all_languages_are_found() -> None:
    assert {"ro", "en", "de", "fr", "es", "it", "hu", "ru", "uk", "pt"} <= folders()


def test_romanian_comes_first_where_a_text_fits_two_languages() -> None:
    assert languages()[:2] == ("ro", "en")


@pytest.mark.parametrize("code", sorted(folders()))
def test_every_folder_has_the_same_files(code: str) -> None:
    missing = [
        table.__name__
        for table in TABLES
        if not (ROOM / "languages" / code / f"{table.__name__.lower()}.py").exists()
    ]
    assert missing == []


@pytest.mark.parametrize("code", sorted(folders()))
@pytest.mark.parametrize("table", TABLES)
def test_every_constant_is_documented_and_of_its_type(code: str, table: type) -> None:
    name = table.__name__.lower()
    module = import_module(f"mtqa.languages.{code}.{name}")
    known = {field.name.upper(): getattr(table(), field.name) for field in fields(table)}
    for constant, value in vars(module).items():
        if not constant.isupper() or constant.startswith("_") or (code, name) in SHARED:
            continue
        assert constant in known, f"{code}/{name}.py: {constant} is no field of {table.__name__}"
        assert type(value) is type(known[constant]), f"{code}/{name}.py: {constant}"


@pytest.mark.parametrize("code", sorted(folders()))
def test_a_year_has_twelve_months_and_a_week_seven_days(code: str) -> None:
    assert len(calendar(code).months.split("|")) == 12
    assert len(calendar(code).weekdays.split("|")) == 7


@pytest.mark.parametrize("code", sorted(folders()))
def test_every_entry_of_numerals_has_a_value_and_a_form(code: str) -> None:
    table = numerals(code)
    for entries in (table.cardinals, table.ordinals, table.multipliers, table.pieces):
        for entry in filter(None, entries.split("|")):
            value, *forms = entry.split()
            assert float(value) >= 0
            assert forms, entry


def test_what_a_language_does_not_say_has_a_default() -> None:
    assert names("hu").surname_first
    assert not names("en").surname_first
    assert letters("hu").own == ""
    assert numerals("xx") == Numerals()


def test_languages_without_a_folder_have_a_name_at_least() -> None:
    assert words("tr").name == ("Turkish", "turcă")
    assert letters("bg").cyrillic
    for table in TABLES:
        constants = getattr(others, table.__name__.upper())
        unknown = {key for found in constants.values() for key in found}
        assert unknown <= {field.name for field in fields(table)}


def test_english_german_and_french_words_are_left_in_romanian() -> None:
    assert list(left_in_romanian()) == ["en", "de", "fr"]


def test_a_negator_of_each_language() -> None:
    said = {"en": "not", "de": "nicht", "hu": "nem", "ru": "не", "uk": "не", "ro": "nu"}
    assert all(word in negators(code).strong.split() for code, word in said.items())


def test_alternatives_leave_empty_patterns_out() -> None:
    assert alternatives(["in", "", "en"]) == "in|en"
    assert alternatives(["", ""]) == "(?!)"


def by_language(tree: ast.Module) -> Iterator[int]:
    """The lines of dictionaries, sets, lists and tuples that hold two codes of languages or more
    and nothing else; Romanian and English alone are the languages of the messages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            items: list[ast.expr | None] = list(node.keys)
        elif isinstance(node, ast.Set | ast.List | ast.Tuple):
            items = list(node.elts)
        else:
            continue
        texts = [item.value for item in items if isinstance(item, ast.Constant)]
        if len(texts) == len(items) > 1 and {"ro", "en"} < {"ro", "en", *texts} <= folders():
            yield node.lineno


def test_a_table_by_language_is_seen() -> None:
    code = 'A = {"de": 1, "hu": 2}\nB = frozenset(["en", "de"])\nC = ("de", "la")\n'
    assert list(by_language(ast.parse(code))) == [1, 2]


def test_no_table_by_language_stands_outside_of_the_folders() -> None:
    found = {
        f"{path.relative_to(ROOM)}:{line}"
        for path in ROOM.rglob("*.py")
        if path.relative_to(ROOM).parts[0] not in ("languages", "workshop")
        and path.relative_to(ROOM).as_posix() not in ALLOWED
        for line in by_language(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set()
