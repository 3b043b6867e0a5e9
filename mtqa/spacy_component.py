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
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry

from mtqa.config import parse
from mtqa.languages.ro.tokens import tokens
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.report.json import article as record

if TYPE_CHECKING:
    from spacy.vocab import Vocab

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


class RomanianTokenizer:
    """spaCy's interface to :func:`mtqa.languages.ro.tokens.tokens`; no character is lost."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc whose text equals ``text``; stray white space becomes tokens of its own."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for token in tokens(text):
            if token.start > position:
                _white_space(text[position : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            position = token.end
        if position < len(text):
            _white_space(text[position:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to save."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> RomanianTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Nothing to save."""

    def from_disk(self, path: Any, **kwargs: Any) -> RomanianTokenizer:
        """Nothing to load."""
        return self


def _white_space(gap: str, words: list[str], spaces: list[bool]) -> None:
    """A single space belongs to the token before it; anything else is a token."""
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


@registry.tokenizers("mtqa.ro.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], RomanianTokenizer]:
    """The tokenizer factory for spaCy configurations."""
    return lambda nlp: RomanianTokenizer(nlp.vocab)
