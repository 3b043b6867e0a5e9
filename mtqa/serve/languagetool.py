"""LanguageTool's answers: its JSON, with our issues as matches.

Rule ids are the names of our checks. Categories have LanguageTool's id where it has the same one,
so that clients which switch spelling or grammar off do so here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mtqa import __version__
from mtqa.checks.registry import all_checks
from mtqa.model import MQM, ArticleReport, Category, Issue, Ui
from mtqa.report.phrases import say
from mtqa.serve.offsets import Annotated, Utf16

ROMANIAN = {"name": "Romanian", "code": "ro", "longCode": "ro-RO"}
#: Code points of text that are shown on either side of a match.
_BESIDE = 40


class _Kind(NamedTuple):
    """A category as clients know it: its id, and its type in the Internationalization Tag Set 2.0,
    by which they choose colours."""

    id: str
    type: str


_KINDS: Mapping[Category, _Kind] = {
    "name": _Kind("NAME", "inconsistent-entities"),
    "untranslated": _Kind("UNTRANSLATED", "untranslated"),
    "mistranslation": _Kind("MISTRANSLATION", "mistranslation"),
    "omission": _Kind("OMISSION", "omission"),
    "addition": _Kind("ADDITION", "addition"),
    "number": _Kind("NUMBER", "numbers"),
    "garbled": _Kind("GARBLED", "non-conformance"),
    "grammar": _Kind("GRAMMAR", "grammar"),
    "spelling": _Kind("TYPOS", "misspelling"),
    "punctuation": _Kind("PUNCTUATION", "typographical"),
    "spacing": _Kind("TYPOGRAPHY", "whitespace"),
    "casing": _Kind("CASING", "typographical"),
    "boilerplate": _Kind("BOILERPLATE", "markup"),
}


def software() -> dict[str, Any]:
    """What ``/v2/info`` and every answer say of the program."""
    return {
        "name": "mtqa",
        "version": __version__,
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "premiumHint": "",
        "status": "",
    }


def checks_of(rules: frozenset[str], categories: frozenset[str]) -> frozenset[str]:
    """The names of the checks that rules and categories name, whatever their case; names that are
    none of ours (LanguageTool's own) mean nothing here."""
    wanted = {name.lower() for name in rules}
    groups = {name.lower() for name in categories}
    return frozenset(
        name
        for name, check in all_checks().items()
        if name.lower() in wanted or groups & {check.category, _KINDS[check.category].id.lower()}
    )


def answer(
    text: Annotated,
    report: ArticleReport | None,
    *,
    detected: str = "",
    incomplete: str = "",
    docs: str = "",
    ui: Ui = "en",
) -> dict[str, Any]:
    """The body of an answer to ``/v2/check``.

    Args:
        text: what was sent.
        report: that of its plain text, if it was checked.
        detected: ISO 639-1 code of the language that it is in, if that is known.
        incomplete: why it was not checked, if it was not.
        docs: address below which the pages of the checks are.
        ui: language of the reasons.
    """
    warnings: dict[str, Any] = {"incompleteResults": bool(incomplete)}
    if incomplete:
        warnings["incompleteResultsReason"] = incomplete
    units = Utf16(text.sent)
    issues = report.issues if report else ()
    sentences = _sentences(report)
    matches = [_Match(text, units, sentences, issue, ui).shown(docs) for issue in issues]
    places = [text.place(start, end) for start, end in sentences]
    return {
        "software": software(),
        "warnings": warnings,
        "language": _language(detected),
        "matches": matches,
        "sentenceRanges": [[units.at(place.start), units.at(place.end)] for place in places],
    }


def _sentences(report: ArticleReport | None) -> list[tuple[int, int]]:
    """The sentences of the plain text, half-open code points, without the spaces after them."""
    found: list[tuple[int, int]] = []
    for segment in report.segments if report else ():
        for start, end in segment.target:
            size = len((report.article.target if report else "")[start:end].rstrip())
            if size:
                found.append((start, start + size))
    return found


def _language(detected: str) -> dict[str, Any]:
    """The language that was checked, and the one that was seen."""
    from mtqa.languages.ro.recognition import language_name

    seen = {"name": ROMANIAN["name"], "code": ROMANIAN["longCode"], "confidence": 1.0}
    if detected not in ("", "ro"):
        name = language_name(detected)
        seen = {"name": name[0] if name else detected, "code": detected, "confidence": 0.9}
    return {
        "name": ROMANIAN["name"],
        "code": ROMANIAN["longCode"],
        "detectedLanguage": {**seen, "source": "mtqa"},
    }


class _Match:
    """An issue on its way to a client."""

    def __init__(
        self,
        text: Annotated,
        units: Utf16,
        sentences: Sequence[tuple[int, int]],
        issue: Issue,
        ui: Ui,
    ) -> None:
        self.text, self.units, self.issue, self.ui = text, units, issue, ui
        self.sentences = sentences

    def shown(self, docs: str) -> dict[str, Any]:
        """The match, with offsets into what was sent."""
        issue, check = self.issue, all_checks().get(self.issue.check)
        place = self.text.place(issue.start, issue.end)
        start = self.units.at(place.start)
        # what would replace mark-up as well is no help to an editor
        offered = [issue.suggestion] if issue.suggestion is not None and place.whole else []
        kind = _KINDS[issue.category]
        rule: dict[str, Any] = {
            "id": issue.check,
            "description": check.title() if check else issue.check,
            "issueType": kind.type,
            "category": {"id": kind.id, "name": say(issue.category, self.ui)},
            "isPremium": False,
            "confidence": round(issue.confidence, 3),
            "tags": [issue.severity, MQM[issue.category]],
        }
        if docs:
            rule["urls"] = [{"value": f"{docs}{issue.check}"}]
        return {
            "message": issue.message_in(self.ui),
            "shortMessage": say(issue.category, self.ui),
            "replacements": [{"value": value} for value in offered],
            "offset": start,
            "length": self.units.at(place.end) - start,
            "context": self._context(),
            "sentence": self._sentence(),
            "type": {"typeName": "UnknownWord" if kind.id == "TYPOS" else "Other"},
            "rule": rule,
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }

    def _context(self) -> dict[str, Any]:
        """The words around, on one line; offsets are code units into it."""
        plain, issue = self.text.plain, self.issue
        start, end = max(0, issue.start - _BESIDE), min(len(plain), issue.end + _BESIDE)
        before = "..." if start else ""
        shown = f"{before}{plain[start:end]}{'...' if end < len(plain) else ''}"
        shown = shown.replace("\n", " ").replace("\r", " ")
        units, offset = Utf16(shown), issue.start - start + len(before)
        begin = units.at(offset)
        length = units.at(offset + issue.end - issue.start) - begin
        return {"text": shown, "offset": begin, "length": length}

    def _sentence(self) -> str:
        place = bisect_right(self.sentences, (self.issue.start, len(self.text.plain))) - 1
        if place < 0:
            return ""
        start, end = self.sentences[place]
        return self.text.plain[start:end]
