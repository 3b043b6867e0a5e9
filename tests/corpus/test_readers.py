"""Every format in: real content read right, broken content named by file, line and reason."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import Checker, Config
from mtqa.config import Checks
from mtqa.errors import InputError
from mtqa.readers.inline import inline
from mtqa.readers.inputs import Inputs, expanded, format_of
from mtqa.readers.records import Columns, Raw, Record, Reject, record, records
from mtqa.readers.xml_text import tree

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="a1"><tuv xml:lang="en-US"><seg>Trump <bpt i="1">&lt;b&gt;</bpt>accused<ept i="1">&lt;/b&gt;</ept> Putin.</seg></tuv>
<tuv xml:lang="ro-RO"><seg>Trump l -a acuzat pe Putin.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Guten Tag.</seg></tuv><tuv xml:lang="ro"><seg>Bună ziua.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Nur deutsch.</seg></tuv></tu>
</body></tmx>"""
XLIFF12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="ro" original="x" datatype="plaintext"><body>
<trans-unit id="7"><source>Good <g id="1">day</g>.</source><target>Bună <g id="1">ziua</g>.</target>
<alt-trans><target>Salut.</target></alt-trans></trans-unit>
<trans-unit id="8"><source>Not yet.</source></trans-unit></body></file></xliff>"""
XLIFF2 = """<xliff version="2.1" srcLang="de-DE" trgLang="ro" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="u1"><segment id="s1"><source>Guten Tag.</source><target>Bună ziua.</target></segment>
<segment id="s2"><source>Auf <ph id="1"/>Wiedersehen.</source><target>La <ph id="1"/>revedere.</target></segment></unit></file></xliff>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>
<tmx version="1.4"><body><tu><tuv xml:lang="ro"><seg>&b;</seg></tuv></tu></body></tmx>"""


def read(path: Path, **options: object) -> list[Record | Reject]:
    inputs = Inputs((str(path),), **options)  # type: ignore[arg-type]
    return list(records(inputs.rows(), inputs.columns))


def texts(path: Path, **options: object) -> list[tuple[str, str, str | None, str | None] | str]:
    return [
        row.reason
        if isinstance(row, Reject)
        else (row.article.id, row.article.target, row.article.source, row.article.source_lang)
        for row in read(path, **options)
    ]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_json_lines_keep_their_numbers_past_a_broken_line(tmp_path: Path) -> None:
    content = b'{"id": 1, "target": "Unu."}\n\nno json\n{"id": "3", "target": "Trei.", "source": ""}\n[1]\n'
    found = read(put(tmp_path, "a.jsonl", content))
    assert [row.number for row in found] == [0, 1, 2, 3]
    assert texts(tmp_path / "a.jsonl")[0] == ("1", "Unu.", None, None)
    assert isinstance(found[1], Reject) and found[1].place.endswith("a.jsonl:3")
    assert "no JSON" in found[1].reason
    assert isinstance(found[3], Reject) and "no JSON object but list" in found[3].reason


def test_bad_utf8_in_line_7(tmp_path: Path) -> None:
    lines = [b'{"target": "Bun\xc4\x83."}'] * 6 + [b'{"target": "Bun\xe3."}']
    found = read(put(tmp_path, "a.jsonl", b"\n".join(lines)))
    assert isinstance(found[6], Reject) and found[6].place.endswith(":7")
    assert "byte 0xe3 at column 16 is not UTF-8" in found[6].reason


PLAIN = b'{"target": "Un text destul de lung."}\n' * 500


def compressed(ending: str, plain: bytes = PLAIN) -> bytes:
    if ending == "gz":
        return gzip.compress(plain, mtime=0)
    zstandard = pytest.importorskip("zstandard")
    return bytes(zstandard.ZstdCompressor(write_checksum=True).compress(plain))


@pytest.mark.parametrize("ending", ["gz", "zst", "zstd"])
def test_compressed_files(tmp_path: Path, ending: str) -> None:
    data = compressed(ending)
    assert len(read(put(tmp_path, f"a.jsonl.{ending}", data))) == 500
    assert len(read(put(tmp_path, f"b.jsonl.{ending}", data + data))) == 1000
    assert len(read(put(tmp_path, f"c.jsonl.{ending}", data + compressed(ending, b"")))) == 500
    assert read(put(tmp_path, f"d.jsonl.{ending}", compressed(ending, b""))) == []


def test_many_zeros_in_few_bytes(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl.zst", compressed("zst", bytes(40_000_000) + b"\n" + PLAIN))
    with pytest.raises(InputError, match=r"a\.jsonl\.zst:1: a line longer than 16 MB"):
        read(path)


def test_a_last_line_that_is_cut_off(tmp_path: Path) -> None:
    (_, found) = read(put(tmp_path, "a.ro", "Bună ziua.\nPâine ș".encode()[:-1]))
    assert isinstance(found, Reject)
    assert "UTF-8 cut off in its last letter (byte 0xc8 at column 8)" in found.reason


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_compressed_file_cut_at_any_byte(tmp_path: Path, ending: str) -> None:
    kind = {"gz": "gzip", "zst": "Zstandard"}[ending]
    data = compressed(ending)
    for size in range(len(data)):
        for whole in (b"", data):
            path = put(tmp_path, f"a.jsonl.{ending}", whole + data[:size])
            if whole and not size:
                continue
            with pytest.raises(InputError, match=rf"a\.jsonl\.{ending}: damaged {kind} \(.*; copy"):
                read(path)


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_compressed_file_that_is_none(tmp_path: Path, ending: str) -> None:
    changed = bytearray(compressed(ending))
    changed[len(changed) // 2] ^= 0xFF
    for content in (PLAIN, compressed(ending) + b"junk", bytes(changed)):
        with pytest.raises(InputError, match="damaged"):
            read(put(tmp_path, f"a.jsonl.{ending}", content))


def test_csv_with_quotes_ragged_rows_and_bad_bytes(tmp_path: Path) -> None:
    content = b'id,target,source\n1,"Unu, doi\ntrei","One, two"\n2,Doi\n3,Trei,Three\n'
    content += b"4,P\xe2ine,Bread\n5,Cinci,Five\n"
    assert texts(put(tmp_path, "a.csv", content), columns=Columns(language="en")) == [
        ("1", "Unu, doi\ntrei", "One, two", "en"),
        "2 fields, the header has 3",
        ("3", "Trei", "Three", "en"),
        "byte 0xe2 at column 4 is not UTF-8",
        ("5", "Cinci", "Five", "en"),
    ]
    assert read(tmp_path / "a.csv")[2].place.endswith("a.csv:5")


@pytest.mark.parametrize(
    ("broken", "swallowed"),
    [
        ('3,"Trei și restul,Three', ""),  # never closed: it would take the rest of the file
        ('3,"Trei și restul', ""),
        ('"3","Trei și restul,"Three"', ""),
        ('3,"Trei" și restul,Three', ""),
        ('3,"Trei "și" restul,Three', ""),
        ('3,"Trei și\nrestul, pe două rânduri', " (lines 4 to 5)"),
        ('3,"Trei "și\nrestul", pe două\nrânduri",Three', " (lines 4 to 6)"),
        ('3,"Trei și\nrestul"', " (lines 4 to 5)"),
    ],
)
@pytest.mark.parametrize("quoted", [False, True])
def test_an_open_quotation_mark_costs_its_own_row_alone(
    tmp_path: Path, broken: str, swallowed: str, quoted: bool
) -> None:
    def row(number: int) -> str:
        cells = (str(number), f"Rândul {number}.", f"Line {number}.")
        return ",".join(f'"{cell}"' for cell in cells) if quoted else ",".join(cells)

    good = [row(number) for number in range(10)]
    content = "\n".join(["id,target,source", *good[:2], broken, *good[2:], ""])
    found = read(put(tmp_path, "a.csv", content))
    assert [row.article.id for row in found if isinstance(row, Record)] == [
        str(n) for n in range(10)
    ]
    (reject,) = (row for row in found if isinstance(row, Reject))
    assert reject.place.endswith("a.csv:4")
    assert reject.reason.startswith("no CSV: ") and reject.reason.endswith(swallowed)


def test_an_open_quotation_mark_before_rows_over_several_lines(tmp_path: Path) -> None:
    content = 'target,id\n"Unu\ndoi",1\n"deschis,2\n"Trei\n\npatru, ""cinci""",3\nȘase,4\n"iar,5\n'
    found = read(put(tmp_path, "a.csv", content))
    rows = [(r.article.target, r.article.id) for r in found if isinstance(r, Record)]
    assert rows == [("Unu\ndoi", "1"), ('Trei\n\npatru, "cinci"', "3"), ("Șase", "4")]
    rejects = [(r.place.rpartition(":")[2], r.reason) for r in found if isinstance(r, Reject)]
    assert rejects[-1] == ("9", "no CSV: a quotation mark is opened and not closed")
    assert [place for place, _ in rejects] == ["4", "9"]


