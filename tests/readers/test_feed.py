"""RSS and Atom: entries as articles, pairs, and feeds that are refused."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

import pytest

from mtqa import Article, Checker
from mtqa.errors import InputError
from mtqa.readers import feed as feed_module
from mtqa.readers import read_feed_articles
from mtqa.readers.feed import read_feed
from tests.conftest import ARTICLES


class Write(Protocol):
    """Writes a file into an empty folder."""

    def __call__(self, text: str | bytes, name: str = "ro.xml") -> Path: ...


BODY = "<p>Bayern l -a transferat pe Kluivert în schimbul a 41,500 de euro.</p>"


def rss(*items: str, language: str = "ro", head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n'
        f"<channel><title>Știri</title><language>{language}</language>\n"
        + "\n".join(items)
        + "\n</channel></rss>"
    )


def item(name: str, title: str = "Titlu", body: str = BODY, link: str = "") -> str:
    return (
        f'<item><guid isPermaLink="false">{name}</guid><title>{title}</title>'
        f"<link>{link or f'https://ziar.ro/{name}'}</link>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ro"><title>Știri</title>
<entry><id>tag:1</id><title type="html">Unu &amp;amp; doi</title><link href="https://ziar.ro/1"/>
<content type="html">{BODY.replace("<", "&lt;")}</content></entry>
<entry><id>tag:2</id><title>Trei &amp; patru</title><summary>Doar rezumat, fără conținut.</summary></entry>
<entry><id>tag:3</id><title>X</title><content type="xhtml"><div
 xmlns="http://www.w3.org/1999/xhtml"><p>Paragraf în XHTML.</p><p>Doi.</p></div></content></entry>
</feed>"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str | bytes, name: str = "ro.xml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


def test_rss(write: Write) -> None:
    feed = read_feed(write(rss(item("a"), item("b", "Alt titlu"))))
    assert [(entry.id, entry.link, entry.line) for entry in feed.entries] == [
        ("a", "https://ziar.ro/a", 4),
        ("b", "https://ziar.ro/b", 5),
    ]
    assert feed.language == "ro"
    assert feed.entries[1].text == (
        "Alt titlu\n\nBayern l -a transferat pe Kluivert în schimbul a 41,500 de euro."
    )


def test_atom(write: Write) -> None:
    first, second, third = read_feed(write(ATOM)).entries
    assert first.text.startswith("Unu & doi\n\nBayern l -a")
    assert (first.id, first.link, first.line) == ("tag:1", "https://ziar.ro/1", 2)
    assert second.text == "Trei & patru\n\nDoar rezumat, fără conținut."
    assert third.text == "X\n\nParagraf în XHTML.\n\nDoi."


def test_content_that_is_no_text_is_passed_over(write: Write) -> None:
    picture = '<content type="image/png">iVBORw0KGgo=</content>'
    (first, *_) = read_feed(
        write(ATOM.replace("<summary>", f"{picture}<summary>").replace("tag:1", "tag:0"))
    ).entries[1:]
    assert first.text == "Trei & patru\n\nDoar rezumat, fără conținut."


def test_places_lead_back_to_the_content(write: Write) -> None:
    (entry,) = read_feed(write(rss(item("a")))).entries
    start = entry.text.index("l -a")
    place = entry.locate(start, start + 4)
    assert place is not None
    assert (place.field, BODY[place.start : place.end]) == ("content", "l -a")
    assert entry.locate(0, 5) == ("title", 0, 5)


def test_a_headline_repeated_in_the_content_is_read_once(write: Write) -> None:
    (entry,) = read_feed(write(rss(item("a", body="<h1>Titlu</h1><p>Text.</p>")))).entries
    assert entry.text == "Titlu\n\nText."
    place = entry.locate(0, 5)
    assert place is not None
    assert place.field == "content"


def test_another_encoding(write: Write) -> None:
    text = rss(item("a", "Țară în ședință")).replace("UTF-8", "ISO-8859-16")
    (entry,) = read_feed(write(text.encode("iso-8859-16"))).entries
    assert entry.text.startswith("Țară în ședință")


def test_entries_without_content_are_named(write: Write) -> None:
    path = write(rss("<item><guid>gol</guid><title>Doar titlu</title></item>", item("a")))
    feed = read_feed(path)
    assert [entry.id for entry in feed.entries] == ["a"]
    assert feed.notes == (f"{path}:4: entry gol has no content; it is left out",)


def test_a_guid_that_stands_twice(write: Write) -> None:
    feed = read_feed(write(rss(item("a"), item("a"))))
    assert [entry.id for entry in feed.entries] == ["a", "a (2)"]
    assert "stands twice" in feed.notes[0]


@pytest.mark.parametrize(
    ("guids", "ids"),
    [
        (["g1", "g1 (2)", "g1"], ["g1", "g1 (2)", "g1 (3)"]),
        (["g1", "g1", "g1 (2)"], ["g1", "g1 (3)", "g1 (2)"]),
        (["g1", "g1", "g1", "g1 (2)", "g1 (2)"], None),
    ],
)
def test_names_are_unique(write: Write, guids: list[str], ids: list[str] | None) -> None:
    feed = read_feed(write(rss(*map(item, guids))))
    found = [entry.id for entry in feed.entries]
    assert len(set(found)) == len(guids)
    assert found == (ids or found)
    assert [entry.guid for entry in feed.entries] == guids


# -- places --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title", ["{}", "\n   {}\n  ", "<![CDATA[  {} ]]>", "\n <![CDATA[{}]]>", " &#32;\u00a0{}"]
)
@pytest.mark.parametrize("element", ["description", "content:encoded"])
def test_white_space_of_an_element_counts(write: Write, title: str, element: str) -> None:
    """Offsets are those of the element's text as any parser of XML gives it."""
    headline, body = "Trump l -a văzut", "&lt;p&gt;Bayern l -a transferat.&lt;/p&gt;"
    text = (
        f"<item><title>{title.format(headline)}</title><{element}>\n\t  {body}\n</{element}></item>"
    )
    path = write(rss(text))
    (entry,) = read_feed(path).entries
    root = ElementTree.parse(path).getroot()
    space = "{http://purl.org/rss/1.0/modules/content/}"
    fields = {
        "title": root.findtext(".//item/title"),
        "summary": root.findtext(".//item/description"),
        "content": root.findtext(f".//{space}encoded"),
    }
    for start in (match.start() for match in re.finditer("l -a", entry.text)):
        place = entry.locate(start, start + 4)
        assert place is not None
        assert (fields[place.field] or "")[place.start : place.end] == "l -a"


