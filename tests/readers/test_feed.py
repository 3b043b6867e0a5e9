"""RSS and Atom: entries as articles, pairs, and feeds that are refused."""

from __future__ import annotations

from html import escape, unescape
from pathlib import Path
from typing import Protocol

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
        (rss(item("a"))[:-8].encode(), "not well-formed XML"),
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
