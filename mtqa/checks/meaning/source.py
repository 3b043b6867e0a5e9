"""Meaning, judged against the source: negations, directions, who did what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Check, Message, View
from mtqa.compare.meaning import Pair, Verdict
from mtqa.compare.meaning.direction import reversed_ideas
from mtqa.compare.meaning.negation import gained, is_sure, lost
from mtqa.compare.meaning.pair import CROWDED
from mtqa.compare.meaning.roles import swapped
from mtqa.model import Issue, SourceSpan

#: What an unsure verdict keeps of its confidence: so little that it is a hint, below the default.
_UNSURE = 0.45


class FromPairs(Check):
    """A fault of meaning that a segment shows. Subclasses say how to find it and how to put it."""

    category = "mistranslation"
    needs_source = True
    needs_diacritics = True
    message: ClassVar[Message]
    #: The message where it is known what should stand there.
    advice: ClassVar[Message | None] = None

    @staticmethod
    def is_sure(language: str) -> bool:
        """Whether a verdict on a source in the language (ISO 639-1) is more than a hint."""
        return True

    @staticmethod
    def judge(pair: Pair) -> Iterator[Verdict]:
        """What is wrong with one segment."""
        raise NotImplementedError

    def find(self, view: View) -> Iterator[Issue]:
        for pair in view.pair.words if view.pair else ():
            sure = self.is_sure(pair.language)
            for verdict in self.judge(pair):
                yield self._issue(view, verdict, sure=sure and verdict.certain)
            if CROWDED in pair.memory:
                view.leave_out("words repeated too often to compare their meaning", pair.segment)

    def _issue(self, view: View, verdict: Verdict, *, sure: bool) -> Issue:
        source = view.article.source or ""
        said = source[verdict.source_start : verdict.source_end]
        text = view.article.target[verdict.start : verdict.end]
        put = self.advice if self.advice and verdict.right else self.message
        words = {"said": said, "text": text, "right": verdict.right}
        return self.issue(
            view,
            verdict.start,
            verdict.end,
            Message(put.en.format(**words), put.ro.format(**words)),
            verdict.suggestion,
            severity=verdict.severity if sure else "minor",  # type: ignore[arg-type]
            confidence=verdict.confidence if sure else self.confidence * _UNSURE,
            source_span=SourceSpan(verdict.source_start, verdict.source_end, said),
            row=verdict.row,
        )


class LostNegation(FromPairs):
    """The source negates, the translation affirms: "a semnat" for "did not sign"."""

    name = "meaning.negation-lost"
    severity = "critical"
    confidence = 0.85
    is_sure = staticmethod(is_sure)
    judge = staticmethod(lost)
    message = Message(
        "The source negates here (“{said}”), the translation does not.",
        "Sursa neagă aici („{said}”), traducerea nu.",
    )


class GainedNegation(FromPairs):
    """The translation negates what the source affirms: "nu a semnat" for "signed"."""

    name = "meaning.negation-gained"
    severity = "critical"
    confidence = 0.85
    is_sure = staticmethod(is_sure)
    judge = staticmethod(gained)
    message = Message(
        "“{text}” negates what the source affirms.",
        "„{text}” neagă ceea ce sursa afirmă.",
    )


class Reversed(FromPairs):
    """A direction or comparison is turned round: "mai puțin" for "more", "sud" for "north"."""

    name = "meaning.direction"
    severity = "critical"
    confidence = 0.85
    judge = staticmethod(reversed_ideas)
    message = Message(
        "“{text}” says the opposite of “{said}”.",
        "„{text}” spune opusul lui „{said}”.",
    )
    advice = Message(
        "“{text}” says the opposite of “{said}” (“{right}”).",
        "„{text}” spune opusul lui „{said}” („{right}”).",
    )


class SwappedRoles(FromPairs):
    """Subject and object have changed places: "B l-a învins pe A" for "A beat B"."""

    name = "meaning.roles"
    severity = "critical"
    confidence = 0.8
    judge = staticmethod(swapped)
    message = Message(
        "In the source it is the other way round: “{said}”.",
        "În sursă este invers: „{said}”.",
    )


CHECKS: tuple[type[Check], ...] = (LostNegation, GainedNegation, Reversed, SwappedRoles)
