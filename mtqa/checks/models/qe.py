"""What mtqa's own model marks, where ``mtqa-qe-ro`` is installed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue, SourceSpan

_REASONS = {
    "garbled": Message(
        "The model takes these words for word salad", "Modelul vede aici cuvinte fără legătură"
    ),
    "mistranslation": Message(
        "The model does not expect these words here", "Modelul nu se așteaptă la aceste cuvinte"
    ),
    "omission": Message("“{text}” seems to be missing here", "Aici pare să lipsească „{text}”"),
}


class QeSpan(Check):
    """A stretch that mtqa's own model takes for an error: garbled, mistranslated or left out.

    The model reads the source where there is one. It gives no reason and knows no correction; of
    what it marks, the rules' reasons are shown where they see an error in the same place.
    """

    name = "qe.span"
    category = "mistranslation"
    severity = "minor"
    confidence = 0.5
    #: A line without diacritics is one error from end to end to the model.
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        source = view.article.source or ""
        for span in view.model_spans:
            if span.metric != "qe":
                continue
            lost = span.source
            text = " ".join(source[lost.start : lost.end].split()) if lost else ""
            reason = _REASONS[span.category]
            issue = self.issue(
                view,
                span.start,
                span.end,
                Message(reason.en.format(text=text), reason.ro.format(text=text)),
                severity=span.severity,
                confidence=span.confidence,
                source_span=SourceSpan(*lost, source[lost.start : lost.end]) if lost else None,
            )
            yield replace(issue, category=span.category)


CHECKS: tuple[type[Check], ...] = (QeSpan,)
