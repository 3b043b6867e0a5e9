"""mtqa inside a spaCy pipeline.

``nlp.add_pipe("mtqa")`` fills ``doc.spans["mtqa"]`` with a span for each issue, labelled with its
category, and ``doc._.mtqa`` with the article's record of the JSON contract (plain dictionaries, so
that the Doc can be saved and passed between processes). Spans that do not fall on token boundaries
are those of the tokens they touch; the exact offsets are in the record's issues, in the same order.

``spacy.blank("ro")`` with ``{"nlp": {"tokenizer": {"@tokenizers": "mtqa.ro.v1"}}}`` cuts clitics as
the Romanian treebanks do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from mtqa.config import parse
from mtqa.languages.ro.spacy_parts import RomanianTokenizer, make_tokenizer
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.report.json import article as record

__all__ = ["RomanianTokenizer", "make_component", "make_tokenizer"]

KEY = "mtqa"


@Language.factory("mtqa", default_config={"config": {}}, assigns=["doc.spans", "doc._.mtqa"])
def make_component(nlp: Language, name: str, config: dict[str, Any]) -> Callable[[Doc], Doc]:
    """The pipeline component; ``config`` holds the same keys as ``mtqa.toml``.

    Raises:
        ConfigError: a key is unknown or a value has the wrong type.
    """
    checker = Checker(parse(config, f"component {name!r}"))
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, default=None)

    def component(doc: Doc) -> Doc:
        report = checker.check(Article("doc", doc.text))
        doc._.mtqa = record(report)
        doc.spans[KEY] = [
            span
            for issue in report.issues
            if (span := _span(doc, issue.start, issue.end, issue.category)) is not None
        ]
        return doc

    return component


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")
