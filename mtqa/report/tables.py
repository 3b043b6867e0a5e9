"""The tables of a run as pandas data frames.

>>> from mtqa import check_article
>>> from mtqa.report.tables import issues
>>> issues([check_article("Trump l -a acuzat pe Putin.")])["text"].tolist()
['l -a']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mtqa.model import CATEGORIES, SEVERITIES, ArticleReport, Ui
from mtqa.report.formats import require
from mtqa.report.rows import columns, rows

if TYPE_CHECKING:
    import pandas

_DTYPES = {str: "string", int: "Int64", float: "Float64"}


def articles(reports: Iterable[ArticleReport]) -> pandas.DataFrame:
    """One row an article: verdict, quality, words, and its issues by severity and by category.

    Raises:
        MissingExtra: pandas is not installed.
    """
    return _frame("articles", reports)


def issues(reports: Iterable[ArticleReport], ui: Ui = "en") -> pandas.DataFrame:
    """One row an issue, in reading order; offsets are code points, half-open.

    Category and severity are categoricals, severities ordered, so that
    ``frame[frame.severity >= "major"]`` works.

    Args:
        reports: the reports of a run.
        ui: language of the messages.

    Raises:
        MissingExtra: pandas is not installed.
    """
    frame = _frame("issues", reports, ui)
    import pandas

    severity = pandas.CategoricalDtype(list(SEVERITIES), ordered=True)
    category = pandas.CategoricalDtype(list(CATEGORIES))
    return frame.astype({"severity": severity, "category": category})


def summary(reports: Iterable[ArticleReport]) -> pandas.DataFrame:
    """Category by severity for the whole run, with a last row ``all``.

    Raises:
        MissingExtra: pandas is not installed.
    """
    return _frame("summary", reports)


def _frame(table: str, reports: Iterable[ArticleReport], ui: Ui = "en") -> pandas.DataFrame:
    require("pandas")
    import pandas

    listed = rows(table, reports, ui)
    types = columns(table, listed)
    return pandas.DataFrame(
        {
            name: pandas.array([row.get(name) for row in listed], dtype=_DTYPES[kind])
            for name, kind in types.items()
        }
    )
