"""Name sheets and glossaries as files: what is read, and what an error says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.config import parse, read, with_glossaries
from mtqa.errors import ConfigError, MtqaError
from mtqa.glossary import NameEntry, TermEntry, load_names, load_terms

SHEET = """\
preferred,accepted,forbidden,source,type,gender
Kiev,,Kiew|Kyiv,Kyiv,place,
Dmitri Kuleba,,Dmytro Kuleba,,person,m
"""
TBX_3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<text><body>
 <conceptEntry id="c1">
  <langSec xml:lang="en"><termSec><term>venue</term></termSec></langSec>
  <langSec xml:lang="de-AT"><termSec><term>Austragungsort</term></termSec></langSec>
  <langSec xml:lang="ro">
   <termSec><term>loc</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
   <termSec><term>spațiu</term></termSec>
   <termSec><term>locație</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
  </langSec>
 </conceptEntry>
 <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>ballot</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
TBX_2 = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
 <termEntry id="1">
  <langSet xml:lang="en"><tig><term>global warming</term></tig></langSet>
  <langSet xml:lang="ro"><ntig><termGrp><term>încălzire globală</term></termGrp></ntig></langSet>
 </termEntry>
</body></text></martif>
"""


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def complaint(folder: Path, text: str, name: str = "names.csv") -> str:
    """What is said of a broken file, its folder left out."""
    load = load_terms if name.startswith("terms") else load_names
    with pytest.raises(ConfigError) as caught:
        load((), (write(folder, name, text),))
    said = str(caught.value)
    assert "\n" not in said
    return said.replace(f"{folder}/", "")


def test_a_sheet_of_names(tmp_path: Path) -> None:
    kiev, kuleba = load_names((), (write(tmp_path, "names.csv", SHEET),))
    assert kiev == NameEntry(
        preferred="Kiev", forbidden=("Kiew", "Kyiv"), source=("Kyiv",), type="place"
    )
    assert (kuleba.type, kuleba.gender) == ("person", "m")


