"""Feeds as sites serve them: what is meant is read, what cannot be read is named, the rest is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.errors import InputError
from mtqa.readers.feed import Feed, read_feed
from mtqa.readers.feed_xml import cut
from tests.readers.test_feed import ATOM, BODY, item, rss, write

__all__ = ["write"]
GOOD = (item("unu"), item("doi"))


def feed(folder: Path, text: str | bytes) -> Feed:
    path = folder / "ro.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_feed(path)


def names(found: Feed) -> list[str]:
    return [entry.id for entry in found.entries]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("D&D", "D&D"),
        ("AT&T și R&D; atât", "AT&T și R&D; atât"),
        ("Unu&nbsp;doi &ndash; trei", "Unu\u00a0doi – trei"),
        ("&Scedil;tiri &abreve;", "Ştiri ă"),
        ("&nimic; &", "&nimic; &"),
        ("a < b <3", "a < b <3"),
        ("Unu\x0bdoi\x1f", "Unu\x0bdoi"),
        ("Unu&#x0B;doi", "Unu\x0bdoi"),
        ("Unu&#0;doi\x00", "Unu\ufffddoi\ufffd"),
        ("Unu &#xD800; doi", "Unu \ufffd doi"),
        ("<![CDATA[D&D \x0b<b>]]>", "D&D \x0b<b>"),
    ],
)
def test_slips_whose_meaning_is_certain(tmp_path: Path, title: str, text: str) -> None:
    found = feed(tmp_path, rss(GOOD[0], item("trei", title), GOOD[1]))
    assert names(found) == ["unu", "trei", "doi"]
    assert not found.problems
    entry = found.entries[1]
    assert entry.text.partition("\n")[0].rstrip("\x1f") == text
    start = entry.text.index("l -a")
    place = entry.locate(start, start + 4)
    assert place is not None and BODY[place.start : place.end] == "l -a"


def test_what_was_mended_is_a_note(tmp_path: Path) -> None:
    found = feed(tmp_path, rss(GOOD[0], item("trei", "D&D"), item("patru", "&nbsp;x")))
    assert found.notes == (
        f"{tmp_path}/ro.xml:5:54: not well-formed XML (not well-formed (invalid token)); "
        "it is read as it was meant, and so are 1 more entries",
    )


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (
            "<item><guid>x</guid><title>A</b></title></item>",
            "ro.xml:5:31: not well-formed XML (mis",
        ),
        (
            "<item><guid>x</guid>\n<title a='1' a='2'>A</title></item>",
            "ro.xml:6:14: not well-formed",
        ),
        ("<item><guid>x</guid><title>A</title>", "ro.xml:5:1: the entry is not closed"),
        (item("x", "A", "b").replace("]]>", ""), "ro.xml:5:"),
        (item("x", "Pâ\udce3ine"), "ro.xml:5:50: byte 0xe3 is no letter"),
    ],
)
def test_an_entry_that_cannot_be_read_costs_no_other(tmp_path: Path, bad: str, said: str) -> None:
    text = rss(GOOD[0], bad, GOOD[1], item("trei"))
    found = feed(tmp_path, text.encode("utf-8", "surrogateescape"))
    assert names(found) == ["unu", "doi", "trei"]
    (problem,) = found.problems
    assert problem.removeprefix(f"{tmp_path}/").startswith(said)
    assert problem.endswith("the entry is left out")


def test_a_feed_that_is_cut_off(tmp_path: Path) -> None:
    whole = rss(*GOOD, item("trei"))
    found = feed(tmp_path, whole[: whole.index("trei") + 40])
    assert names(found) == ["unu", "doi"]
    assert [problem.partition(": ")[2] for problem in found.problems] == [
        "the entry is not closed; the entry is left out",
        "the feed is cut off before </rss>; check that it is whole",
    ]


@pytest.mark.parametrize("before", ["\n", " \n\ufeff", "\ufeff\n", "<br />Warning: x on line 3\n"])
def test_what_stands_before_the_xml(tmp_path: Path, before: str) -> None:
    found = feed(tmp_path, before + rss(*GOOD))
    assert names(found) == ["unu", "doi"]
    assert found.entries[0].line == 4 + before.count("\n")


@pytest.mark.parametrize("declared", ["windows-1250", "UTF-8", None])
def test_windows_1250(tmp_path: Path, declared: str | None) -> None:
    text = rss(item("unu", "Ştiri din ţară: „pâine”"), item("doi", "Încă una, mâine"))
    text = text.replace("Ș", "Ş")
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    new = declaration.replace("UTF-8", declared) if declared else ""
    body = text.replace(declaration, new)
    found = feed(tmp_path, body.encode("windows-1250"))
    assert found.entries[0].text.startswith("Ştiri din ţară: „pâine”\n\n")
    assert [note.rpartition("; ")[2] for note in found.notes] == (
        [] if declared == "windows-1250" else ["it is read as windows-1250"]
    )


def test_entries_of_two_encodings(tmp_path: Path) -> None:
    """A program put them together: what is UTF-8 stays so, „ of the other is no part of it."""
    good = item("unu", "„Joc fenomenal” la Iași")
    bad = item("doi", "Ştiri din ţară, mâine, ştiri din ţară, încă una, ştiri şi iarăşi ştiri")
    first, second = rss(good, "DOI").split("DOI")
    found = feed(tmp_path, first.encode() + bad.encode("windows-1250") + second.encode())
    assert [entry.text.partition("\n")[0] for entry in found.entries] == [
        "„Joc fenomenal” la Iași",
        "Ştiri din ţară, mâine, ştiri din ţară, încă una, ştiri şi iarăşi ştiri",
    ]
    assert [note.rpartition(", but ")[2] for note in found.notes] == [
        "is UTF-8 in part; the rest is read as windows-1250"
    ]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig", "iso-8859-2"])
def test_other_encodings(tmp_path: Path, codec: str) -> None:
    text = (
        rss(item("unu", "Ştiri din ţară"))
        .replace("UTF-8", codec.removesuffix("-sig"))
        .replace("Ș", "S")
    )
    assert feed(tmp_path, text.encode(codec)).entries[0].text.startswith("Ştiri din ţară\n\n")


def test_latin_1_is_windows_1252_to_everybody(tmp_path: Path) -> None:
    text = (
        rss(item("unu", "Citat \x84aici\x94 \x96 atât"))
        .replace("UTF-8", "ISO-8859-1")
        .replace("Ș", "S")
    )
    assert (
        feed(tmp_path, text.encode("latin-1")).entries[0].text.startswith("Citat „aici” – atât\n")
    )


RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://ziar.ro/"><title>Ziar</title><dc:language>ro</dc:language>
<items><rdf:Seq><rdf:li rdf:resource="https://ziar.ro/1"/></rdf:Seq></items></channel>
<item rdf:about="https://ziar.ro/1"><title>Titlul unu</title><link>https://ziar.ro/1</link>
<description>Un text &lt;b&gt;întreg&lt;/b&gt;.</description></item>
<item rdf:about="https://ziar.ro/2"><title>Titlul doi</title><description>A<b></description></item>
<item rdf:about="https://ziar.ro/3"><title>Titlul trei</title><description>Alt text.</description></item>
</rdf:RDF>"""


