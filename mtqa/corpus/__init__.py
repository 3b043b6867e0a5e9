"""Scoring a corpus: streaming, resumable, in worker processes or on a Ray cluster.

>>> from mtqa import Article
>>> from mtqa.corpus import score
>>> [report.issues[0].suggestion for report in score([Article("1", "Trump l -a acuzat pe Putin.")])]
['l-a']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mtqa.config import Config
from mtqa.errors import MtqaError
from mtqa.model import Article, ArticleReport
from mtqa.pipeline import Checker

__all__ = ["score"]


def score(
    records: Iterable[Article | Mapping[str, Any] | str],
    config: Config | None = None,
    *,
    source_lang: str | None = None,
) -> Iterator[ArticleReport]:
    """The reports of articles or segments, one after the other, as they are asked for.

    Args:
        records: articles; mappings with ``target`` and, where known, ``id``, ``source``,
            ``reference``, ``source_lang``; or Romanian texts.
        config: the options; the defaults if not given.
        source_lang: ISO 639-1 code of the sources, where a record does not say.

    Raises:
        MtqaError: a record has no text, or cannot be checked; its number is named.
    """
    for number, found in enumerate(attempted(records, config, source_lang=source_lang)):
        if isinstance(found, str):
            raise MtqaError(f"record {number}: {found}")
        yield found


def attempted(
    records: Iterable[Article | Mapping[str, Any] | str],
    config: Config | None = None,
    *,
    source_lang: str | None = None,
) -> Iterator[ArticleReport | str]:
    """As :func:`score`; for a record that cannot be scored, why."""
    from mtqa.readers.records import Columns, Raw, Reject, record

    checker = Checker(config)
    columns = Columns(language=source_lang)
    for number, given in enumerate(records):
        if isinstance(given, Article):
            article = given
        else:
            fields = {"target": given} if isinstance(given, str) else given
            read = record(number, Raw(f"record {number}", fields), columns)
            if isinstance(read, Reject):
                yield read.reason
                continue
            article = read.article
        try:
            yield checker.check(article)
        except MtqaError as problem:
            yield str(problem)
