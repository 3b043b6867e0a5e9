"""What in a text is no language but must survive translation: addresses, tags, placeholders."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from mtqa.common.memory import NAMES

Kind = Literal["link", "e-mail", "mention", "hashtag", "tag", "entity", "placeholder"]

#: What a text must have for there to be anything to find; looked for first, as it is fast.
_SIGNS = re.compile(r"[@#<{%$&]|://|www\.", re.IGNORECASE)
_TAGS = (
    "a|abbr|b|blockquote|br|code|div|em|figcaption|figure|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|"
    "small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|video|g|x|ph|bpt|ept|mrk"
)
_PATTERN = re.compile(
    rf"""
    (?P<link>(?:(?<!\w)[A-Za-z][A-Za-z\d]{{1,9}}://|(?<![\w@./])www\.)[^\s<>„”“"«»]*[^\s<>„”“"«».,;:!?)\]}}'’])
  | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}})
  | (?P<tag></?(?i:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>)
  | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{{1,9}}|\#\d{{1,6}}|\#[xX][0-9a-fA-F]{{1,5}});)
  | (?P<placeholder>\{{\{{[^{{}}\n]{{1,60}}\}}\}}|\$\{{[\w.]{{1,40}}\}}|\{{%[^%\n]{{1,60}}%\}}
      |(?<![\w$])\{{(?:\w[\w.\[\]]{{0,40}})?(?:[:!][^{{}}\s]{{0,12}})?\}}
      |%\(\w{{1,40}}\)[-+0-9.]*[sdfiu]|(?<![\w%])%(?:(?:\d+\$)?[sd](?!\w)|@))
  | (?P<mention>(?<![\w@/.&])@[A-Za-z_]\w{{1,29}}(?![\w@]|\.\w+@))
  | (?P<hashtag>(?<![\w#&/])\#(?=\w*[^\W\d_])\w{{2,100}})
    """,
    re.VERBOSE,
)
_NAMES: dict[str, Kind] = {"mail": "e-mail", "link": "link", "tag": "tag", "entity": "entity",
                           "placeholder": "placeholder", "mention": "mention",
                           "hashtag": "hashtag"}  # fmt: skip


class Mark(NamedTuple):
    """A piece of mark-up: half-open code-point span, its text, what it is.

    Attributes:
        start, end: the span.
        text: as it stands.
        kind: what it is.
        key: what must be the same in the translation.
    """

    start: int
    end: int
    text: str
    kind: Kind
    key: str


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """The mark-up in ``text[start:end]``, in reading order.

    >>> [(mark.kind, mark.text) for mark in marks("Scrie la <b>ana@mtqa.ro</b>, {name}.")]
    [('tag', '<b>'), ('e-mail', 'ana@mtqa.ro'), ('tag', '</b>'), ('placeholder', '{name}')]
    """
    stop = len(text) if end is None else end
    if not _SIGNS.search(text, start, stop):
        return
    for match in _PATTERN.finditer(text, start, stop):
        kind = _NAMES[match.lastgroup or ""]
        yield Mark(*match.span(), match.group(), kind, _key(match.group(), kind))


@lru_cache(maxsize=NAMES)
def _key(text: str, kind: Kind) -> str:
    """Links without scheme, www. and final slash; addresses in lower case; tags by name."""
    if kind == "link":
        plain = re.sub(r"^(?:https?://)?(?:www\.)?", "", text, flags=re.IGNORECASE)
        host, slash, path = plain.partition("/")
        return host.lower() + (slash + path).rstrip("/")
    if kind in ("e-mail", "mention", "hashtag"):
        return text.casefold()
    if kind == "tag":
        name = re.match(r"</?\w+", text)
        return name.group().lower() if name else text
    if kind == "entity":
        return html.unescape(text)
    return text
