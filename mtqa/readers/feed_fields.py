"""What the elements of an entry mean in the dialects of RSS (0.9 to 2.0) and Atom (0.3, 1.0)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.readers.feed_html import Plain, html_to_text, plain_text
from mtqa.readers.feed_xml import Element, RawEntry

#: A title of RSS does not say whether it is HTML: a closing tag or a reference says so.
_HTML = re.compile(r"</[A-Za-z]\w*\s*>|<br\s*/?>|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);")
_EMPTY = Plain("", ())


@dataclass(frozen=True, slots=True)
class Fields:
    """What an entry says.

    Attributes:
        guid, link: as given, white space around them taken off.
        title: the headline.
        field: ``content`` or ``summary``, whichever ``body`` is.
        body: the fullest text.
    """

    guid: str | None
    link: str | None
    title: Plain
    field: str
    body: Plain


def fields_of(entry: RawEntry) -> Fields:
    """What the elements of an entry say."""
    title = _first(entry, (("", "title"), ("dc", "title")), titles=True)
    field = "content"
    body = _first(entry, (("content", "encoded"), ("", "content"), ("xhtml", "body")))
    if not body.text:
        field = "summary"
        body = _first(entry, (("", "description"), ("", "summary"), ("dc", "description")))
    return Fields(_guid(entry), _link(entry), title, field, body)


def _first(entry: RawEntry, wanted: Sequence[tuple[str, str]], *, titles: bool = False) -> Plain:
    """The text of the first of the elements that has any, by namespace and name."""
    for space, name in wanted:
        for child in entry.children:
            if (child.space, child.name) == (space, name):
                plain = _plain(child, entry.name == "entry" and not space, title=titles)
                if any(map(str.isalnum, plain.text)):
                    return plain
    return _EMPTY


def _plain(child: Element, atom: bool, *, title: bool) -> Plain:
    """An element as a reader sees it."""
    if "src" in child.attributes or child.attributes.get("mode") == "base64":
        return _EMPTY  # it lies elsewhere, or is no text
    kind = child.attributes.get("type", "text").lower() if atom else ""
    if "/" in kind and not kind.startswith("text/") and kind != "application/xhtml+xml":
        return _EMPTY  # a picture or a film
    if child.markup is not None:
        return html_to_text(child.markup, xml=True)
    if kind in ("text", "text/plain") or (title and not atom and not _HTML.search(child.text)):
        return plain_text(child.text)
    return html_to_text(child.text)


def _guid(entry: RawEntry) -> str | None:
    """What identifies the entry."""
    for child in entry.children:
        if not child.space and child.name in ("guid", "id") and child.text.strip():
            return child.text.strip()
    about = (value for name, value in entry.attributes.items() if name.endswith(":about"))
    return next(about, "").strip() or None


def _link(entry: RawEntry) -> str | None:
    """The address of the article's page."""
    links = [child for child in entry.children if not child.space and child.name == "link"]
    written = [link.text.strip() for link in links if link.text.strip()]
    pages = [
        link.attributes["href"].strip()
        for link in links
        if link.attributes.get("rel", "alternate") == "alternate" and "href" in link.attributes
    ]
    permanent = [
        child.text.strip()
        for child in entry.children
        if not child.space
        and child.name == "guid"
        and child.attributes.get("isPermaLink") != "false"
        and child.text.strip().startswith(("http://", "https://"))
    ]
    return next((one for one in (*written, *pages, *permanent) if one), None)