def test_csv_of_many_open_quotation_marks_is_read_in_time(tmp_path: Path) -> None:
    content = "target,id\n" + '"deschis\nrest\n' * 20_000
    assert 0 < len(read(put(tmp_path, "a.csv", content))) <= 20_000


TMX_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><body>\n'


def tu(number: int, target: str = "", source: str = "") -> str:
    return (
        f'<tu tuid="{number}"><tuv xml:lang="en"><seg>{source or f"Line {number}."}</seg></tuv>'
        f'<tuv xml:lang="ro"><seg>{target or f"Rândul {number}."}</seg></tuv></tu>\n'
    )


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("<tu><tuv xml:lang='ro'><seg>D&D</seg></tuv></tu>\n", "not well-formed"),
        ("<tu><tuv xml:lang='ro'><seg>A</b></seg></tuv></tu>\n", "mismatched tag"),
        ("<tu><tuv xml:lang='ro'><seg>&nbsp;</seg></tuv></tu>\n", "undefined entity"),
        ("<tu><tuv xml:lang='ro'><seg>a\x01b</seg></tuv></tu>\n", "invalid token"),
        ("<tu><tuv xml:lang='ro'><seg>p\udce2ine</seg></tuv></tu>\n", "byte 0xe2 is no letter"),
        ("<tu><tuv xml:lang='ro'><seg>A</seg></tuv>\n", "the unit is not closed"),
        ("<tu><tuv xml:lang='ro'><seg><![CDATA[A</seg></tuv></tu>\n", "unclosed CDATA"),
        ("<tu><tuv xml:lang='ro'><seg><!-- A</seg></tuv></tu>\n", "no XML"),
        ("<tu/>\n", "no Romanian variant"),
        ("<tu " + "a='1' " * 2 + "><tuv xml:lang='ro'><seg>A</seg></tuv></tu>\n", "duplicate"),
    ],
)
def test_a_bad_unit_costs_no_other(tmp_path: Path, bad: str, said: str) -> None:
    content = f"{TMX_HEAD}{tu(1)}{tu(2)}{bad}{tu(4, '<![CDATA[D&D]]>')}{tu(5)}</body></tmx>"
    found = read(put(tmp_path, "a.tmx", content.encode("utf-8", "surrogateescape")))
    assert [row.article.id for row in found if isinstance(row, Record)] == ["1", "2", "4", "5"]
    (reject,) = (row for row in found if isinstance(row, Reject))
    assert reject.place.endswith("a.tmx:unit 3")
    assert said in reject.reason