def test_places_in_xhtml_are_those_of_the_file(write: Write) -> None:
    inner = ' <x:div class="a > b">\n<x:p>Vă&amp;l<x:br/>l -a luat. <![CDATA[l -a <rupt>]]></x:p></x:div>'
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml">'
        f'<entry><id>1</id><title>Titlu</title><content type="xhtml">{inner}</content></entry></feed>'
    )
    (entry,) = read_feed(write(text)).entries
    assert entry.text == "Titlu\n\nVă&l\nl -a luat. l -a <rupt>"
    for start in (match.start() for match in re.finditer("l -a", entry.text)):
        place = entry.locate(start, start + 4)
        assert place is not None
        assert inner[place.start : place.end] == "l -a"


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(
        f'<!ENTITY lol{n} "{f"&lol{n - 1 or chr(0)};".replace(chr(0), "") * 10}">'
        for n in range(1, 10)
    )
    + "]>\n"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY rău SYSTEM "file:///etc/passwd">]>\n'
PARAMETER = '<!DOCTYPE x [<!ENTITY % rău SYSTEM "http://127.0.0.1/x.dtd"> %rău;]>\n'


@pytest.mark.parametrize("head", [LAUGHS, EXTERNAL, PARAMETER], ids=["bomb", "file", "parameter"])
def test_entities_are_refused(write: Write, head: str) -> None:
    with pytest.raises(InputError, match="declares XML entities") as caught:
        read_feed(write(rss(item("&rău;&lol9;"), head=head)))
    assert "\n" not in str(caught.value)


