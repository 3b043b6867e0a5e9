"""Which source belongs to which translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import InputError, MtqaError
from mtqa.readers.folders import looked_through
from mtqa.readers.pairing import paired


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three articles, two of them with their sources, and a source alone."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.ro.txt", "a.en.txt", "b.ro.txt", "b.de.txt", "c.ro.txt", "d.en.txt"):
        (tmp_path / name).write_text(f"{name}: text\n", encoding="utf-8")
    return tmp_path


TARGETS = ("a.ro.txt", "b.ro.txt", "c.ro.txt")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ((), (None, None, None)),
        (("auto",), ("a.en.txt", "b.de.txt", None)),
        (("{name}.en.txt",), ("a.en.txt", None, None)),
        (("{name}.en.txt", "{name}.de.txt"), ("a.en.txt", "b.de.txt", None)),
        (("auto", "{folder}/d.en.txt"), ("./d.en.txt",) * 3),
        # as many files as targets: in their order, unless all names say better
        (("d.en.txt", "b.de.txt", "a.en.txt"), ("d.en.txt", "b.de.txt", "a.en.txt")),
        # fewer: by their names
        (("b.de.txt", "a.en.txt"), ("a.en.txt", "b.de.txt", None)),
        (("b.de.txt",), (None, "b.de.txt", None)),
    ],
)
@pytest.mark.usefixtures("news")
def test_partners(given: tuple[str, ...], found: tuple[str | None, ...]) -> None:
    assert paired(TARGETS, given).partners == found


@pytest.mark.usefixtures("news")
def test_names_tell_better_than_the_order() -> None:
    assert paired(TARGETS[:2], ("b.de.txt", "a.en.txt")).partners == ("a.en.txt", "b.de.txt")


@pytest.mark.usefixtures("news")
def test_what_has_no_source_beside_others_that_have_is_said() -> None:
    assert paired(TARGETS, ("auto",)).notes == ("without a source: 1 of 3 (c.ro.txt)",)
    assert paired(("c.ro.txt",), ("auto",)).notes == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("d.en.txt",), r"d\.en\.txt: fits none by its name \(targets: 3, sources: 1\)"),
        (("{name}.fr.txt",), r"\{name\}\.fr\.txt: fits no file \(a\.fr\.txt is none\)"),
        (("a.en.txt", "{name}.en.txt"), "patterns and files are mixed"),
        (("a.en.txt", "a.hu.txt"), r"a\.hu\.txt: is a second source of a\.ro\.txt, beside a\.en"),
    ],
)
@pytest.mark.usefixtures("news")
def test_what_fits_nowhere(given: tuple[str, ...], said: str) -> None:
    with pytest.raises(MtqaError, match=said):
        paired(TARGETS, given)


def test_the_same_name_in_two_folders(news: Path) -> None:
    for folder in ("x", "y"):
        (news / folder).mkdir()
    targets = ("x/a.ro.txt", "y/a.ro.txt")
    assert paired(targets, ("y/a.en.txt",)).partners == (None, "y/a.en.txt")
    with pytest.raises(InputError, match="fits several translations by its name"):
        paired(targets, ("a.en.txt",))


def test_folders_named_for_languages_and_line_parallel_texts(news: Path) -> None:
    for name in ("ro/e.txt", "en/e.txt", "corpus.ro", "corpus.en"):
        (news / name).parent.mkdir(exist_ok=True)
        (news / name).write_text("Text.\n", encoding="utf-8")
    assert paired(("ro/e.txt", "corpus.ro"), ("auto",)).partners == ("en/e.txt", "corpus.en")


def test_a_folder_pairs_its_files_and_names_lone_sources(news: Path) -> None:
    (news / "a.fr.txt").write_text("Un deuxième original.\n", encoding="utf-8")
    found = looked_through(str(news))
    names = [(target.name, source and source.name) for target, source in found.articles]
    assert names == [("a.ro.txt", "a.en.txt"), ("b.ro.txt", "b.de.txt"), ("c.ro.txt", None)]
    assert [file.name for file in found.lone] == ["d.en.txt"]