def test_a_file_that_ends_too_soon_gives_what_it_has(tmp_path: Path) -> None:
    rows = Inputs((str(put(tmp_path, "a.tmx", TMX_HEAD + tu(1) + tu(2)[:40])),)).rows()
    assert next(rows).fields["target"] == "Rândul 1."
    assert "the unit is not closed" in str(next(rows).problem)
    with pytest.raises(InputError, match=r"a\.tmx:5: no XML \(ends before </tmx>\)"):
        next(rows)


@pytest.mark.parametrize("size", [1, 300, 2_000])
def test_units_longer_than_a_block(tmp_path: Path, size: int) -> None:
    long = "cuvânt " * size * 100
    content = TMX_HEAD + "".join(tu(n, long if n == 2 else "") for n in range(40)) + "</body></tmx>"
    found = read(put(tmp_path, "a.tmx", content))
    assert [row.article.id for row in found if isinstance(row, Record)] == [
        str(n) for n in range(40)
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-8-sig", "windows-1250", "gb18030"]
)
def test_tmx_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    declared = TMX_HEAD.replace("UTF-8", encoding.removesuffix("-sig"))
    content = (declared + tu(1, "Pâine în oraş.") + "</body></tmx>").encode(encoding)
    assert texts(put(tmp_path, "a.tmx", content)) == [("1", "Pâine în oraş.", "Line 1.", "en")]


