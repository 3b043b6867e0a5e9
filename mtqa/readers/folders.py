"""Folders of articles: ``NAME.ro.txt`` beside ``NAME.en.txt``, or ``ro/NAME`` beside ``en/NAME``.

The same for plain HTML pages (``NAME.ro.html``), whose text is taken out of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mtqa.errors import InputError
from mtqa.readers.pairing import partners
from mtqa.readers.records import Raw
from mtqa.readers.text import text_of

_ENDINGS = (".txt", ".html", ".htm")
_LANGUAGE = re.compile(r"[a-z]{2}$")


class Folder(NamedTuple):
    """What lies in a folder.

    Attributes:
        articles: each Romanian file with its source, or None where it has none.
        lone: files in other languages that belong to no Romanian one.
    """

    articles: tuple[tuple[Path, Path | None], ...]
    lone: tuple[Path, ...]


def looked_through(path: str) -> Folder:
    """The Romanian articles of a folder and its subfolders, in the order of their paths.

    Files named for no language are Romanian if nothing in the folder is named for one.

    Raises:
        InputError: there is no article in it.
    """
    root = Path(path)
    targets, pages = _targets(path)
    articles = tuple((target, _source(target, root, pages)) for target in targets)
    taken = {file for target in targets for file in partners(target, root)}
    lone = (file for file, code in pages.items() if code not in ("", "ro") and file not in taken)
    return Folder(articles, tuple(lone))


def read(path: str) -> Iterator[Raw]:
    """The texts of a folder's articles, as :func:`looked_through` finds them.

    Raises:
        InputError: there is no article in it.
    """
    root = Path(path)
    targets, pages = _targets(path)
    for target in targets:
        yield _article(target, root, pages)


def _targets(path: str) -> tuple[list[Path], dict[Path, str]]:
    """The Romanian files of a folder, and the language of every file."""
    root = Path(path)
    found = [file for file in sorted(root.rglob("*")) if file.suffix in _ENDINGS and file.is_file()]
    pages = {file: _code(file, root) for file in found}
    named = any(code for code in pages.values())
    targets = [file for file, code in pages.items() if code == "ro" or not (named or code)]
    if not targets:
        raise InputError(
            path, "no Romanian articles in this folder", "name them like article.ro.txt"
        )
    return targets, pages


def _source(target: Path, root: Path, pages: dict[Path, str]) -> Path | None:
    return next((file for file in partners(target, root) if file in pages), None)


def _code(file: Path, root: Path) -> str:
    """The language that a file's name or folder tells, or ``""``."""
    stem_code = file.stem.rpartition(".")[2] if "." in file.stem else ""
    parts = [stem_code, *reversed(file.relative_to(root).parts[:-1])]
    return next((part for part in parts if _LANGUAGE.match(part)), "")


def _article(target: Path, root: Path, pages: dict[Path, str]) -> Raw:
    place = str(target)
    source = _source(target, root, pages)
    name = target.relative_to(root).as_posix()
    fields: dict[str, Any] = {"id": name, "target_path": place}
    try:
        fields["target"] = text_of(target)[0]
        if source is not None:
            fields |= {
                "source": text_of(source)[0],
                "source_lang": pages[source],
                "source_path": str(source),
            }
    except InputError as problem:
        return Raw(place, {"id": name}, problem=f"{problem.problem}; {problem.cure}")
    return Raw(place, fields)
