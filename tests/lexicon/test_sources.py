"""The data folder: every file accounted for, small enough, quick to load, rebuildable."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import mtqa.lexicon
from mtqa.lexicon.build import write_hashes

DATA = Path(mtqa.lexicon.__file__).parent / "data"
SECTION = re.compile(r'(?ms)^\["([^"]+)"\]\n(.*?)(?=^\[|\Z)')


def sections() -> dict[str, str]:
    return dict(SECTION.findall((DATA / "SOURCES.toml").read_text(encoding="utf-8")))


def test_every_file_has_its_source_and_every_source_its_file():
    files = {
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*")
        if path.is_file() and path.parent.name != "licences"
    }
    assert files - {"SOURCES.toml", "NOTICE.md"} == sections().keys()


@pytest.mark.parametrize("name", sorted(sections()))
def test_hashes_are_those_of_the_files(name):
    digest = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    assert f'sha256 = "{digest}"' in sections()[name], "run `python -m mtqa.lexicon.build hashes`"
    assert 'licence = "' in sections()[name]
    assert 'from = "' in sections()[name]


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