@pytest.mark.parametrize("code", ["ron", "rum", "RO", "ro-RO", "ro_MD", "RUM", "Ro-ro"])
def test_codes_of_languages(tmp_path: Path, code: str) -> None:
    content = TMX_HEAD + tu(1).replace('"ro"', f'"{code}"').replace('"en"', '"ENG-us"')
    path = put(tmp_path, "a.tmx", content + "</body></tmx>")
    for asked in ("eng", "EN", None):
        (row,) = texts(path, columns=Columns(language=asked))
        assert row == ("1", "Rândul 1.", "Line 1.", "en")
    xliff = XLIFF12.replace('"ro"', f'"{code}"').replace('"en"', '"en-GB"')
    assert texts(put(tmp_path, "a.xlf", xliff))[0] == ("7", "Bună ziua.", "Good day.", "en")


def xliff(attributes: str, target: str = "<target>Bună ziua.</target>", above: str = "") -> str:
    return (
        '<xliff version="1.2"><file source-language="en" target-language="ro">'
        f'<body><group {above}><trans-unit id="1" {attributes}><source>Good day.</source>{target}'
        "</trans-unit></group></body></file></xliff>"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (xliff('translate="no"'), 'translate="no"'),
        (xliff("", above='translate="no"'), 'translate="no"'),
        (xliff('translate="yes"', above='translate="no"'), None),
        (xliff("", '<target state="new">Good day.</target>'), 'state="new"'),
        (xliff("", '<target state="needs-translation">Good day.</target>'), "needs-translation"),
        (xliff("", '<target state="needs-review-translation">Bună ziua.</target>'), None),
        (xliff("", '<target state="Final">Bună ziua.</target>'), None),
        (xliff("", '<target xml:lang="de">Guten Tag.</target>'), "its target is in de"),
        (xliff("").replace('"ro"', '"bg-BG"'), "its target is in bg"),
        (XLIFF2.replace('id="s1"', 'id="s1" state="initial"'), 'state="initial"'),
        (XLIFF2.replace('id="s1"', 'id="s1" state="translated"'), None),
        (XLIFF2.replace('<unit id="u1"', '<unit id="u1" translate="no"'), 'translate="no"'),
    ],
)  # fmt: skip
def test_what_an_xliff_says_of_its_segments(tmp_path: Path, content: str, said: str | None) -> None:
    first = read(put(tmp_path, "a.xlf", content))[0]
    if said is None:
        assert isinstance(first, Record)
    else:
        assert isinstance(first, Reject) and said in first.reason


@pytest.mark.parametrize(
    ("markup", "text", "codes"),
    [
        ('Apăsați <g id="1">OK</g> acum', "Apăsați OK acum", [("g+ 1", 8), ("g- 1", 10)]),
        ('Apăsați<g id="1">OK</g>acum', "ApăsațiOKacum", [("g+ 1", 7), ("g- 1", 9)]),
        ('un<x id="1"/>doi', "un doi", [("x 1", 2)]),
        ('un <x id="1"/>doi', "un doi", [("x 1", 3)]),
        ('un<x id="1"/>, doi', "un, doi", [("x 1", 2)]),
        ('un<bpt id="1">{b}</bpt>doi<ept id="1">{/b}</ept>', "undoi", [("bpt 1", 2), ("ept 1", 5)]),
        ('a<ph id="1">%<sub>s</sub></ph>b', "a b", [("ph 1", 1)]),
        ('a <mrk mtype="seg">b</mrk> c', "a b c", []),
        ('a<pc id="1">b<pc id="2">c</pc></pc>d', "abcd",
         [("pc+ 1", 1), ("pc+ 2", 2), ("pc- 2", 3), ("pc- 1", 3)]),
        ('a<cp hex="0020"/>b', "a b", []),
    ],
)  # fmt: skip
def test_text_between_codes(markup: str, text: str, codes: list[tuple[str, int]]) -> None:
    found = inline(tree(f"<seg>{markup}</seg>"))
    assert found.text == text
    assert [code[:2] for code in found.codes] == codes


