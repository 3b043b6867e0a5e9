"""Words and sentences in a script that is not Latin: "este срочная", "este 安全"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import reading
from mtqa.checks.untranslated.target import is_announced, is_explained
from mtqa.checks.untranslated.text import SCRIPTS, script_of
from mtqa.knowledge.handmade import word_list
from mtqa.languages.ro.recognition import language_name
from mtqa.languages.sentences import detect
from mtqa.languages.tables import known
from mtqa.languages.tables import words as words_of
from mtqa.model import Issue, Severity

#: Letters of Greek, Cyrillic, Armenian, Hebrew, Arabic, Indian, Thai, Georgian, Chinese, Japanese,
#: Korean; marks stand above and below some of them.
_LETTER = (
    "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u05d0-\u05ea\u0620-\u06d5\u0900-\u0e7f\u10a0-\u11ff"
    "\u1f00-\u1fff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
_MARK = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
#: Words of such a script, and what may stand between two of them.
_RUN = re.compile(
    rf"[{_LETTER}][{_LETTER}{_MARK}]*"
    rf"(?:[\s\d.,:;!?'\"«»„“”’()\u00a0\u3000-\u303f\uff00-\uff5e–—-]{{1,8}}"
    rf"[{_LETTER}][{_LETTER}{_MARK}]*)*"
)
_WORD = re.compile(rf"[{_LETTER}{_MARK}]+")
#: One sign is a word there.
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_END = re.compile("[.!?…。！？।]")
_BEFORE = re.compile(r"(?:^|[.!?…。！？:][\"'”»)]*)[\s„“«\"(–—-]*$")
#: Letters that only one language of a script has, the surest first.
_OWN = (
    ("uk", "іїєґ"), ("sr", "јљњћђџ"), ("mk", "ѓќѕ"), ("be", "ў"), ("ru", "ыэё"), ("bg", "ъ"),
    ("fa", "پچژگ"), ("ja", "のはをがにでとるたし"),
)  # fmt: skip
#: So many words of a quotation may be left in their script on purpose.
_QUOTED = 5
#: In so many letters Russian and Ukrainian have one that others lack.
_TELLING = 40
#: So many signs without spaces between them make a sentence.
_SIGNS, _WORDS = 6, 3


class ForeignScript(Check):
    """A word or sentence in another script: "este срочная", "este 安全".

    Single letters (α, β), short quotations, what stands in brackets, is explained or announced as
    foreign, and what the source has too without being in that script, are left alone.
    """

    name = "untranslated.script"
    category = "untranslated"
    severity = "major"
    confidence = 0.97

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if text.isascii():
            return
        for match in _RUN.finditer(text):
            start, end = match.span()
            words = _WORD.findall(match.group())
            signs = len(_IDEOGRAPH.findall(match.group()))
            beside = text[max(0, start - 1) : start] + text[end : end + 1]
            if (sum(map(len, words)) < 2 and not signs) or any(map(str.isalpha, beside)):
                continue  # a symbol, or a word of two scripts
            long = len(words) >= _WORDS or signs >= _SIGNS
            if not _is_meant(view, start, end, len(words) + signs // 2):
                yield self._issue(view, start, end, long)

    def _issue(self, view: View, start: int, end: int, long: bool) -> Issue:
        text = view.target.text
        severity: Severity = "major"
        line = text.rfind("\n", 0, start) + 1
        confidence = self.confidence
        if reading(view).quoted(start, end):
            confidence = 0.9
        elif long and _BEFORE.search(text, line, start) and _ends(text, end):
            severity, confidence = "critical", 0.98
            end += bool(_END.match(text, end))
        english, romanian = _name(text[start:end])
        message = Message(f"Left in {english}.", f"Rămas în {romanian}.")
        return self.issue(view, start, end, message, severity=severity, confidence=confidence)


def _ends(text: str, end: int) -> bool:
    """Whether the sentence ends at the place."""
    return (
        end == len(text) or text[end] in "\r\n" or _END.search(text, end - 1, end + 1) is not None
    )


def _is_meant(view: View, start: int, end: int, words: int) -> bool:
    """Whether the run is to stand in its script: a quotation, a gloss, a word meant as a word."""
    text, run = view.target.text, view.target.text[start:end]
    if run in (view.article.source or "") and not _is_mostly_so(view.article.source or ""):
        return True
    line = text.rfind("\n", 0, start) + 1
    if text.count("(", line, start) > text.count(")", line, start):
        return True
    if is_explained(text, start, end) or _is_told(text, line, start, end):
        return True
    quotation = reading(view).quoted(start, end)
    place = text.rfind(quotation[0], line, start) if quotation else -1
    if place < 0:
        return False
    short = words < _QUOTED and len(quotation) <= len(run) + 4
    return short or is_announced(text, place) or _is_told(text, line, place, end)


def _is_told(text: str, line: int, start: int, end: int) -> bool:
    """Whether the words beside it say which language it is in, or what it means."""
    before, after = _told_before(), _told_after()
    return before.search(text, line, start) is not None or after.match(text, end) is not None


@lru_cache(maxsize=1)
def _told_before() -> re.Pattern[str]:
    """What leads to a word in another language: "în rusă:", "cu litere chirilice"."""
    names = "|".join(name for code in known() for name in words_of(code).name[1:] if name)
    told = "|".join(word_list("metalanguage", "script"))
    return re.compile(
        rf"\b(?:(?:în|din|limba|pe)\s+(?:{names})|{told})\s*[:,=–—-]?\s*[„“«\"'(]?\s*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _told_after() -> re.Pattern[str]:
    """What follows such a word: ", care înseamnă", " – adică"."""
    told = "|".join(word_list("metalanguage", "explaining"))
    return re.compile(rf"[”“»\"']?[\s,–—-]*(?:care|ce|se)?\s*(?:{told})\b", re.IGNORECASE)


def _is_mostly_so(source: str) -> bool:
    """Whether a source is itself in such a script."""
    return 2 * sum(map(len, _WORD.findall(source))) > sum(map(str.isalpha, source))


def _name(run: str) -> tuple[str, str]:
    """What the language of a run is called in English and in Romanian, or else its script."""
    script = script_of(_WORD.findall(run)[0])
    code = next((code for code, own in _OWN if any(c in own for c in run.lower())), "")
    if not code:
        code = _cyrillic(run) if script == "CYRILLIC" else SCRIPTS.get(script, "")
    if name := language_name(code):
        return name
    if script == "CYRILLIC":
        return "Cyrillic letters", "litere chirilice"
    return "another script", "alt alfabet"


def _cyrillic(run: str) -> str:
    """The language of Cyrillic words with no letter of their own: Russian would have one soon."""
    return "" if len(run) > _TELLING else detect(run) or ""


CHECKS = (ForeignScript,)
