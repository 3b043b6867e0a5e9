"""Text that stands twice: words, phrases, sentences, the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue
from mtqa.romanian.letters import HYPHENS, LETTER

_GAP = r"[ \u00a0]+"


class DoubledWord(Check):
    """A word or a short phrase written twice in a row: "un un", "în timpul în timpul".

    Emphasis (foarte foarte, încet-încet), reduplicated names (Baden Baden) and grammar that
    needs the repetition (cei ce ce, a a fost) are left alone.
    """

    name = "addition.doubled-word"
    category = "addition"
    confidence = 0.92

    #: Emphatic or grammatical doublings that Romanian uses.
    _EMPHATIC = frozenset(
        "foarte mult multă mulți multe încet bine repede tare mai tot toată da nu ba hai bla ha he hei la na no "
        "pa tic tac aproape abia acum gata rar rând curând departe ușor singur încă poate zi noapte "
        "colo alo bravo haide hop hip ura vai nani pas puțin câte doi două trei unu una zău".split()
    )
    _WORD = re.compile(
        rf"(?<![\w{HYPHENS}.'’])(\w*{LETTER}\w*){_GAP}(\1)(?![\w{HYPHENS}’']|\.\w)", re.IGNORECASE
    )
    _PHRASE = re.compile(
        rf"(?<![\w{HYPHENS}.])((?:[\w{HYPHENS}]+{_GAP}){{1,4}}[\w{HYPHENS}]+),?{_GAP}(\1)(?![\w{HYPHENS}])"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        for match in self._WORD.finditer(text):
            if not self._is_meant(text, match):
                yield self._issue(view, match, match[1], "word", "Cuvânt")
        for match in self._PHRASE.finditer(text):
            if len(match[1]) >= 8 and not any(c.isdigit() for c in match[1]) and "," not in match.group():
                yield self._issue(view, match, match[1], "phrase", "Grup de cuvinte")

    def _is_meant(self, text: str, match: re.Match[str]) -> bool:
        first, second = match[1], match[2]
        if first.lower() in self._EMPHATIC or first.isdigit():
            return True
        if second[0].isupper() or len(first) == 1 and first.lower() not in "o":
            return True  # Duran Duran; "a a fost", "e e"
        if first.lower() in {"o", "ce", "lui", "care", "le", "se", "te", "ne"}:
            # "ce ce", "cele ce le", "o o" occur across clauses; call them only when clearly glued
            return first.lower() in {"o", "ce"}
        return False

    def _issue(self, view: View, match: re.Match[str], once: str, kind: str, felul: str) -> Issue:
        message = Message(f"Doubled {kind}.", f"{felul} dublat.")
        return self.issue(view, *match.span(), message, once)


class DoubledHeadline(Check):
    """The headline stands twice at the top of the article."""

    name = "addition.headline"
    category = "addition"
    confidence = 0.98

    def find(self, view: View) -> Iterator[Issue]:
        lines = view.target.lines
        if len(lines) < 3:
            return
        first = _folded(lines[0].text)
        for line in lines[1:3]:
            if first and _folded(line.text) == first:
                message = Message(
                    "The headline is repeated.", "Titlul este repetat."
                )
                yield self.issue(view, line.start, line.end, message, "")
                return


class RepeatedSentence(Check):
    """A whole sentence that already stands earlier in the article, word for word."""

    name = "addition.sentence"
    category = "addition"
    confidence = 0.85

    _SHORTEST = 6

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        seen: dict[str, int] = {}
        headline = _folded(view.target.lines[0].text) if view.target.lines else ""
        for index, (start, end) in enumerate(view.target.sentences):
            sentence = text[start:end]
            if sentence.count(" ") < self._SHORTEST - 1:
                continue
            key = _folded(sentence)
            if key in seen and key != headline:
                near = index - seen[key] == 1
                message = Message(
                    "This sentence already stands earlier in the article.",
                    "Propoziția apare deja mai sus în articol.",
                )
                yield self.issue(
                    view, start, end, message, "", confidence=0.95 if near else self.confidence
                )
            else:
                seen.setdefault(key, index)


def _folded(text: str) -> str:
    """``text`` without case, quotes and outer punctuation, to compare what it says."""
    return re.sub(r"[„“”\"«»]", "", text).strip(" .!?…").casefold()


CHECKS = (DoubledWord, DoubledHeadline, RepeatedSentence)
