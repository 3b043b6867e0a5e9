"""Folders of articles: ``NAME.ro.txt`` beside ``NAME.en.txt``, or ``ro/NAME`` beside ``en/NAME``.

The same for plain HTML pages (``NAME.ro.html``), whose text is taken out of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.readers.records import Raw
from mtqa.readers.text import read_text

_ENDINGS = (".txt", ".html", ".htm")
_LANGUAGE = re.compile(r"[a-z]{2}$")


def read(path: str) -> Iterator[Raw]:
    """The Romanian articles of a folder and its subfolders, in the order of their paths.

    Files named for no language are Romanian if nothing in the folder is named for one.

    Raises:
        InputError: there is no article in it.
    """
    root = Path(path)
    found = [file for file in sorted(root.rglob("*")) if file.suffix in _ENDINGS and file.is_file()]
    pages = {file: _code(file, root) for file in found}
    named = any(code for code in pages.values())
    targets = [file for file, code in pages.items() if code == "ro" or not (named or code)]
    if not targets:
        raise InputError(
            path, "no Romanian articles in this folder", "name them like article.ro.txt"
        )
    for target in targets:
        yield _article(target, root, pages)


def _code(file: Path, root: Path) -> str:
    """The language that a file's name or folder tells, or ``""``."""
    stem_code = file.stem.rpartition(".")[2] if "." in file.stem else ""
    parts = [stem_code, *reversed(file.relative_to(root).parts[:-1])]
    return next((part for part in parts if _LANGUAGE.match(part)), "")


def _article(target: Path, root: Path, pages: dict[Path, str]) -> Raw:
    place = str(target)
    source = next((file for file in _partners(target, root) if file in pages), None)
    name = target.relative_to(root).as_posix()
    fields: dict[str, Any] = {"id": name, "target_path": place}
    try:
        fields["target"] = text_of(target)
        if source is not None:
            fields |= {
                "source": text_of(source),
                "source_lang": pages[source],
                "source_path": str(source),
            }
    except InputError as problem:
        return Raw(place, {"id": name}, problem=f"{problem.problem}; {problem.cure}")
    return Raw(place, fields)


def _partners(target: Path, root: Path) -> Iterator[Path]:
    """Where the source of a Romanian article may lie."""
    stem, _, code = target.stem.rpartition(".")
    if code == "ro":
        for other in sorted(target.parent.glob(f"{_literal(stem)}.*{target.suffix}")):
            if other != target and _LANGUAGE.match(other.stem.rpartition(".")[2]):
                yield other
    parts = target.relative_to(root).parts
    for place, part in enumerate(parts[:-1]):
        if part == "ro":
            above = root.joinpath(*parts[:place])
            for folder in sorted(above.iterdir()):
                if folder.is_dir() and folder.name != "ro" and _LANGUAGE.match(folder.name):
                    yield folder.joinpath(*parts[place + 1 :])


def _literal(text: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", text)


def text_of(file: Path) -> str:
    """The text of an article's file; of a page, its visible text.

    Raises:
        InputError: it cannot be read.
    """
    text = read_text(file)
    if file.suffix == ".txt":
        return text
    from mtqa.readers.feed_html import html_to_text

    return html_to_text(text).text
