"""What a chat assistant said around the translation: announcements, offers, notes, the prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge.handmade import rows
from mtqa.languages.ro.quotations import in_quotes
from mtqa.model import Issue

_PART = re.compile(r"\{(\w+)\}")
#: What may stand before a sentence that is no quotation: list and heading signs, brackets.
_BEFORE = " \t*_#>•·([-"
#: A note or an offer is short; nothing longer is tried.
_LONGEST = 320
_NAME = re.compile(r"(?:[A-ZĂÂÎȘȚ][\w.-]+,? ?(?:și )?){1,5}")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """One pattern of all phrases of a kind, the parts of each language put in."""
    found: dict[str, list[str]] = {}
    parts: dict[tuple[str, str], str] = {}
    for row in rows("chat-phrases"):
        kind, language = row["kind"].removeprefix("part-"), row["language"]
        if kind != row["kind"] or kind == "yes":
            parts[kind, language] = row["pattern"]
            continue
        pattern = row["pattern"]
        for name in set(_PART.findall(pattern)) & {name for name, _ in parts}:
            pattern = pattern.replace(f"{{{name}}}", parts[name, language])
        found.setdefault(kind, []).append(f"(?:{pattern})")
    return {kind: re.compile("|".join(each), re.IGNORECASE) for kind, each in found.items()}


@lru_cache(maxsize=1)
def _assent() -> re.Pattern[str]:
    """A sentence that only says yes: "Sigur!"."""
    each = [row["pattern"] for row in rows("chat-phrases") if row["kind"] == "yes"]
    return re.compile(rf"(?:{'|'.join(each)})[!.:]", re.IGNORECASE)


class Chat(Check):
    """A chat phrase of a language model: "Iată traducerea:", "As an AI", "Notă: am păstrat …".

    Announcements, offers, excuses, translator's notes and prompts, in Romanian and in the languages
    of sources. What may be said by people, too, is reported in the first and the last paragraph
    only; quotations are left alone.
    """

    name = "boilerplate.chat"
    category = "boilerplate"
    severity = "major"
    confidence = 0.93

    def find(self, view: View) -> Iterator[Issue]:
        text, lines = view.target.text, view.target.lines
        if not lines:
            return
        edges = {(line.start, line.end) for line in (lines[0], lines[-1])}
        start = end = -1
        for line in lines:
            at_edge = (line.start, line.end) in edges
            for first, last in self._sentences(view, line.start, line.end):
                if not self._is_chat(text, first, last, at_edge):
                    continue
                first = self._with_assent(text, line.start, first)
                if start >= 0 and not text[end:first].strip():
                    end = last  # one issue for what was said in one go
                    continue
                if start >= 0:
                    yield self._issue(view, start, end)
                start, end = first, last
        if start >= 0:
            yield self._issue(view, start, end)

    @staticmethod
    def _sentences(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
        for first, last in view.target.sentences:
            if start <= first and last <= end:
                yield first, last

    def _is_chat(self, text: str, start: int, end: int, at_edge: bool) -> bool:
        if end - start > _LONGEST or in_quotes(text, start):
            return False
        body = text[start:end].lstrip(_BEFORE)
        if not body or body[0] in "„“”\"«'–—":
            return False
        patterns = _patterns()
        if patterns["anywhere"].match(body) or (at_edge and patterns["edge"].match(body)):
            return True
        label, colon, rest = body.partition(":")
        if not colon or not patterns["label"].fullmatch(label.rstrip("*_ ")):
            return False
        return _NAME.fullmatch(rest.strip(" *_")) is None  # "Traducere: Ion Popescu"

    @staticmethod
    def _with_assent(text: str, line: int, start: int) -> int:
        """Where the chat begins if a word of assent stands before it in the line."""
        before = text[line:start].strip()
        return line if before and _assent().fullmatch(before) else start

    def _issue(self, view: View, start: int, end: int) -> Issue:
        text = view.target.text
        if text[end : end + 1] in {" ", "\n"}:
            end += 1  # so that nothing is doubled where it stood
        elif start and text[start - 1] in " \n":
            start -= 1
        message = Message(
            "A phrase of a chat assistant or a translator's note left in the article.",
            "Replică a unui asistent conversațional sau notă a traducătorului rămasă în articol.",
        )
        return self.issue(view, start, end, message, "")


CHECKS = (Chat,)
