"""Text that stands twice: words, phrases, sentences, the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import places, romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.quotations import in_quotes
from mtqa.languages.ro.repetition import Repetition
from mtqa.model import Issue


class DoubledWord(Check):
    """A word or a short phrase written twice in a row: "un un", "în timpul în timpul".

    Emphasis (foarte foarte, încet-încet), reduplicated names (Baden Baden) and grammar that
    needs the repetition (cei ce ce, a a fost) are left alone.
    """

    name = "addition.doubled-word"
    category = "addition"
    confidence = 0.92

    #: Speech that halts, lists, figures: what is said twice there is said so.
    _HALTS = re.compile(r"[,\d…]|\.\.")
    #: "Zi de zi de", "pas cu pas cu": the second preposition belongs to what follows.
    _PAIRED = re.compile(r"\w+ (?:de|cu|la|după|pe|în|peste|lângă)")
    #: Words so short and so common that no idiom repeats them in pairs: "de a de a".
    _LITTLE = frozenset("a al ai ale am ar au ca cu de din în nu o pe să se și un va vor".split())
    #: Words that one clause may end with and the next begin with.
    _ACROSS_CLAUSES = frozenset("o ce a e".split())

    @staticmethod
    def _emphatic() -> frozenset[str]:
        """Emphatic or grammatical doublings that Romanian uses."""
        return word_set("doubled", "repeated")

    def find(self, view: View) -> Iterator[Issue]:
        for run in view.repetitions:
            if run.times > 2 or not run.once[-1].isalpha() or not run.once[0].isalpha():
                continue  # three times is a loop, garbled.loop has it
            doubled = view.target.text[run.start : run.end]
            second = doubled[len(run.once) :].lstrip()
            if not second or self._HALTS.search(doubled):
                continue
            if run.period > 1:
                long = len(run.once) >= 6 or set(run.once.lower().split()) <= self._LITTLE
                if long and not self._is_idiom(view.target.text, run):
                    yield self._issue(view, run, "phrase", "Grup de cuvinte")
            elif not self._is_meant(run.once, second):
                yield self._issue(view, run, "word", "Cuvânt")
        for run in view.loops:  # "a fost arestat ieri, a fost arestat ieri"
            if run.times == 2 and not in_quotes(view.target.text, run.start):
                yield self._issue(view, run, "phrase", "Grup de cuvinte")

    #: "Ce s-a întâmplat s-a întâmplat", "cine a plătit a plătit": the clause is the subject.
    _RELATIVE = re.compile(r"(?i)\b(?:ce|cine|cât|câți|cum|unde|când|care) $")

    def _is_meant(self, first: str, second: str) -> bool:
        lower = first.lower()
        if lower in self._emphatic() or lower in self._ACROSS_CLAUSES:
            return True
        if len(first) == 1:
            return True
        if not second[0].isupper():
            return False
        # Duran Duran and Bora Bora are names, "Ministrul Ministrul" is not
        listed = any(map(places().is_place, (second, f"{first} {second}")))
        return listed or len(first) < 4 or lower not in romanian()

    def _is_idiom(self, text: str, run: Repetition) -> bool:
        """Whether the doubling is meant: "foarte bine foarte bine", "de la caz la caz"."""
        before = text[max(0, run.start - 40) : run.start]
        if run.once.startswith("la ") and before.endswith("de "):
            return True
        if self._PAIRED.fullmatch(run.once) and not run.once.startswith("de "):
            return True
        if self._RELATIVE.search(before):
            return True
        return all(word.lower() in self._emphatic() for word in run.once.split())

    def _issue(self, view: View, run: Repetition, kind: str, felul: str) -> Issue:
        message = Message(f"Doubled {kind}.", f"{felul} dublat.")
        return self.issue(view, run.start, run.end, message, run.once)


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
                message = Message("The headline is repeated.", "Titlul este repetat.")
                yield self.issue(view, line.start, line.end, message, "")
                return


class RepeatedSentence(Check):
    """A whole sentence that already stands earlier in the article, word for word."""

    name = "addition.sentence"
    category = "addition"
    confidence = 0.85

    _SHORTEST = 6
    #: What bulletins, interviews and galleries repeat by right.
    _REFRAIN = re.compile(r"^(?:Foto|Video|Sursa|[-–—])|\?[”\"]?$", re.IGNORECASE)

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if len(view.target.sentences) < 2:
            return
        seen: dict[str, int] = {}
        headline = _folded(view.target.lines[0].text) if view.target.lines else ""
        for index, (start, end) in enumerate(view.target.sentences):
            sentence = text[start:end]
            if sentence.count(" ") < self._SHORTEST - 1:
                continue
            key = _folded(sentence)
            near = key in seen and index - seen[key] == 1
            if near or (key in seen and key != headline and self._is_long(sentence)):
                message = Message(
                    "This sentence already stands earlier in the article.",
                    "Propoziția apare deja mai sus în articol.",
                )
                yield self.issue(
                    view, start, end, message, "", confidence=0.95 if near else self.confidence
                )
            else:
                seen.setdefault(key, index)

    def _is_long(self, sentence: str) -> bool:
        """Whether the sentence is too long to come twice by chance or by custom."""
        return sentence.count(" ") >= 9 and self._REFRAIN.search(sentence) is None


def _folded(text: str) -> str:
    """``text`` without case, quotes and outer punctuation, to compare what it says."""
    return re.sub(r"[„“”\"«»]", "", text).strip(" .!?…").casefold()


CHECKS = (DoubledWord, DoubledHeadline, RepeatedSentence)