def test_rdf(tmp_path: Path) -> None:
    found = feed(tmp_path, RDF)
    assert [(e.id, e.link, e.text) for e in found.entries] == [
        ("https://ziar.ro/1", "https://ziar.ro/1", "Titlul unu\n\nUn text întreg."),
        ("https://ziar.ro/3", None, "Titlul trei\n\nAlt text."),
    ]
    assert found.language == "ro"
    (problem,) = found.problems
    assert ":8:" in problem and "mismatched tag" in problem


def test_atom_with_a_bad_entry(tmp_path: Path) -> None:
    found = feed(tmp_path, ATOM.replace("<title>Trei", "<title><i>Trei"))
    assert names(found) == ["tag:1", "tag:3"]
    assert ":4:" in found.problems[0]


def test_other_vocabularies_are_no_fields(tmp_path: Path) -> None:
    media = (
        "<media:title>Foto</media:title><media:content url='x'/><media:item/><title>Titlu</title>"
    )
    text = item("unu").replace("<title>Titlu</title>", media)
    (entry,) = feed(tmp_path, rss(text)).entries  # the prefix is declared nowhere
    assert entry.text.startswith("Titlu\n\nBayern")


def test_nothing_that_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ro\.xml:4: not well-formed XML \(mismatched tag\)"):
        feed(tmp_path, rss("<item><title>A</b></title></item>"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "<!--", "-->", "&", "<",
             ">", "&nbsp;", "a", "\x00", "\n", "<?", "?>", "<rss>", "</rss>", '"', "<item ", "/>"]
        )
    )
)  # fmt: skip
def test_no_feed_brings_the_reader_down(parts: list[str]) -> None:
    for entry in cut("<rss>" + "".join(parts)).entries:
        assert entry.place.line >= 1


@pytest.mark.parametrize(
    "hostile", ["<item>", "<!--", "<![CDATA[", '<item a="', "<item>&", "<rss "]
)
def test_hostile_feeds_are_read_in_time(hostile: str) -> None:
    assert len(cut("<rss>" + hostile * 200_000).entries) <= 200_001
