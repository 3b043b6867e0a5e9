"""What is in a wheel says under which licence it comes, and the licence comes with it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SOURCES = sorted((ROOT / "mtqa").rglob("SOURCES.toml"))
#: Licences that the lists of sources call by a name of their own.
_OTHERWISE = {"WordNet 3.0 licence": "LicenseRef-WordNet-3.0"}
#: Licences whose text has another name.
_TEXTS = {"Apache-2.0": "LICENSE", "LGPL-2.1-or-later": "LGPL-2.1.txt"}
#: Kinds of file that hold data from elsewhere, if any does.
_DATA = {".automaton", ".table", ".tsv", ".gz", ".bin", ".frequency"}


def project(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    return found["project"]


def identifiers(expression: str) -> set[str]:
    """The licences of an SPDX expression that joins all of them."""
    assert "OR" not in expression.split()
    return set(expression.split(" AND "))


def used(licence: str) -> set[str]:
    """The licences of a line in a list of sources: "MPL-1.1 (speller); LGPL-2.1-or-later (tagger)"."""
    plain = re.sub(r"\([^)]*\)", "", licence)
    parts = [part.strip() for part in plain.split(";")]
    return {_OTHERWISE.get(part, part) for part in parts}


def files(folder: Path) -> list[Path]:
    return [path for glob in project(folder)["license-files"] for path in folder.glob(glob)]


def entries() -> list[tuple[str, str]]:
    return [
        (f"{path.parent.relative_to(ROOT).as_posix()}/{name}", entry["licence"])
        for path in SOURCES
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
    ]


@pytest.mark.parametrize(("file", "licence"), entries(), ids=[file for file, _ in entries()])
def test_the_licence_of_every_table_is_in_the_expression(file: str, licence: str) -> None:
    missing = used(licence) - identifiers(project(ROOT)["license"])
    assert not missing, f"{file}: name {missing} in pyproject.toml"


def test_the_expression_names_nothing_else() -> None:
    tables = {one for _, licence in entries() for one in used(licence)}
    assert identifiers(project(ROOT)["license"]) == tables | {"Apache-2.0"}


def test_a_licence_is_read_off_its_line() -> None:
    assert used("MPL-1.1 (one of GPL-2.0/MPL-1.1); LGPL-2.1-or-later (tagger)") == {
        "MPL-1.1",
        "LGPL-2.1-or-later",
    }
    assert used("CC-BY-SA-4.0; WordNet 3.0 licence") == {"CC-BY-SA-4.0", "LicenseRef-WordNet-3.0"}


def test_every_table_in_the_package_has_a_source() -> None:
    listed = {file for file, _ in entries()}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "mtqa").rglob("*")
        if path.suffix in _DATA and "workshop" not in path.parts
    }
    assert there <= listed


def test_the_text_of_every_licence_travels_in_the_wheel() -> None:
    names = {path.name for path in files(ROOT)}
    for one in identifiers(project(ROOT)["license"]):
        assert _TEXTS.get(one, f"{one}.txt") in names, one
    assert "NOTICE.md" in names


def test_the_notice_names_whom_the_tables_come_from() -> None:
    notice = (ROOT / "mtqa" / "knowledge" / "data" / "NOTICE.md").read_text(encoding="utf-8")
    for origin in ("rospell", "LanguageTool", "wordfreq", "Romanian WordNet", "WordNet 3.0", "CLDR",
                   "iso-codes", "GeoNames"):  # fmt: skip
        assert f"**{origin}" in notice or f"({origin})**" in notice, origin
    for path in re.findall(r"`(licences/[^`]+)`", notice):
        assert (ROOT / "mtqa" / "knowledge" / "data" / path).is_file(), path


@pytest.mark.parametrize(
    "folder",
    [ROOT, ROOT / "models" / "mtqa-qe-ro", ROOT / "models" / "mtqa-ro-core"],
    ids=["mtqa", "mtqa-qe-ro", "mtqa-ro-core"],
)
def test_every_pattern_of_licence_files_finds_something(folder: Path) -> None:
    for glob in project(folder)["license-files"]:
        assert list(folder.glob(glob)), glob


def test_the_weights_say_what_they_were_trained_on() -> None:
    folder = ROOT / "models" / "mtqa-qe-ro"
    assert identifiers(project(folder)["license"]) == {"CC-BY-SA-4.0", "MIT"}
    notice = (folder / "NOTICE.md").read_text(encoding="utf-8")
    model = json.loads((folder / "mtqa_qe_ro" / "model.json").read_text(encoding="utf-8"))
    called = {
        "mlqe-pe-ro-en": "MLQE-PE",
        "mt-en-ro": "FLORES",
        "ntrex": "NTREX",
        "ro-sts": "RO-STS",
        "ro-mqm": "annotated errors",
        "ro-sts-postedit": "machine translations with their corrections",
        "ronec": "RONEC",
        "ud-ro-rrt": "RRT",
    }
    for data in model["data"]:
        assert called[data] in notice, data
    assert model["body"].startswith("multilingual-e5-small (MIT)")
    assert "Copyright (c) Microsoft Corporation" in notice
    assert "Permission is hereby granted, free of charge" in notice
    text = (folder / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("Attribution-ShareAlike 4.0 International")


def test_the_pipeline_says_what_it_was_trained_on() -> None:
    folder = ROOT / "models" / "mtqa-ro-core"
    assert identifiers(project(folder)["license"]) == {"CC-BY-SA-4.0", "MIT"}
    notice = (folder / "NOTICE.md").read_text(encoding="utf-8")
    meta = json.loads((folder / "mtqa_ro_core" / "pipeline" / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC-BY-SA-4.0"
    for source in meta["sources"]:
        assert source["url"] in notice, source["name"]
        assert source["author"].split(",")[0] in notice
    assert "Permission is hereby granted, free of charge" in notice
    text = (folder / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("Attribution-ShareAlike 4.0 International")
