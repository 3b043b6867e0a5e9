"""Bad input is named, with its place and its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import InputError
from mtqa.readers import read_article, read_text
from mtqa.readers.text import MAX_BYTES

ROMANIAN = "Președintele a spus că pleacă în țară după ședința de guvern.\n"


def file(folder: Path, data: bytes, name: str = "articol.ro.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def problem(path: Path, encoding: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_text(path, encoding)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_utf8_as_it_is(tmp_path: Path) -> None:
    assert read_text(file(tmp_path, ROMANIAN.encode())) == ROMANIAN


def test_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    assert read_text(file(tmp_path, b"\xef\xbb\xbf" + ROMANIAN.encode())) == ROMANIAN
    assert read_text(file(tmp_path, ROMANIAN.encode("utf-16"))) == ROMANIAN


@pytest.mark.parametrize("cut", [b"\xc8", b"\xe2\x80", b"\xe2", b"\xf0\x9f\x91"])
@pytest.mark.parametrize("before", ["Guvernul a ținut\no ", "Pâine, „", ROMANIAN * 50])
def test_a_text_cut_in_its_last_letter(tmp_path: Path, before: str, cut: bytes) -> None:
    said = problem(file(tmp_path, before.encode() + cut))
    assert "UTF-8 cut off in its last letter (byte 0x" in said
    assert f"txt:{before.count(chr(10)) + 1}: " in said


def test_a_last_letter_of_windows_1250_is_not_cut_off(tmp_path: Path) -> None:
    assert "it looks like windows-1250" in problem(file(tmp_path, b"Guvernul nu st\xe3"))


def test_line_ends_are_kept(tmp_path: Path) -> None:
    assert read_text(file(tmp_path, b"unu\r\ndoi\rtrei\n")) == "unu\r\ndoi\rtrei\n"


def test_missing(tmp_path: Path) -> None:
    assert "no such file" in problem(tmp_path / "nu.txt")


def test_folder(tmp_path: Path) -> None:
    assert "is a folder" in problem(tmp_path)


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_empty(tmp_path: Path, data: bytes) -> None:
    assert "empty" in problem(file(tmp_path, data))


@pytest.mark.parametrize(
    ("codec", "letters"), [("windows-1250", "şţ"), ("iso-8859-16", "șț"), ("iso-8859-2", "şţ")]
)
def test_another_encoding_is_recognised(tmp_path: Path, codec: str, letters: str) -> None:
    text = f"Titlu\n{ROMANIAN}".translate(str.maketrans("șț", letters))
    path = file(tmp_path, text.encode(codec))
    said = problem(path)
    assert f"{path}:2: byte 0x" in said
    # the three encodings share the bytes of Romanian letters; any of them reads the file
    assert "--encoding windows-1250" in said
    read = read_text(path, "windows-1250")
    assert read.translate(str.maketrans("şţ", "șț")) == f"Titlu\n{ROMANIAN}"


def test_the_asked_encoding_is_wrong(tmp_path: Path) -> None:
    path = file(tmp_path, ROMANIAN.encode())
    assert "not ascii" in problem(path, "ascii")
    assert "unknown encoding" in problem(path, "utf-9")
    assert "unknown encoding 'utf\\x00'" in problem(path, "utf\x00")


@pytest.mark.parametrize("codec", ["idna", "undefined", "punycode"])
def test_codecs_that_are_for_no_text_of_ours(tmp_path: Path, codec: str) -> None:
    said = problem(file(tmp_path, b"xn--\xff.a..b\n" * 9), codec)
    assert codec in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"abc\x00def", "NUL byte at offset 3"),
        (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (bytes(range(1, 256)) * 8, "binary"),
    ],
)
def test_binary(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in problem(file(tmp_path, data))


def test_a_giant_line_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mare.txt"
    with path.open("wb") as sparse:
        sparse.truncate(10 * MAX_BYTES)
    assert "too large for one article" in problem(path)


def test_article_with_its_source(tmp_path: Path) -> None:
    target = file(tmp_path, ROMANIAN.encode())
    source = file(tmp_path, b"The president leaves.\n", "articol.en.txt")
    article = read_article(target, source, source_lang="en")
    assert (article.id, article.source, article.source_lang) == (
        "articol",
        "The president leaves.\n",
        "en",
    )
    assert article.meta == {"target_path": str(target), "source_path": str(source)}
