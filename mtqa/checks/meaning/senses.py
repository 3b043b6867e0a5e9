"""Senses, judged against the source: false friends, senses, idioms word for word."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message
from mtqa.checks.meaning.source import FromPairs
from mtqa.compare.meaning import Pair, Verdict
from mtqa.compare.meaning.rules import rule_book


class FalseFriend(FromPairs):
    """A word that only looks like the source's: "a pretinde" for pretend, "tutore" for tutor."""

    name = "meaning.false-friend"
    severity = "major"
    confidence = 0.85
    message = Message(
        "“{text}” is a false friend of “{said}”.",
        "„{text}” este un fals prieten al lui „{said}”.",
    )
    advice = Message(
        "“{text}” is a false friend of “{said}”; Romanian says “{right}”.",
        "„{text}” este un fals prieten al lui „{said}”; în română: „{right}”.",
    )

    @staticmethod
    def judge(pair: Pair) -> Iterator[Verdict]:
        yield from rule_book("false-friend", pair.language).verdicts(pair)


class WrongSense(FromPairs):
    """A word of several senses is rendered in the wrong one: "grevă" for an air strike."""

    name = "meaning.sense"
    severity = "major"
    confidence = 0.8
    message = Message(
        "“{text}” is another sense of “{said}”.",
        "„{text}” este alt sens al lui „{said}”.",
    )
    advice = Message(
        "“{text}” is another sense of “{said}”; here “{right}”.",
        "„{text}” este alt sens al lui „{said}”; aici: „{right}”.",
    )

    @staticmethod
    def judge(pair: Pair) -> Iterator[Verdict]:
        yield from rule_book("sense", pair.language).verdicts(pair)


class Idiom(FromPairs):
    """An idiom of the source is rendered word for word: "a se ridica pentru" for stand up for."""

    name = "meaning.idiom"
    severity = "major"
    confidence = 0.85
    message = Message(
        "“{text}” renders “{said}” word for word.",
        "„{text}” redă „{said}” cuvânt cu cuvânt.",
    )
    advice = Message(
        "“{text}” renders “{said}” word for word; Romanian says “{right}”.",
        "„{text}” redă „{said}” cuvânt cu cuvânt; în română: „{right}”.",
    )

    @staticmethod
    def judge(pair: Pair) -> Iterator[Verdict]:
        yield from rule_book("idiom", pair.language).verdicts(pair)


CHECKS: tuple[type[Check], ...] = (FalseFriend, WrongSense, Idiom)