def test_comments_and_forms_that_look_like_them(tmp_path: Path) -> None:
    text = (
        '# antet "deschis, cu virgulă\npreferred,source\n"#Rezist",a\\|b|c\n'
        '# alt, "comentariu\n"AC\\DC\n# nu e comentariu",\n#,\nKiev,Kyiv\n'
    )
    entries = load_names((), (write(tmp_path, "names.csv", text),))
    assert [entry.preferred for entry in entries] == [
        "#Rezist",
        "AC\\DC # nu e comentariu",
        "Kiev",
    ]
    assert entries[0].source == ("a|b", "c")
    said = complaint(tmp_path, text + "Kiev,\n# x\nKiev,Kyiv\n")
    assert said.startswith("names.csv:11: “Kiev” is already in names.csv:8")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_spreadsheets(tmp_path: Path, delimiter: str) -> None:
    text = "\ufeff" + SHEET.replace(",", delimiter).replace("\n", "\r\n") + "\r\n# sfârșit\r\n"
    assert len(load_names((), (write(tmp_path, "names.csv", text),))) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prefered,forbidden\n", "names.csv:1: unknown column “prefered”; did you mean “preferred”?"),
        ("preferred,preferred\n", "names.csv:1: the column “preferred” stands twice"),
        ("accepted\nKiev\n", "names.csv:1: no column “preferred”"),
        ("", "names.csv: empty"),
        ("preferred\nKiev,Kiew\n", "names.csv:2: 2 cells under 1 columns"),
        ("preferred,type\nKiev,oraș\n", "names.csv:2: “oraș” is no type; use one of person"),
        ("preferred,accepted\n,\nKiev|Kyiv,\n", "names.csv:3: only one form can be preferred"),
        ("preferred,source\n\n,Kyiv\n", "names.csv:3: the name says neither what to write"),
        ("preferred\nKiev\nOdesa\nKiev\n", "names.csv:4: “Kiev” is already in"),
        ("preferred,forbidden\nKiev,Kiev\n", "names.csv:2: “Kiev” is allowed and forbidden"),
        ("preferred,accepted\nKiev,Kyiv|Kyiv\n", "names.csv:2: “Kyiv” is given twice"),
        ("preferred,forbidden\nKiev,Kyiv\nKyiv,\n", "names.csv:2: “Kyiv” is forbidden here and allowed"),
        ("preferred\n–\n", "names.csv:2: “–” has no letter"),
        ('preferred\n"Kiev\n', "names.csv:2: not valid CSV"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_sheet(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text).startswith(said)


def test_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("preferred\nKiev\nChișinău\n".encode("utf-16-le"))
    with pytest.raises(ConfigError, match=r"not UTF-8|unknown column"):
        load_names((), (str(path),))
    path.write_bytes("preferred\nKiev\nTârgu Mureş\n".encode("cp1250"))
    with pytest.raises(ConfigError, match=r"names\.csv:3: not UTF-8"):
        load_names((), (str(path),))


def test_a_missing_file_and_a_wrong_kind(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_names((), (str(tmp_path / "no.csv"),))
    with pytest.raises(ConfigError, match=r"give a \.csv file"):
        load_names((), ("names.tbx",))
    with pytest.raises(ConfigError, match=r"\.csv or \.tbx"):
        load_terms((), ("terms.xlsx",))


def test_tbx_of_version_3(tmp_path: Path) -> None:
    english, german = load_terms((), (write(tmp_path, "terms.tbx", TBX_3),))
    assert english == TermEntry(
        preferred="loc", accepted=("spațiu",), forbidden=("locație",), source=("venue",), lang="en"
    )
    assert (german.source, german.lang) == (("Austragungsort",), "de")


def test_tbx_of_version_2(tmp_path: Path) -> None:
    (entry,) = load_terms((), (write(tmp_path, "terms.tbx", TBX_2),))
    assert (entry.source, entry.preferred) == (("global warming",), "încălzire globală")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tbx><text>\n<body></tbx>", "terms.tbx:2: not well-formed XML"),
        ("<tmx/>", "terms.tbx: <tmx> is no TBX file"),
        ("<tbx/>", "terms.tbx: no concept has a Romanian term"),
        ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', "terms.tbx: declares XML entities"),
        (TBX_3.replace(">spațiu<", ">locație<"), "terms.tbx concept c1: “locație” is allowed and"),
    ],
)
def test_what_is_wrong_with_a_tbx(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text, "terms.tbx").startswith(said)


def test_paths_are_relative_to_the_configuration(tmp_path: Path) -> None:
    write(tmp_path, "names.csv", SHEET)
    toml = '[tool.mtqa.names]\nglossary = ["names.csv"]\n[[tool.mtqa.names.entry]]\npreferred = "Odesa"\n'
    config = with_glossaries(read(Path(write(tmp_path, "pyproject.toml", toml))))
    assert [entry.preferred for entry in config.names.entry] == ["Odesa", "Kiev", "Dmitri Kuleba"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"prefered": "Kiev"}, "unknown key 'names.entry[0].prefered'; known here: preferred"),
        ({"preferred": "Kiev", "type": "oraș"}, "use one of person, place"),
        ({"preferred": "Kiev", "gender": "x"}, "use one of m, f, n"),
    ],
)
def test_entries_in_the_configuration(entry: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse({"names": {"entry": [entry]}}, "mtqa.toml")
    assert said in str(caught.value)


@given(st.text(alphabet='ab,;|\t"\n\r#ăș ', max_size=60), st.sampled_from(["csv", "tbx"]))
def test_any_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, kind: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    header = "preferred,forbidden\n" if kind == "csv" else ""
    try:
        load_terms((), (write(folder, f"any.{kind}", header + text),))
    except MtqaError as problem:
        assert "\n" not in str(problem).replace(text, "")
