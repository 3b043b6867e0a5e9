"""Punctuation marks: quotes and brackets that do not pair, doubled marks, English comma rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import romanian
from mtqa.languages.ro import Line
from mtqa.languages.ro.orthography import to_comma
from mtqa.model import Issue


class UnbalancedQuotes(Check):
    """An opening „ that is never closed, or a closing ” that was never opened.

    A quotation may run over several paragraphs, each of which may open it again. A text of one
    paragraph is left alone: it may be a segment of a longer quotation.
    """

    name = "punctuation.quotes"
    category = "punctuation"
    confidence = 0.7

    #: A quotation that is still open after this many paragraphs was forgotten.
    _REACH = 12

    def find(self, view: View) -> Iterator[Issue]:
        lines = view.target.lines
        if len(lines) < 2 or "„" not in view.target.text:
            return
        waiting: tuple[int, int] | None = None  # line number and offset of an open „
        for number, line in enumerate(lines):
            if waiting and number - waiting[0] > self._REACH:
                yield self._issue(view, waiting[1], "opening", "de deschidere", "„")
                waiting = None
            for at, char in self._marks(line):
                if char == "„":
                    reopened = at == line.start or waiting is None
                    if not reopened and waiting and waiting[0] == number:
                        pass  # a quotation inside a quotation
                    waiting = (number, at)
                elif waiting:
                    waiting = None
        if waiting and len(lines) - waiting[0] > 2:
            yield self._issue(view, waiting[1], "opening", "de deschidere", "„")

    def _marks(self, line: Line) -> Iterator[tuple[int, str]]:
        """The quotation marks of a line with their offsets; any closing style counts."""
        for offset, char in enumerate(line.text):
            if char in "„”“‟»" or char == '"' or line.text.startswith("''", offset):
                yield line.start + offset, char

    def _issue(self, view: View, at: int, kind: str, felul: str, mark: str) -> Issue:
        message = Message(
            f"The {kind} quotation mark “{mark}” is never closed.",
            f"Ghilimelele {felul} „{mark}” nu se închid niciodată.",
        )
        return self.issue(view, at, at + 1, message)


class UnbalancedBrackets(Check):
    """A bracket without its partner within a paragraph."""

    name = "punctuation.brackets"
    category = "punctuation"
    confidence = 0.8

    #: "a)", "1)", smileys and phone notations open nothing.
    _LABEL = re.compile(r"(?:^|[\s(;,])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)$")

    #: A list in brackets may run over this many lines.
    _REACH = 12

    def find(self, view: View) -> Iterator[Issue]:
        if not any(bracket in view.target.text for bracket in "()[]"):
            return
        opened: list[tuple[int, int, str]] = []
        for number, line in enumerate(view.target.lines):
            while opened and number - opened[0][0] > self._REACH:
                _, at, char = opened.pop(0)
                yield self._issue(view, at, char)
            for offset, char in enumerate(line.text):
                if char in "([" and line.text[offset - 1 : offset] not in {":", ";"}:
                    opened.append((number, line.start + offset, char))
                elif char in ")]":
                    if opened:
                        opened.pop()  # [0, 1) is an interval: any bracket closes any other
                    elif not self._is_label(line.text, offset):
                        yield self._issue(view, line.start + offset, char)
        for _, at, char in opened:
            yield self._issue(view, at, char)

    def _is_label(self, text: str, offset: int) -> bool:
        if text[offset - 1 : offset] in {":", ";", "-"}:
            return True
        return self._LABEL.search(text[max(0, offset - 4) : offset + 1]) is not None

    def _issue(self, view: View, at: int, char: str) -> Issue:
        message = Message(
            f"The bracket “{char}” has no partner in this paragraph.",
            f"Paranteza „{char}” nu are pereche în acest paragraf.",
        )
        return self.issue(view, at, at + 1, message)


class DoubledMarks(Check):
    """A punctuation mark written twice, or two that cannot stand together: ",,", "..", ",."."""

    name = "punctuation.doubled"
    category = "punctuation"
    confidence = 0.9

    _PAIRS = (",,", "..", ";;", "::", ",.", ";.", ";,", ":,", ".,", "??", "!!")
    #: ",," before a word is the typewriter's opening quote, "..." an ellipsis, "?!" is allowed.
    _DOUBLED = re.compile(
        r"(?<=[\w”\"»)])(?:,{2,}(?!\w)|(?<!\.)\.\.(?!\.)|;{2,}|:{2,}(?!\w)|[,;]\.(?!\.)|[,;:],|\.,(?<=[a-zăâîșț]{5}\.,)|\?\?+|!!+)"
    )

    def find(self, view: View) -> Iterator[Issue]:
        if not any(pair in view.target.text for pair in self._PAIRS):
            return
        for match in self._DOUBLED.finditer(view.target.text):
            marks = match.group()
            if (
                marks in {"??", "!!", "!!!", "???"}
                or "/" in view.target.text[match.end() : match.end() + 1]
            ):
                continue
            keep = marks[0] if marks[0] == marks[-1] else marks[-1]
            message = Message(
                f"Doubled punctuation “{marks}”.", f"Semne de punctuație dublate: „{marks}”."
            )
            yield self.issue(view, *match.span(), message, keep)


class EnglishComma(Check):
    """A comma before the closing quotation mark, as in English; in Romanian it follows the mark."""

    name = "punctuation.english-comma"
    category = "punctuation"
    confidence = 0.85

    _INSIDE = re.compile(r"(?<=\w),([”\"])(?= [a-zăâîșț(])")

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if ",”" not in text and ',"' not in text:
            return
        for match in self._INSIDE.finditer(text):
            if (
                match[1] == '"'
                and text.count('"', text.rfind("\n", 0, match.start()) + 1, match.start()) % 2 == 0
            ):
                continue  # an opening quote after a comma without its space
            fixed = match[1] + ","
            message = Message(
                "Comma inside the closing quotation mark (English rule); it comes after it.",
                "Virgula stă înaintea ghilimelelor de închidere (regulă engleză); locul ei e după.",
            )
            yield self.issue(view, *match.span(), message, fixed)


class ForeignMarks(Check):
    """Punctuation of another language: ¿ ¡, 、。, Greek question marks, guillemets with spaces."""

    name = "punctuation.foreign"
    category = "punctuation"
    confidence = 0.95

    _MARKS = re.compile(r"[¿¡、。，；：？！「」『』〈〉《》؟،؛]")
    _PLAIN: ClassVar[dict[str, str]] = dict(zip("、。，；：？！؟،؛", ",.,;:?!?,;", strict=True))

    def find(self, view: View) -> Iterator[Issue]:
        for match in self._MARKS.finditer(view.target.text):
            mark = match.group()
            message = Message(
                f"“{mark}” is no Romanian punctuation mark.",
                f"„{mark}” nu este semn de punctuație românesc.",
            )
            yield self.issue(view, *match.span(), message, self._PLAIN.get(mark, ""))


class BareDecade(Check):
    """A decade without the apostrophe for its century: "anii 80" for "anii '80"."""

    name = "punctuation.decade"
    category = "punctuation"
    confidence = 0.85

    _DECADE = re.compile(r"\b[Aa]ni(?:i|lor) (?:de )?(\d0)\b(?!\s?(?:[-–.,/%]\s?\d|la sută|de ))")

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.has_digits:
            return
        for match in self._DECADE.finditer(view.target.text):
            message = Message(
                "A decade is written with an apostrophe for the century.",
                "Deceniile se scriu cu apostrof în locul secolului.",
            )
            yield self.issue(view, *match.span(1), message, f"'{match[1]}")


#: An ordinary word, and a name of one word.
_COMMON = "[a-zăâîșțşţ]{4,}"
_NAME = r"[A-ZĂÂÎȘȚŞŢ][^\W\d_]+"


class SerialComma(Check):
    """The English comma before "și" at the end of a list: "hoteluri, restaurante, și parcuri"."""

    name = "punctuation.serial-comma"
    category = "punctuation"
    confidence = 0.8
    needs_diacritics = True

    _LIST = re.compile(
        rf"(?<![\w-])({_COMMON}), ({_COMMON})(,) (?:și|şi|sau) "
        rf"((?:alte|alți|mult|multe|mulți) )?({_COMMON})(?![\w-])"
    )

    #: Three names or more; of two, the second may say where or what the first is.
    _NAMES = re.compile(rf"(?<![\w-])(?:{_NAME}, ){{2}}{_NAME}(,) (?:și|şi|sau) {_NAME}(?![\w-])")

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not any(end in text for end in (", și ", ", şi ", ", sau ")):
            return
        commas = [
            match.span(3)
            for match in self._LIST.finditer(text)
            if all(map(_only_noun, (match[1], match[2], match[5])))
        ]
        commas += [match.span(1) for match in self._NAMES.finditer(text)]
        for start, end in commas:
            message = Message(
                "English comma before the last item of a list; Romanian has none.",
                "Virgulă englezească înaintea ultimului termen al enumerării.",
            )
            yield self.issue(view, start, end, message, "")


def _only_noun(word: str) -> bool:
    """Whether the word is a noun and no verb."""
    classes = {reading.pos for reading in romanian().analyses(to_comma(word))}
    return "noun" in classes and "verb" not in classes


CHECKS = (
    UnbalancedQuotes,
    UnbalancedBrackets,
    DoubledMarks,
    EnglishComma,
    ForeignMarks,
    BareDecade,
    SerialComma,
)