def test_the_dtd_of_old_rss_is_not_loaded(write: Write) -> None:
    head = (
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">\n'
    )
    assert read_feed(write(rss(item("a"), head=head))).entries


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not well-formed XML"),
        (b"Un text simplu.", r"ro\.xml:1: not well-formed XML"),
        (rss(item("a"))[:-60].encode(), "not well-formed XML"),
        (b"<rss><channel><item>&nbsp;</item></channel></rss>", "undefined entity"),
        (b"<html><body><p>Text</p></body></html>", "neither RSS nor Atom"),
        (rss().encode(), "no entry with content"),
        (b'<?xml version="1.0" encoding="zzz"?><rss/>', "not well-formed|cannot be read"),
        (b"%PDF-1.7", "not well-formed"),
    ],
)
def test_broken_feeds_are_one_line(write: Write, content: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_feed(write(content))
    assert "\n" not in str(caught.value)


def test_a_feed_that_is_too_large(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "MAX_FEED_BYTES", 100)
    with pytest.raises(InputError, match="too large for a feed"):
        read_feed(write(rss(item("a"))))


def test_no_address_is_ever_fetched() -> None:
    with pytest.raises(InputError, match="no such file"):
        read_feed("https://ziar.ro/feed.xml")


# -- pairs -------------------------------------------------------------------------------------

ENGLISH = "<p>Bayern have signed Kluivert.</p>"


def test_pairs_by_guid_and_by_link(write: Write) -> None:
    ro = write(rss(item("1"), item("ro-2", link="https://x.com/2/"), item("3")))
    en = write(
        rss(
            item("1", body=ENGLISH),
            item("en-2", body=ENGLISH, link="https://x.com/2"),
            language="en-US",
        ),
        "en.xml",
    )
    found = read_feed_articles(ro, en)
    assert [article.source is not None for article in found.articles] == [True, True, False]
    assert found.articles[0].source == "Titlu\n\nBayern have signed Kluivert."
    assert [article.source_lang for article in found.articles] == ["en", "en", None]
    assert found.notes == (
        f"{ro}: 1 of 3 entries have no partner in {en} and are checked without a source: 3",
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("https://x.com/2/", "http://www.x.com/2", True),
        ("https://x.com/2?utm_source=rss&utm_medium=feed#comments", "https://x.com/2", True),
        ("https://x.com/a?b=1&id=2", "https://x.com/a?id=2&b=1&fbclid=z", True),
        ("https://X.com:443/p%C4%83ine", "https://x.com/păine/", True),
        ("https://x.com/a?id=2", "https://x.com/a?id=3", False),
        ("https://x.com/a", "https://y.com/a", False),
    ],
)
def test_links_are_compared_as_addresses(write: Write, ours: str, theirs: str, same: bool) -> None:
    ro = write(rss(item("ro", body=GOALS_RO[0], link=escape(ours))))
    en = write(rss(item("en", body=GOALS_EN[1], link=escape(theirs))), "en.xml")
    (article,) = read_feed_articles(ro, en, encoder="lexical").articles
    assert (article.source is not None) is same


GOALS_RO = (
    "<p>Premierul britanic Keir Starmer a anunțat marți la Londra un buget de 40 de miliarde.</p>",
    "<p>Kluivert a marcat trei goluri pentru Bournemouth în meciul cu Wolverhampton.</p>",
    "<p>Un cutremur cu magnitudinea 6,4 a lovit insula Taiwan, anunță Reuters.</p>",
)
GOALS_EN = (
    "<p>British prime minister Keir Starmer announced a budget of 40 billion in London on Tuesday.</p>",
    "<p>Kluivert scored three goals for Bournemouth in the match against Wolverhampton.</p>",
    "<p>An earthquake of magnitude 6.4 struck the island of Taiwan, Reuters reports.</p>",
)


def without_names(body: str, title: str = "Titlu") -> str:
    return f"<item><title>{title}</title><description><![CDATA[{body}]]></description></item>"


def sources(ours: list[str], theirs: list[str], write: Write) -> list[str | None]:
    found = read_feed_articles(
        write(rss(*ours)), write(rss(*theirs, language="en"), "en.xml"), encoder="lexical"
    )
    return [article.source for article in found.articles]


def test_links_count_where_guids_repeat_or_contradict_them(write: Write) -> None:
    links = [f"https://x.com/{n}" for n in range(3)]
    ours = [item("g", body=GOALS_RO[n], link=links[n]) for n in range(3)]
    theirs = [item("g", body=GOALS_EN[n], link=links[n]) for n in (2, 0, 1)]
    found = sources(ours, theirs, write)
    assert [text and text.split()[1] for text in found] == ["British", "Kluivert", "An"]
    numbered = [item(str(n), body=GOALS_RO[n], link=links[n]) for n in range(3)]
    shifted = [
        item(str(place), body=GOALS_EN[n], link=links[n]) for place, n in enumerate((2, 0, 1))
    ]
    assert sources(numbered, shifted, write) == found


