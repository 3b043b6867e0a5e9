"""Signs of the trade left in an article: Markdown that nobody renders, unfilled placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.layout.markup import is_from_source
from mtqa.knowledge.handmade import word_list
from mtqa.model import Issue


class Sign(NamedTuple):
    """A kind of Markdown.

    Attributes:
        pattern: what it looks like; its group `text` is what a reader should see.
        kept: a source in which this stands is Markdown itself, and compared as such.
        name, nume: what it is called.
        grave: whether it disfigures the text more than a star does.
    """

    pattern: re.Pattern[str]
    kept: re.Pattern[str]
    name: str
    nume: str
    grave: bool


def _sign(pattern: str, kept: str, name: str, nume: str, grave: bool = False) -> Sign:
    return Sign(
        re.compile(pattern, re.MULTILINE), re.compile(kept, re.MULTILINE), name, nume, grave
    )


#: Commonest first; what one of them holds is no business of those after it.
_SIGNS = (
    _sign(r"^[ \t]*(?:```|~~~)[\w-]*[ \t]*(?:\n|\Z)(?P<text>)", "```|~~~", "code fence",
          "delimitator de cod", grave=True),
    _sign(r"(?:^[ \t]*\|[^\n]*\|[ \t]*(?:\n|\Z)){2,}", r"^\s*\|", "table", "tabel", grave=True),
    _sign(r"^[ \t]{0,3}#{1,6}[ \t]+(?!\d)(?P<text>[^\n]*[^\n# \t])[# \t]*$", "^#", "heading",
          "titlu", grave=True),
    _sign(r"!?\[(?P<text>[^\[\]\n]{0,300})\] ?\((?:https?://|www\.|mailto:|[/#])[^()\s]{0,500}"
          r"(?: [\"“„][^)\n]*)?\)", r"\]\(", "link", "link", grave=True),
    _sign(r"\[\^\w{1,20}\]:?(?P<text>)", r"\[\^", "footnote", "notă de subsol"),
    _sign(r"^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]+(?P<text>[^\n]+)", r"\[[ xX]\]", "check box", "bifă"),
    _sign(r"^[ \t]{0,3}>[ \t]+(?P<text>\S[^\n]*)", "^>", "block quotation", "citat"),
    _sign(r"(?<![\w*\\])(?P<sign>\*{1,3})(?![\s*])(?P<text>[^\n*]{1,300}?)(?<![\s*])(?P=sign)(?![\w*])",
          r"\*\S", "emphasis", "evidențiere"),
    _sign(r"(?<![\w_\\/])(?P<sign>__?)(?![\s_])(?P<text>[^\n_]{1,300}?)(?<![\s_])(?P=sign)(?![\w_])",
          r"(?<!\w)_\S", "emphasis", "evidențiere"),
    _sign(r"~~(?![\s~])(?P<text>[^\n~]{1,300}?)(?<!\s)~~", "~~", "struck text", "text tăiat"),
    _sign(r"(?<![\w`])(?P<sign>``?)(?![\s`])(?P<text>[^`\n]{1,80}?)(?<!\s)(?P=sign)(?![\w`])", "`",
          "code", "cod"),
    _sign(r"(?<![*\d\\])\*{2,3}(?=\w)(?P<text>)|(?<=[^\W\d])(?P<none>)\*{2,3}(?![\w*])", r"\*\*",
          "emphasis", "evidențiere"),
    _sign(r"\\(?P<text>[*_#\[\]`~>])", r"\\[*_#\[\]`~>]", "escape", "escape"),
)  # fmt: skip
_MARKS = "*_#`~|>[\\"


class MarkdownLeft(Check):
    """Markdown signs shown to the reader: "**bold**", "## heading", fences, "[text](address)".

    Where the source is written in Markdown too, its signs are wanted.
    """

    name = "boilerplate.markdown"
    category = "boilerplate"
    severity = "minor"
    confidence = 0.92

    def find(self, view: View) -> Iterator[Issue]:
        text, source = view.target.text, view.article.source or ""
        if not any(mark in text for mark in _MARKS):
            return
        taken: list[tuple[int, int]] = []
        for sign in _SIGNS:
            if source and sign.kept.search(source):
                continue
            for match in sign.pattern.finditer(text):
                start, end = match.span()
                if start < end and not any(a < end and start < b for a, b in taken):
                    taken.append((start, end))
                    yield self._issue(view, match, sign)

    def _issue(self, view: View, match: re.Match[str], sign: Sign) -> Issue:
        message = Message(
            f"Markdown left in the text ({sign.name}).",
            f"Markdown rămas în text ({sign.nume}).",
        )
        start, end = match.span()
        while end > start and view.target.text[end - 1] == "\n" and sign.name == "table":
            end -= 1
        right = match.groupdict().get("text")
        if right and sign.name == "heading":
            right = re.sub(r"\*{1,3}|__|`", "", right)
        if "none" in match.groupdict():
            right = ""
        return self.issue(
            view, start, end, message, right, severity="major" if sign.grave else None
        )


@lru_cache(maxsize=1)
def _placeholder() -> re.Pattern[str]:
    """Any placeholder; nouns in brackets need a capital, since editors put words there, too."""
    slots = "|".join(sorted(word_list("placeholders", "slot"), key=len, reverse=True))
    orders = "|".join(word_list("placeholders", "order"))
    fillers = "|".join(word_list("placeholders", "filler"))
    slot = rf"(?=[A-ZȚ])(?i:{slots})(?:[ _-](?:[^\W\dA-ZȚ]+|[A-ZĂÂÎȘȚ]+)\b){{0,3}}[ _-]?\d{{0,2}}"
    return re.compile(
        rf"\[{slot}\]|<{slot}>|[\[(<](?i:{orders})\b[^\])>\n]{{1,60}}[\])>]|(?i:\b(?:{fillers})\b)"
        r"|(?<![\w{$])\{(?:[a-zA-Z_][\w.]{0,40}|\d{1,2})\}|\[\[[^\[\]\n]{1,60}\]\]"
        r"|(?<![\w%])(?<!\d )%(?:\(\w{1,30}\)|\d\$)?[sdif](?![\w%])"
        r"|(?<!\w)(?:__|%%|@@|##)[A-Z][A-Z_]{2,30}\d*(?:__|%%|@@|##)(?!\w)"
        r"|</?(?:x|g|ph|bpt|ept)\s?(?:id=[\"']?\d+[\"']?|\d+)\s*/?>"
        r"|\b[Xx]{4,}\b|\bXXX(?= (?:de )?(?:lei|euro|dolari|ani|persoane|la sută)\b)"
        r"|(?<=\bdomnul )XXX\b|(?<=\bdoamna )XXX\b|\[(?:TODO|TBD|XXX?|\.{4,}|_{2,})\]"
        r"|\bTODO:|\bFIXME\b"
        r"|(?<!\w)(?:undefined|NaN)(?!\w)"
    )


_SIGN = re.compile(
    r"[\[{<%_@#(]|[Xx]{3}|TODO|FIXME|NaN|undefined|ipsum|dolor|asdf|blah", re.IGNORECASE
)


class Placeholder(Check):
    """A placeholder that was not filled in: "[NUME]", "{city}", "%s", "XXXX lei", lorem ipsum."""

    name = "boilerplate.placeholder"
    category = "boilerplate"
    severity = "major"
    confidence = 0.93

    def find(self, view: View) -> Iterator[Issue]:
        text, source = view.target.text, view.article.source or ""
        if not _SIGN.search(text):
            return
        for match in _placeholder().finditer(text):
            if match.group() in source or is_from_source(view, *match.span()):
                continue
            message = Message(
                f"Placeholder that was not filled in: “{match.group()}”.",
                f"Loc rămas necompletat: „{match.group()}”.",
            )
            yield self.issue(view, *match.span(), message)


CHECKS = (MarkdownLeft, Placeholder)
