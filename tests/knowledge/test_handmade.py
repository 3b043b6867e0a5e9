"""The hand-made fact tables are whole: columns, spelling of ș and ț, no doublets."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from mtqa.knowledge.handmade import word_list, word_set

FOLDER = Path(__file__).parents[2] / "mtqa" / "knowledge" / "data" / "handmade"

# table: (columns, columns that together name a row)
TABLES = {
    "people.tsv": (("name", "variants", "gender", "country", "role"), (0,)),
    "places.tsv": (("ro", "foreign", "kind", "adjective", "inhabitant", "accepted"), (0, 2)),
    "institutions.tsv": (("en", "ro", "acronym_en", "acronym_ro", "kind"), (0, 1, 4)),
    "media.tsv": (("name", "country", "kind", "short_forms"), (0,)),
    "loanwords.tsv": (("form", "origin", "note"), (0,)),
    "recent.tsv": (("lemma", "forms", "pos"), (0, 2)),
}
ISO = set(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW".split()
) | {"XK", "XX"}  # user-assigned: Kosovo; not tied to one country


#: Tables of words by kind: the kind, for some the language, and words with ``|`` between them.
BY_KIND = sorted(
    path.name
    for path in FOLDER.glob("*.tsv")
    if path.read_text(encoding="utf-8").split("\n", 1)[0].split("\t")[-1] == "words"
    and path.name not in ("negators.tsv", "topics.tsv")  # there, blanks stand between words
)


def lines(table: str) -> list[str]:
    """The lines of a table, comments included, without line ends."""
    return (FOLDER / table).read_text(encoding="utf-8").removesuffix("\n").split("\n")


def rows(table: str) -> list[list[str]]:
    """The rows of a table as lists of fields, comment lines left out."""
    return [line.split("\t") for line in lines(table) if not line.startswith("# ")]


def sections(table: str) -> dict[str, list[str]]:
    """Section title to the section's raw lines, in file order."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in lines(table)[1:]:
        if line.startswith("# section: "):
            title = line
            assert title not in found, title
            found[title] = []
        else:
            found[title].append(line)
    return found


@pytest.mark.parametrize("table", TABLES)
def test_columns(table: str) -> None:
    columns, _ = TABLES[table]
    assert lines(table)[0] == "# columns: " + "\t".join(columns)
    assert [row for row in rows(table) if len(row) != len(columns)] == []


@pytest.mark.parametrize("table", TABLES)
def test_spelling(table: str) -> None:
    text = "\n".join(lines(table))
    assert re.findall("[şţŞŢ\u00a0\u200b’]", text) == []
    assert unicodedata.normalize("NFC", text) == text
    fields = [field for row in rows(table) for field in row]
    assert [field for field in fields if field != " ".join(field.split())] == []
    parts = [field for field in fields if "|" in field]
    assert [field for field in parts if "" in field.replace(";", "|").split("|")] == []


@pytest.mark.parametrize("table", BY_KIND)
def test_words_by_kind(table: str) -> None:
    columns = lines(table)[0].removeprefix("# columns: ").split("\t")
    assert columns in (["kind", "words"], ["kind", "language", "words"])
    assert [row for row in rows(table) if len(row) != len(columns) or "" in row] == []
    assert re.findall("[şţŞŢ\u00a0\u200b]", "\n".join(lines(table))) == []
    listed = [(*row[:-1], word) for row in rows(table) for word in row[-1].split("|")]
    assert [word for *_, word in listed if not word or word != word.strip()] == []
    assert [row for row, times in Counter(listed).items() if times > 1] == []
    assert [row for row in listed if len(row) > 2 and not re.fullmatch("[a-z]{2}", row[1])] == []


def test_words_are_found_by_kind_and_language() -> None:
    assert {"md", "ro"} <= word_set("internet-endings", "country")
    assert word_list("internet-endings", "capitals") == ("Com", "Eu", "Md", "Net", "Org", "Ro")
    with pytest.raises(KeyError, match="no row of kind 'planet'"):
        word_list("internet-endings", "planet")


