"""LanguageTool as a baseline: what its Romanian rules say of a text (package lingotweaker)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from mtqa.errors import MissingExtra, MtqaError

if TYPE_CHECKING:
    from mtqa.evaluation.gold import GoldText
    from mtqa.evaluation.spans import SpanResult


class Alarm(NamedTuple):
    """One match of a rule.

    Attributes:
        start: first code point of the span in the text.
        end: first code point after the span; after ``start``.
        rule: the rule's identifier (``MORFOLOGIK_RULE_RO_RO``).
        suggestion: the first thing that should stand there instead, ``""`` to delete the span,
            None if the rule does not say.
    """

    start: int
    end: int
    rule: str
    suggestion: str | None


def languagetool() -> Callable[[str], list[Alarm]]:
    """LanguageTool for Romanian: a function from a text to its alarms, in reading order.

    The rules and dictionaries are loaded once, here.

    Raises:
        MissingExtra: ``lingotweaker`` is not installed.
        MtqaError: its Romanian data cannot be loaded.
    """
    try:
        import lt_py
    except ImportError:
        raise MissingExtra("lingotweaker", "bench") from None
    try:
        engine = lt_py.Engine("ro-RO")
    except (RuntimeError, ValueError) as problem:
        raise MtqaError(
            f'lingotweaker has no Romanian rules ({problem}); run: pip install "mtqa[bench]"'
        ) from None
    return lambda text: _alarms(text, engine.check)


def evaluate_languagetool(texts: Iterable[GoldText]) -> SpanResult:
    """LanguageTool's alarms held against gold; it sees the Romanian alone.

    Raises:
        MtqaError: as :func:`languagetool`.
    """
    from mtqa.evaluation.spans import Mark, evaluate_marks

    check = languagetool()

    def marks(target: str) -> list[Mark]:
        return [
            Mark(alarm.start, alarm.end, alarm.rule, suggestion=alarm.suggestion)
            for alarm in check(target)
        ]

    return evaluate_marks(marks, texts, "LanguageTool")


def _alarms(text: str, check: Callable[[str], list[dict[str, Any]]]) -> list[Alarm]:
    # a lone surrogate has no UTF-8; "?" takes its place, one code point for another
    raw = text.encode("utf-8", "replace")
    alarms = [_alarm(raw, match) for match in check(raw.decode())]
    return sorted((alarm for alarm in alarms if alarm.start < alarm.end), key=lambda a: a[:2])


def _alarm(raw: bytes, match: dict[str, Any]) -> Alarm:
    """The match with its offsets, which count UTF-8 bytes, in code points."""
    start, length = match["offset"], match["length"]
    before, marked = raw[:start].decode(), raw[start : start + length].decode()
    suggestion = next(iter(match["suggestions"]), None)
    return Alarm(len(before), len(before) + len(marked), match["rule_id"], suggestion)