def test_entries_without_names_are_paired_by_what_they_say(write: Write) -> None:
    ours = [without_names(GOALS_RO[n]) for n in (0, 1, 2)]
    theirs = [without_names(GOALS_EN[n], "Title") for n in (2, 0, 1)]
    found = sources(ours, theirs, write)
    assert [text and text.split()[1] for text in found] == ["British", "Kluivert", "An"]


def test_a_place_in_the_feed_makes_no_pair(write: Write) -> None:
    ours = [without_names(GOALS_RO[n]) for n in (0, 1)]
    theirs = [without_names(GOALS_EN[2], "Title"), without_names(GOALS_EN[0], "Title")]
    assert [text and text.split()[1] for text in sources(ours, theirs, write)] == ["British", None]
    assert sources([without_names(GOALS_RO[1])], [without_names(GOALS_EN[2])], write) == [None]


def test_pairs_by_content_are_told(write: Write) -> None:
    ro = write(rss(item("ro", body=GOALS_RO[0])))
    en = write(rss(item("en", body=GOALS_EN[0]), language="en"), "en.xml")
    (note,) = read_feed_articles(ro, en, encoder="lexical").notes
    assert note == (
        f"{ro}: 1 of 1 entries were paired by their content, for neither guid nor link says so: "
        "ro with en"
    )


@pytest.mark.parametrize(
    "pairs", ["target,source\nro-1,en-1\n", "https://ziar.ro/ro-1;en-1\n", "\nro-1\ten-1\n"]
)
def test_pairs_by_a_file(write: Write, pairs: str) -> None:
    ro, en = write(rss(item("ro-1"))), write(rss(item("en-1", body=ENGLISH)), "en.xml")
    mapping = write(pairs.replace("\nro-1\t", "ro-1\t"), "p.csv")
    (article,) = read_feed_articles(ro, en, mapping, source_lang="de").articles
    assert article.source is not None
    assert article.source_lang == "de"


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ("ro-1,en-1\nro-9,en-1\n", r"p\.csv:2: no entry 'ro-9' in .*ro\.xml"),
        ("ro-1,en-9\n", r"p\.csv:1: no entry 'en-9' in .*en\.xml"),
        ("ro-1\n", r"p\.csv:1: not a target and a source"),
        ("ro-1,en-1,x\n", r"p\.csv:1: not a target and a source"),
        ('ro-1,en-1\n"ro-1,en-1\nro-1,en-1\n', r"p\.csv:2: no CSV"),
    ],
)
def test_a_broken_mapping_names_its_line(write: Write, pairs: str, said: str) -> None:
    ro, en = write(rss(item("ro-1"))), write(rss(item("en-1", body=ENGLISH)), "en.xml")
    with pytest.raises(InputError, match=said):
        read_feed_articles(ro, en, write(pairs, "p.csv"))


# -- the same article, once as text and once as a feed ------------------------------------------


@pytest.mark.parametrize("name", ["02", "07", "09"])
@pytest.mark.parametrize("escaped", [False, True], ids=["letters", "references"])
def test_an_article_has_the_same_issues_in_a_feed(
    write: Write, checker: Checker, name: str, escaped: bool
) -> None:
    text = (ARTICLES / f"{name}.ro.txt").read_text(encoding="utf-8")
    title, *paragraphs = text.strip().split("\n")
    body = "".join(f"<p class='x'>{escape(line)}</p>\n" for line in paragraphs)
    if escaped:
        body = body.encode("ascii", "xmlcharrefreplace").decode()
    (article,) = read_feed_articles(write(rss(item(name, escape(title), body)))).articles
    found = checker.check(article).issues
    plain = checker.check(Article(name, text)).issues
    # a headline that stands in title and content is the feed's way, not an error
    plain = tuple(issue for issue in plain if issue.check != "addition.headline")
    assert [(i.check, i.text) for i in found] == [(i.check, i.text) for i in plain]
    for issue in found:
        place = article.meta["feed"].locate(issue.start, issue.end)
        field = title if place.field == "title" else body
        assert unescape(field[place.start : place.end]) == issue.text
