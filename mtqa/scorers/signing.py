"""What a score was made with, for people and for resuming runs."""

from __future__ import annotations

import hashlib

from mtqa import __version__
from mtqa.config import Config
from mtqa.judgement.fitted import Fitted
from mtqa.judgement.profiles import signed
from mtqa.languages.ro.parse import version
from mtqa.scorers.article import ArticleMetrics
from mtqa.scorers.llm.adviser import signature as of_model


def signature_of(
    config: Config, metrics: ArticleMetrics | None, fitted: Fitted | None = None
) -> str:
    """The signature of a checker: checks, profile, data, models, metrics and version.

    Args:
        config: its options, with glossaries read.
        metrics: the metrics in use, if there are any.
        fitted: confidences of the house's own, if there are any.
    """
    asked = config.checks
    names = ",".join(asked.select) or "all"
    if asked.ignore:
        names += "-" + "-".join(asked.ignore)
    from mtqa.knowledge.fingerprint import fingerprint

    models = (
        config.romanian.spacy_model,
        config.names.source_spacy_model,
        version(config.romanian.parser),
    )
    model = "+".join(filter(None, models)) or "none"
    data = fingerprint() + _own(config)
    rules = hashlib.sha256(repr(config.suppress).encode()).hexdigest()[:8]
    quiet = f"|suppress:{rules}" if config.suppress else ""
    scores = f"|metrics:{metrics.signature}" if metrics and metrics.signature else ""
    said = of_model(config)
    asked_model = f"|llm:{said}" if said else ""
    asked_model += f"|fitted:{fitted.digest}" if fitted else ""
    made_with = f"lang:ro|data:{data}|model:{model}{scores}{asked_model}|version:{__version__}"
    return f"checks:{names}{quiet}|{signed(config)}|{made_with}"


def _own(config: Config) -> str:
    """The fingerprint of the house's own names and terms, if there are any."""
    if not (config.names.entry or config.terms.entry):
        return ""
    own = repr((config.names.entry, config.terms.entry)).encode()
    return "+" + hashlib.sha256(own).hexdigest()[:8]