@pytest.mark.parametrize("table", TABLES)
def test_no_doublets(table: str) -> None:
    key = TABLES[table][1]
    names = [tuple(row[column] for column in key) for row in rows(table)]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert [name for name in names if not name[0]] == []


@pytest.mark.parametrize("table", TABLES)
def test_sorted_sections(table: str) -> None:
    found = sections(table)
    assert list(found) == sorted(found)
    for title, body in found.items():
        fields = [line.split("\t") for line in body]
        assert all(a <= b for a, b in pairwise(fields)), title


@pytest.mark.parametrize("table, column", [("people.tsv", 3), ("media.tsv", 1)])
def test_countries_are_iso_codes(table: str, column: int) -> None:
    assert {row[column] for row in rows(table)} <= ISO


def test_people() -> None:
    people = rows("people.tsv")
    assert {row[2] for row in people} == {"m", "f", "x"}
    assert [row for row in people if not row[4]] == []
    spellings = [name for row in people for name in (row[0], *row[1].split("|")) if name]
    assert len(spellings) == len(set(spellings)), "one spelling, two people"
    assert [name for name in spellings if re.search(r"[=*~;\[\]()]", name)] == []


def test_known_people() -> None:
    people = {row[0]: row for row in rows("people.tsv")}
    assert "Choe Son-hui" in people["Choe Son Hui"][1].split("|")
    assert "Sergey Lavrov" in people["Serghei Lavrov"][1].split("|")
    assert people["Maria Zaharova"][2:4] == ["f", "RU"]


def test_places() -> None:
    places = rows("places.tsv")
    kinds = {row[2] for row in places}
    assert kinds >= {"country", "capital", "city", "region", "river", "mountain", "continent"}
    foreign = [form for row in places for form in row[1].split("|") if form]
    assert [form for form in foreign if not re.match(r"([a-z]{2}|native):\S", form)] == []
    for row in places:
        for paradigm in (p for column in row[3:5] for p in column.split(";") if p):
            assert len(paradigm.split("|")) == 4, row
        assert row[0] not in row[5].split("|"), row
    assert sum(row[2] == "country" for row in places) == 194  # UN members and the Vatican


@pytest.mark.parametrize(
    "name, foreign, demonym",
    [
        ("Moscova", "en:Moscow", "moscovit|moscovită|moscoviți|moscovite"),
        (
            "Coreea de Nord",
            "en:North Korea",
            "nord-coreean|nord-coreeană|nord-coreeni|nord-coreene",
        ),
        ("Bulgaria", "de:Bulgarien", "bulgar|bulgară|bulgari|bulgare"),
        ("Italia", "fr:Italie", "italian|italiană|italieni|italiene"),
    ],
)
def test_known_places(name: str, foreign: str, demonym: str) -> None:
    place = next(row for row in rows("places.tsv") if row[0] == name)
    assert foreign in place[1].split("|")
    assert demonym in place[3].split(";")


def test_loanwords_leave_translation_leftovers_out() -> None:
    forms = {row[0].casefold() for row in rows("loanwords.tsv")}
    leftovers = {"satisfied", "bullshit", "evident", "tactics", "and", "the", "ready", "great"}
    assert leftovers & forms == set()
    assert {"weekend", "summit", "know-how", "de facto", "streaming", "hat-trick"} <= forms


def test_recent_forms_start_with_the_lemma() -> None:
    for lemma, forms, pos in rows("recent.tsv"):
        listed = forms.split("|")
        assert listed[0] == lemma
        assert len(listed) == len(set(listed)), lemma
        assert pos in {"n", "m", "f", "adj", "v", "x"}, lemma
    drone = next(row for row in rows("recent.tsv") if row[0] == "dronă")
    assert drone[1] == "dronă|drona|dronei|drone|dronele|dronelor"
