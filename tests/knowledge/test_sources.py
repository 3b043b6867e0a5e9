"""The data folder: every file accounted for, small enough, quick to load, rebuildable."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import mtqa.checks.words
import mtqa.knowledge
from mtqa.workshop.lexicon.build import write_hashes

DATA = Path(mtqa.knowledge.__file__).parent / "data"
WORDS = Path(mtqa.checks.words.__file__).parent / "data"
FOLDERS = (DATA, WORDS)
SECTION = re.compile(r'(?ms)^\["([^"]+)"\]\n(.*?)(?=^\[|\Z)')


def sections(folder: Path) -> dict[str, str]:
    return dict(SECTION.findall((folder / "SOURCES.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_has_its_source_and_every_source_its_file(folder):
    files = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.parent.name != "licences"
    }
    assert files - {"SOURCES.toml", "NOTICE.md"} == sections(folder).keys()


@pytest.mark.parametrize(
    ("folder", "name"), [(folder, name) for folder in FOLDERS for name in sorted(sections(folder))]
)
def test_hashes_are_those_of_the_files(folder, name):
    section = sections(folder)[name]
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    if name != "firing.tsv":  # counts decide nothing, so they are no part of the signature
        assert f'sha256 = "{digest}"' in section, (
            "run `python -m mtqa.workshop.lexicon.build hashes`"
        )
    assert 'licence = "' in section
    assert 'from = "' in section


def test_the_folder_is_small():
    assert sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file()) < 5_500_000


def test_hashes_are_written_in_place(tmp_path):
    (tmp_path / "a").write_bytes(b"data")
    sources = tmp_path / "SOURCES.toml"
    sources.write_text('# note\n\n["a"]\nfrom = "x"\nsha256 = ""\n', encoding="utf-8")
    assert write_hashes(sources) == {"a": 4}
    digest = hashlib.sha256(b"data").hexdigest()
    assert sources.read_text() == f'# note\n\n["a"]\nfrom = "x"\nsha256 = "{digest}"\n'
    assert write_hashes(tmp_path / "absent") == {}
