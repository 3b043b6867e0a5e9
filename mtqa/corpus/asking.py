"""What a language model would be sent of a corpus, and what that would cost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Any

from mtqa.corpus.command import Request, total_rows
from mtqa.corpus.run import chunked
from mtqa.errors import MtqaError
from mtqa.languages.ro import Document
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.readers.records import Record, records
from mtqa.readers.streams import STDIN, is_remote
from mtqa.scorers.llm.cost import Estimate, estimate
from mtqa.scorers.llm.prompt import Question

#: Records that an estimate looks at; of a longer corpus it is told from these.
_LOOKED_AT = 1_000


def would_send(request: Request) -> Iterator[dict[str, Any]]:
    """The requests of a dry run over a whole corpus, as they would be sent; nothing is written.

    Raises:
        MtqaError: an input cannot be read.
    """
    checker = Checker(request.config, force=request.force)
    assert checker.adviser is not None
    shown = checker.adviser.asker.shown
    for chunk in chunked(records(request.inputs.rows(), request.inputs.columns), request.chunk):
        prepared = []
        for row in chunk.rows:
            if isinstance(row, Record):
                with suppress(MtqaError):  # the run itself will say why it is rejected
                    prepared.append(checker.prepare(row.article))
        checker.measure(prepared)
        yield from shown
        shown.clear()


def expected(request: Request) -> Estimate | None:
    """What a run will take of the model, from the first 1,000 records and the number of all; None
    where the inputs can be read only once.

    Raises:
        MtqaError: an input cannot be read.
    """
    if any(path == STDIN or is_remote(path) for path in request.inputs.paths):
        return None
    seen = list(islice(records(request.inputs.rows(), request.inputs.columns), _LOOKED_AT))
    articles = [row.article for row in seen if isinstance(row, Record)]
    questions = (question for article in articles for question in _questions(article))
    found = estimate(questions, request.config.judge.model, request.config.ui)
    total = total_rows(request.inputs)
    if len(seen) < _LOOKED_AT or not total:
        return found
    return _times(found, total / len(seen))


def _times(found: Estimate, factor: float) -> Estimate:
    return replace(
        found,
        segments=round(found.segments * factor),
        requests=round(found.requests * factor),
        tokens_in=round(found.tokens_in * factor),
        tokens_out=round(found.tokens_out * factor),
        price=None if found.price is None else found.price * factor,
    )


def _questions(article: Article) -> Iterator[Question]:
    """Roughly what the model is shown of an article: its sentences, with equal shares of the
    source, for aligning it would take as long as the run."""
    sentences = Document(article.target, "off").sentences
    source = article.source or ""
    for number, (start, end) in enumerate(sentences):
        first, last = (len(source) * n // len(sentences) for n in (number, number + 1))
        before = article.target[max(0, start - 200) : start]
        yield Question(article.target[start:end], source[first:last] or None, None, "", before)


__all__ = ["expected", "would_send"]
