"""Page furniture left in the article: comment counters, share rows, cookie and newsletter lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.layout.markup import is_from_source
from mtqa.knowledge.handmade import rows
from mtqa.model import Issue

#: The counter of a comment line: (0), 12, [3].
_NUMBER = r"(?:\(?\d[\d.,]*\)?|\[\d+\])"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[str]]:
    """The patterns of the table by kind, the parts of others put in."""
    found: dict[str, list[str]] = {}
    for row in rows("page-furniture"):
        found.setdefault(row["kind"], []).append(row["pattern"])
    parts = {kind: found.pop(kind)[0] for kind in ("comments", "networks", "share")}
    for name, part in {**parts, "number": _NUMBER}.items():
        found["line"] = [line.replace(f"{{{name}}}", part) for line in found["line"]]
    return found


def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in _patterns()[kind]), re.IGNORECASE)


@lru_cache(maxsize=1)
def _whole() -> re.Pattern[str]:
    """A whole line of furniture, from end to end."""
    return _any_of("line")


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """What a short line of furniture contains, whatever stands around it."""
    return _any_of("phrase")


@lru_cache(maxsize=1)
def _keys() -> tuple[str, ...]:
    """One of these stands in every line that a phrase can match; cheap to look for."""
    return tuple(_patterns()["key"])


class Furniture(Check):
    """A line of page furniture: comment counter, share row, cookie notice, subscription call.

    Comment counters, share rows, "read more", advertising labels, copyright and cookie lines in
    Romanian, English, German, French, Spanish, Italian, Hungarian, Russian and Ukrainian.
    """

    name = "boilerplate.line"
    category = "boilerplate"
    confidence = 0.95

    _LONGEST = 160
    _LETTERS = re.compile(r"[^\W\d_]{3}|[©xX]")

    def find(self, view: View) -> Iterator[Issue]:
        for line in view.target.lines:
            if len(line.text) > self._LONGEST:
                continue
            body = line.text.strip(" \t|·•-–—>»")
            if not self._LETTERS.search(body) or not self._matches(body):
                continue
            if self._is_prose(body):
                continue
            message = Message(
                "Page furniture left in the article.", "Rest din pagina web rămas în articol."
            )
            yield self.issue(view, line.start, line.end, message, "")

    def _matches(self, body: str) -> bool:
        # prose ends in a full stop and is long; the patterns are tried on what is left
        if (len(body) < 60 or body[-1] not in '.!?”"') and _whole().fullmatch(body):
            return True
        lower = body.lower()
        return any(key in lower for key in _keys()) and _part().search(body) is not None

    def _is_prose(self, body: str) -> bool:
        """Whether the phrase stands in a full sentence of the article about cookies or newsletters."""
        if ": " in body and not body.lower().startswith(
            ("tags", "etichete", "read", "cit", "last")
        ):
            return _whole().fullmatch(body) is None  # a headline about it
        return body.count(" ") > 16 or ("„" in body and body.endswith((".", "”")))


class Tags(Check):
    """A mark-up tag or template placeholder left in the text: "<br>", "</p>", "{{title}}"."""

    name = "boilerplate.markup"
    category = "boilerplate"
    severity = "major"
    confidence = 0.97

    _TAG = re.compile(
        r"</?(?:a|abbr|article|aside|b|blockquote|br|button|code|dd|div|dl|dt|em|figcaption|figure|font|"
        r"footer|form|h[1-6]|header|hr|i|iframe|img|input|label|li|link|main|meta|nav|ol|option|p|pre|q|"
        r"script|section|select|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|"
        r"u|ul|video)(?:\s[^<>\n]{0,300})?/?>|<!--[^\n]{0,200}?-->|\{\{[^{}\n]{1,60}\}\}|\{%[^%\n]{1,60}%\}"
        r"|\$\{[\w.]{1,40}\}|\[/?(?:b|i|u|url|img|quote|caption|embed)(?:=[^\]\n]{0,100})?\]",
        re.IGNORECASE,
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not any(mark in text for mark in "<{["):
            return
        for match in self._TAG.finditer(text):
            if is_from_source(view, *match.span()):
                continue
            message = Message("Mark-up left in the text.", "Marcaj rămas în text.")
            yield self.issue(view, *match.span(), message, "")


CHECKS = (Furniture, Tags)
