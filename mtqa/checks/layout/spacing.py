"""White space: around hyphens and clitics, after and before punctuation, inside quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.languages.ro.letters import HYPHENS, LETTER, LOWER
from mtqa.languages.ro.months import MONTHS
from mtqa.languages.ro.web import looks_like_address
from mtqa.model import Issue, Severity

_SPACE = r"[ \u00a0\u2009\u202f]"
_WORD = rf"{LETTER}\w*"

#: Clitics that join what follows with a hyphen.
_BEFORE = (
    "s|l|m|n|v|i|d|ș|ş|și|şi|mi|ți|ţi|ni|vi|li|le|ne|te|într|dintr|printr|intr|de|ce|c|dac|p|pe"
)
#: Auxiliaries, pronouns and articles that join what precedes with a hyphen.
_AFTER = (
    "a|ar|au|am|ai|ați|aţi|aș|aş|o|i|l|le|mi|ți|ţi|și|şi|se|ne|vă|ul|ului|urile|urilor|uri|un|"
    "lea|ar|ai|oi|om|or"
)
_CARDINAL = r"nord|sud|est|vest|nord|sud"


class Hyphen(Check):
    """White space beside a hyphen: "l -a" for "l-a", "nord -coreean" for "nord-coreean".

    Machine translation cuts clitics and compounds apart and forgets to join them again. A dash
    between two spaces is left alone unless what stands beside it can only be a clitic.
    """

    name = "spacing.hyphen"
    category = "spacing"
    confidence = 0.97

    _SUSPECT = re.compile(rf"[{HYPHENS}](?:(?<=\s[{HYPHENS}])|(?=\s))")
    #: "l -a", "nord -coreeană": the space before the hyphen only.
    _DETACHED = re.compile(
        rf"(?<![\w{HYPHENS}'’.])({_WORD}){_SPACE}+([{HYPHENS}])({_WORD}(?:[{HYPHENS}]{_WORD})*)"
    )
    #: "s- a", "într- un": the space after it only; a clitic must stand before.
    _OPEN = re.compile(
        rf"(?<![\w{HYPHENS}])((?i:{_BEFORE}))([{HYPHENS}]){_SPACE}+((?i:{_AFTER}|un|una|unul))(?!\w)"
    )
    #: "și - a", "sud - vestul", "de - a lungul": spaces on both sides of a clitic's hyphen.
    _LOOSE = re.compile(
        rf"(?<![\w{HYPHENS}])(?:"
        rf"((?i:s|l|m|n|v|i|ș|ş|și|şi|mi|ți|ţi|ne|le|te|într|dintr|printr)){_SPACE}+([-‑‐]){_SPACE}+"
        rf"((?i:a|ar|au|am|ai|ați|aţi|aș|un|o))"
        rf"|((?i:de)){_SPACE}+([-‑‐]){_SPACE}+(a)(?={_SPACE}(?:lungul|lungu|dreptul|binelea|a|l))"
        rf"|((?i:nord|sud)){_SPACE}+([-‑‐]){_SPACE}+((?i:est|vest)\w*)"
        rf")(?!\w)"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not self._SUSPECT.search(text):
            return
        for match in self._DETACHED.finditer(text):
            if not self._is_aside(text, match):
                yield self._joined(view, match.start(), match.end(), match.groups())
        for pattern in (self._OPEN, self._LOOSE, self._PREFIX):
            for match in pattern.finditer(text):
                parts = [part for part in match.groups() if part is not None]
                end = match.start() + len(match.group().rstrip())
                yield self._joined(view, match.start(), end, parts)

    #: "sud- coreeană", "ex- ministrul", "româno- american".
    _PREFIX = re.compile(
        rf"(?<![\w{HYPHENS}])((?i:nord|sud|ex|anti|prim|{LETTER}{{3,}}o))([{HYPHENS}]){_SPACE}+"
        rf"((?!(?:și|sau|ori|ca|de|la|în)\b)[{LOWER}]{{4,}})(?!\w)"
    )

    def _is_aside(self, text: str, match: re.Match[str]) -> bool:
        """Whether the hyphen is a dash that lost its second space: "casa -una mare- era"."""
        clitic = re.fullmatch(f"(?i:{_BEFORE}|{_AFTER})", match[1]) or re.fullmatch(
            f"(?i:{_AFTER})", match[3]
        )
        if clitic:
            return False
        if match[3][0].isupper() and not match[1][0].isupper():
            return True
        following = text[match.end() : match.end() + 120].split("\n", 1)[0]
        return re.search(rf"\w[{HYPHENS}](?=[ ,.;:]|$)", following) is not None

    def _joined(
        self, view: View, start: int, end: int, parts: tuple[str, ...] | list[str]
    ) -> Issue:
        word = "".join(parts)
        message = Message(
            f"White space beside the hyphen; write “{word}”.",
            f"Spațiu lângă cratimă; se scrie „{word}”.",
        )
        return self.issue(view, start, end, message, word)


class Range(Check):
    """Spaces inside a range of days: "11 - 13 iulie" for "11-13 iulie"."""

    name = "spacing.range"
    category = "spacing"
    confidence = 0.9

    _RANGE = re.compile(
        rf"(?<![\w.,])(\d{{1,2}})({_SPACE}+[-–—]{_SPACE}*|[-–—]{_SPACE}+)(\d{{1,2}})(?={_SPACE}(?:{MONTHS})\b)",
        re.IGNORECASE,
    )

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.has_digits:
            return
        for match in self._RANGE.finditer(view.target.text):
            joined = f"{match[1]}{match[2].strip()}{match[3]}"
            message = Message(
                f"A range of days is written without spaces: “{joined}”.",
                f"Intervalul de zile se scrie fără spații: „{joined}”.",
            )
            yield self.issue(view, *match.span(), message, joined)


class MissingAfterStop(Check):
    """No space after the full stop that ends a sentence: "Tass.invitație", "oraș.Primarul".

    Often a headline or a caption glued to the paragraph before it. Web addresses, file names and
    abbreviations are left alone.
    """

    name = "spacing.sentence"
    category = "spacing"
    severity = "major"
    confidence = 0.95

    #: The stop first: quick to look for.
    _SUSPECT = re.compile(rf"[.!?…](?=[”\"»)]?{LETTER})")
    _GLUED = re.compile(
        rf"(?<![\w.@/-]){LETTER}[\w-]+[.!?…][”\"»)]?"
        rf"(?:{LETTER}[{LOWER}]+(?:[{HYPHENS}]\w+)*|[ALOSÎE](?= [{LOWER}]))"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not self._SUSPECT.search(text):
            return
        for match in self._GLUED.finditer(text):
            if looks_like_address(text, *match.span()):
                continue
            left, mark, right = re.split(r"([.!?…][”\"»)]?)", match.group(), maxsplit=1)
            if mark in "!?" and right[0].islower():
                continue  # a lost letter: garbled.encoding has it
            if not self._is_sentence_break(left, right):
                continue
            joined = f"{left}{mark} {right[0].upper()}{right[1:]}"
            message = Message(
                "No space after the full stop: the next sentence or headline is glued on.",
                "Lipsește spațiul după punct: propoziția sau titlul următor este lipit.",
            )
            severity: Severity = "major" if right[0].islower() else "minor"
            yield self.issue(view, *match.span(), message, joined, severity=severity)

    def _is_sentence_break(self, left: str, right: str) -> bool:
        """Whether "left.right" is two words rather than a name like "Node.js" or "will.i.am"."""
        if right[0].isupper():
            return left[-1].islower() and len(left) > 2
        return len(left) > 2 and len(right) > 3


class MissingAfterComma(Check):
    """No space after a comma, semicolon or colon between two words: "Paris,Londra"."""

    name = "spacing.comma"
    category = "spacing"
    confidence = 0.9

    _SUSPECT = re.compile(rf"[,;](?={LETTER})")
    _GLUED = re.compile(rf"(?<![\w@/.])({_WORD})([,;])({LETTER}[{LOWER}]\w*)")

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not self._SUSPECT.search(text):
            return
        for match in self._GLUED.finditer(text):
            if looks_like_address(text, *match.span()):
                continue
            message = Message("No space after the comma.", "Lipsește spațiul după virgulă.")
            yield self.issue(view, *match.span(), message, f"{match[1]}{match[2]} {match[3]}")


class Doubled(Check):
    """Two or more spaces between words."""

    name = "spacing.double"
    category = "spacing"
    confidence = 0.85  # there is no doubt that it is there; annotators overlook some

    _SUSPECT = re.compile(rf"{_SPACE}{_SPACE}|\t")
    _DOUBLE = re.compile(rf"(?<=[^\s])({_SPACE}{{2,}}|\t+)(?=[^\s])")

    def find(self, view: View) -> Iterator[Issue]:
        if not self._SUSPECT.search(view.target.text):
            return
        for match in self._DOUBLE.finditer(view.target.text):
            message = Message("Doubled space.", "Spațiu dublu.")
            yield self.issue(view, *match.span(), message, " ")


class BeforePunctuation(Check):
    """A space before a comma, full stop, semicolon, colon, question or exclamation mark.

    French and a source that is spaced like that itself are left alone.
    """

    name = "spacing.before-punctuation"
    category = "spacing"
    confidence = 0.9

    _SUSPECT = re.compile(rf"{_SPACE}[,;:!?.]")
    _SPACED = re.compile(
        rf"(?<=[\w”\"»)%]){_SPACE}+([,;:!?]|\.(?!\w|\.))(?![)(DPpdo/|\d-])(?<!\d :)"
    )

    def find(self, view: View) -> Iterator[Issue]:
        if not self._SUSPECT.search(view.target.text):
            return
        for match in self._SPACED.finditer(view.target.text):
            if re.search(rf"\w{_SPACE}+{re.escape(match[1])}", view.source_at(match.start()) or ""):
                continue
            message = Message(f"Space before “{match[1]}”.", f"Spațiu înainte de „{match[1]}”.")
            yield self.issue(view, *match.span(), message, match[1])


class InsideQuotes(Check):
    """A space just inside quotation marks or brackets: "„ text ”", "( text )"."""

    name = "spacing.inside"
    category = "spacing"
    confidence = 0.9

    _SUSPECT = re.compile(rf"[„“(\[]{_SPACE}|{_SPACE}[”)\]]")
    _OPENING = re.compile(rf"([„“(\[]){_SPACE}+(?=[\w„])")
    _CLOSING = re.compile(rf"(?<=[\w.,!?…%])({_SPACE}+)([”)\]])(?![\w])")

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if not self._SUSPECT.search(text):
            return
        for match in self._OPENING.finditer(text):
            if (
                match[1] == "“"
                and not text[: match.start()].endswith((" ", "\n", "("))
                and match.start()
            ):
                continue  # a closing “ as in „text“, followed by its rightful space
            message = Message(
                f"Space after the opening “{match[1]}”.",
                f"Spațiu după „{match[1]}” de deschidere.",
            )
            yield self.issue(view, *match.span(), message, match[1])
        for match in self._CLOSING.finditer(text):
            message = Message(
                f"Space before the closing “{match[2]}”.",
                f"Spațiu înainte de „{match[2]}” de închidere.",
            )
            yield self.issue(view, *match.span(), message, match[2])


CHECKS = (
    Hyphen,
    Range,
    MissingAfterStop,
    MissingAfterComma,
    Doubled,
    BeforePunctuation,
    InsideQuotes,
)
