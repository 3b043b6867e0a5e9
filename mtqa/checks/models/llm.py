"""What a language model marks, where one is configured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue, SourceSpan

_KINDS = {
    "name": ("a name", "numele"),
    "untranslated": ("what was left untranslated", "ce a rămas netradus"),
    "mistranslation": ("the meaning", "sensul"),
    "omission": ("what is missing here", "ce lipsește aici"),
    "addition": ("what was added", "ce s-a adăugat"),
    "number": ("a figure or date", "o cifră sau o dată"),
    "garbled": ("what cannot be understood", "ce nu se poate înțelege"),
    "grammar": ("the grammar", "gramatica"),
    "spelling": ("the spelling", "ortografia"),
    "punctuation": ("the punctuation", "punctuația"),
    "spacing": ("the spacing", "spațiile"),
    "casing": ("the capitals", "majusculele"),
    "boilerplate": ("what does not belong to the text", "ce nu ține de text"),
}


class LlmSpan(Check):
    """A stretch that the configured language model takes for an error.

    The model gives category, severity, a reason and mostly a correction. Without ``--llm`` or
    ``judge.model`` this check has nothing to say, and nothing is sent anywhere. What the model
    marks is believed moderately, and more where a rule sees an error in the same place;
    ``mtqa judge fit`` measures it on your own decisions or gold.
    """

    name = "llm.span"
    category = "mistranslation"
    severity = "major"
    confidence = 0.6

    def find(self, view: View) -> Iterator[Issue]:
        source = view.article.source or ""
        for span in view.model_spans:
            if span.metric != "llm":
                continue
            about = span.source
            issue = self.issue(
                view,
                span.start,
                span.end,
                _reason(span.category, span.reason),
                span.suggestion,
                severity=span.severity,
                confidence=span.confidence,
                source_span=SourceSpan(*about, source[about.start : about.end]) if about else None,
            )
            yield replace(issue, category=span.category)


def _reason(category: str, said: str) -> Message:
    """The model's own words as what they are, or what it doubts."""
    if said:
        return Message(f"The language model says: {said}", f"Modelul de limbă spune: {said}")
    en, ro = _KINDS[category]
    return Message(f"The language model objects to {en}", f"Modelul de limbă reclamă {ro}")


CHECKS: tuple[type[Check], ...] = (LlmSpan,)
