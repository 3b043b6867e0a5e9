"""What a learned metric marks: the error spans of a COMET model, where one is configured."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue


class CometSpan(Check):
    """A stretch that the configured COMET model takes for an error.

    Only unified models with word-level training, such as xCOMET, mark spans. Without a model in
    the configuration or in --metric this check has nothing to say. Severity and confidence are the
    model's own; it gives no reason and knows no correction.
    """

    name = "comet.span"
    category = "mistranslation"
    severity = "major"
    confidence = 0.5

    def find(self, view: View) -> Iterator[Issue]:
        for span in view.model_spans:
            if span.metric != "comet":
                continue
            yield self.issue(
                view,
                span.start,
                span.end,
                Message(
                    f"The COMET model sees a {span.severity} error here",
                    f"Modelul COMET vede aici o eroare {_SEVERITIES[span.severity]}",
                ),
                severity=span.severity,
                confidence=span.confidence,
            )


_SEVERITIES = {
    "neutral": "neutră",
    "minor": "minoră",
    "major": "majoră",
    "critical": "critică",
}

CHECKS: tuple[type[Check], ...] = (CometSpan,)