def test_blanks_at_codes_are_checked(tmp_path: Path) -> None:
    content = TMX_HEAD + tu(
        1, 'Apăsați<hi x="1">butonul</hi> acum.', 'Press <hi x="1">the button</hi> now.'
    )
    (row,) = read(put(tmp_path, "a.tmx", content + "</body></tmx>"))
    assert isinstance(row, Record)
    checker = Checker(Config(checks=Checks(select=("markup",))))
    (issue,) = checker.check(row.article).issues
    assert (issue.text, issue.suggestion) == ("Apăsațibutonul", "Apăsați butonul")


def test_units_that_are_nested_deeply(tmp_path: Path) -> None:
    deep = '<hi x="1">' * 50_000 + "x" + "</hi>" * 50_000
    path = put(tmp_path, "a.tmx", TMX_HEAD + tu(1, f"Bun {deep}") + "</body></tmx>")
    assert texts(path)[0][1] == "Bun x"


def test_tsv_has_no_quoting(tmp_path: Path) -> None:
    path = put(tmp_path, "a.tsv", 'mt\tsrc\n"Da\tYes\n„Nu" spune el.\tNo\n')
    found = texts(path, columns=Columns(target="mt", source="src"))
    assert [row[1:3] for row in found] == [('"Da', "Yes"), ('„Nu" spune el.', "No")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "id,text\n1,Unu\n", "no column 'target'; columns here: id, text; name it with --target-column"),
        ("a.csv", "target,target\nx,y\n", "two columns are called 'target'"),
        ("a.csv", "", "empty"),
        ("a.tmx", BOMB, "declares entities"),
        ("a.tmx", "<tmx><body>", "no XML"),
        ("a.xlf", "Bună ziua", "no XML"),
        ("a.parquet", "PAR2", "Parquet"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read_at_all(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    pytest.importorskip("pyarrow")
    path = put(tmp_path, name, content)
    with pytest.raises(InputError) as error:
        read(path)
    assert str(error.value).startswith(str(path))
    assert message in str(error.value)


def test_tmx(tmp_path: Path) -> None:
    assert texts(put(tmp_path, "a.tmx", TMX)) == [
        ("a1", "Trump l -a acuzat pe Putin.", "Trump accused Putin.", "en"),
        (f"{tmp_path}/a.tmx:unit 2", "Bună ziua.", "Guten Tag.", "de"),
        "no Romanian variant; languages here: de",
    ]


def test_xliff(tmp_path: Path) -> None:
    assert texts(put(tmp_path, "a.xlf", XLIFF12)) == [
        ("7", "Bună ziua.", "Good day.", "en"),
        "no <target>: it is not translated",
    ]
    assert texts(put(tmp_path, "b.xliff", XLIFF2)) == [
        ("u1/s1", "Bună ziua.", "Guten Tag.", "de"),
        ("u1/s2", "La revedere.", "Auf Wiedersehen.", "de"),
    ]


def test_parquet_files_and_data_sets(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    for part, text in (("a", "Unu."), ("b", "Doi.")):
        folder = tmp_path / "set" / f"feed={part}"
        folder.mkdir(parents=True)
        parquet.write_table(pyarrow.table({"id": [part], "target": [text]}), folder / "p.parquet")
    assert format_of(str(tmp_path / "set")) == "parquet"
    assert texts(tmp_path / "set") == [("a", "Unu.", None, None), ("b", "Doi.", None, None)]
    kept = read(tmp_path / "set", columns=Columns(keep=("feed",)))
    assert [row.article.meta["feed"] for row in kept if isinstance(row, Record)] == ["a", "b"]
    with pytest.raises(InputError, match="no column 'text'"):
        read(tmp_path / "set", columns=Columns(target="text"))


def test_line_parallel_texts(tmp_path: Path) -> None:
    put(tmp_path, "a.en", "One.\nTwo.\n")
    path = put(tmp_path, "a.ro", "Unu.\nDoi.\n")
    sources = (str(tmp_path / "a.en"),)
    assert texts(path, sources=sources) == [
        ("1", "Unu.", "One.", None),
        ("2", "Doi.", "Two.", None),
    ]
    put(tmp_path, "a.en", "One.\n")
    with pytest.raises(InputError, match=r"a\.en: ends before line 2, .*a\.ro goes on"):
        read(path, sources=sources)


def test_folders_of_articles(tmp_path: Path) -> None:
    put(tmp_path, "x/02.ro.txt", "Un articol.")
    put(tmp_path, "x/02.en.txt", "An article.")
    put(tmp_path, "x/ro/pag.html", "<p>Bun&#259; <b>ziua</b></p><script>x()</script>")
    put(tmp_path, "x/de/pag.html", "<p>Guten Tag</p>")
    put(tmp_path, "x/note.en.txt", "A source alone.")
    put(tmp_path, "x/rău.ro.txt", b"\xff\xfe\x00")
    assert texts(tmp_path / "x")[:2] == [
        ("02.ro.txt", "Un articol.", "An article.", "en"),
        ("ro/pag.html", "Bună ziua", "Guten Tag", "de"),
    ]
    assert isinstance(read(tmp_path / "x")[2], Reject)
    with pytest.raises(InputError, match="no Romanian articles"):
        read(put(tmp_path, "y/a.en.txt", "Only English.").parent)


def test_patterns_and_missing_files(tmp_path: Path) -> None:
    put(tmp_path, "b.jsonl", "")
    put(tmp_path, "a.jsonl", "")
    assert expanded([f"{tmp_path}/*.jsonl"]) == (f"{tmp_path}/a.jsonl", f"{tmp_path}/b.jsonl")
    for missing in ("none.jsonl", "*.tmx"):
        with pytest.raises(InputError, match=r"no such file|matches no file"):
            expanded([f"{tmp_path}/{missing}"])


def test_urls_are_opened_by_fsspec() -> None:
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe("/news/a.jsonl", b'{"id": "m", "target": "Din memorie."}\n')
    paths = expanded(["memory://news/*.jsonl"])
    found = list(records(Inputs(paths).rows(), Columns()))
    assert [row.article.id for row in found if isinstance(row, Record)] == ["m"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"target": 5}, "field 'target' is no text but int"),
        ({"text": "x"}, "no field 'target'; fields here: text"),
        ({"target": " ."}, "field 'target' is empty"),
        ({"target": None}, "field 'target' is empty"),
        ({"target": "Da\x00"}, "NUL"),
        ({"target": "Da.", "source": ["Yes."]}, "field 'source' is no text but list"),
    ],
)
def test_records_that_are_no_articles(fields: dict[str, object], reason: str) -> None:
    found = record(3, Raw("a:4", fields), Columns())
    assert isinstance(found, Reject)
    assert (found.number, found.place) == (3, "a:4")
    assert reason in found.reason


@settings(deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["a.jsonl", "a.csv", "a.tsv", "a.ro", "a.tmx", "a.xlf"]),
)
def test_no_bytes_bring_a_reader_down(content: bytes, name: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = put(Path(folder), name, content)
        try:
            for number, row in enumerate(read(path)):
                assert row.number == number
        except InputError as problem:
            assert str(problem).startswith(str(path))


@pytest.mark.parametrize(
    "text",
    [
        'id;target\n1;"Unu; doi, trei"\n2;Rata e 3,5\n',
        'sep=;\nid;target\n1;"Unu; doi, trei"\n2;Rata e 3,5\n',
        '"id"\t"target"\n1\tUnu; doi, trei\n2\tRata e 3,5\n',
    ],
)
def test_csv_as_romanian_spreadsheets_write_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    rows = list(Inputs((str(tmp_path / "a.csv"),)).rows())
    assert [row.fields["target"] for row in rows] == ["Unu; doi, trei", "Rata e 3,5"]
