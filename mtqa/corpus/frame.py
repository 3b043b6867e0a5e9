"""Scoring in a notebook: a data frame in, the same rows with their figures out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mtqa.config import Config
from mtqa.corpus import attempted
from mtqa.errors import MissingExtra, MtqaError
from mtqa.model import ArticleReport

if TYPE_CHECKING:
    import pandas


def score_frame(
    frame: pandas.DataFrame,
    config: Config | None = None,
    *,
    target: str = "target",
    source: str | None = None,
    source_lang: str | None = None,
) -> pandas.DataFrame:
    """The frame with the columns ``quality``, ``qe``, ``verdict``, ``words``, ``issues`` and
    ``problem`` added.

    A row that cannot be scored stays: its verdict is ``error``, its ``problem`` says why, its
    figures are missing. ``qe`` is the score of mtqa's own model, 0 to 100, where it is installed
    and there is a source. ``issues`` holds a list of :class:`mtqa.Issue` for each row, so that
    ``scored.explode("issues")`` gives a row an issue. The index is kept.

    Args:
        frame: one article or segment a row.
        config: the options; the defaults if not given.
        target: column of the Romanian text.
        source: column of the source text; ``"source"`` if there is one.
        source_lang: ISO 639-1 code of the sources; a column ``source_lang`` goes before it.

    Raises:
        MtqaError: there is no such column.
        MissingExtra: pandas is not installed.

    Examples:
        >>> import pandas
        >>> score_frame(pandas.DataFrame({"target": ["Trump l -a acuzat."]}))["verdict"].tolist()
        ['fail']
    """
    try:
        import pandas
    except ImportError:
        raise MissingExtra("pandas", "tables") from None
    for column in filter(None, (target, source)):
        if column not in frame.columns:
            raise MtqaError(
                f"no column {column!r}; columns here: {', '.join(map(str, frame.columns))}"
            )
    columns = {"target": target, "source": source or "source", "source_lang": "source_lang"}
    given = {name: frame[column].tolist() for name, column in columns.items()
             if column in frame.columns}  # fmt: skip
    rows = [_row(given, place) for place in range(len(frame))]
    found = list(attempted(rows, config, source_lang=source_lang))
    reports = [one if isinstance(one, ArticleReport) else None for one in found]

    def added(values: list[Any], kind: str) -> Any:
        return pandas.Series(values, index=frame.index, dtype=kind)

    return frame.assign(
        quality=added([r and r.quality for r in reports], "float64"),
        qe=added([r and r.scores.get("qe") for r in reports], "float64"),
        verdict=added([r.verdict if r else "error" for r in reports], "string"),
        words=added([r.words if r else 0 for r in reports], "int64"),
        issues=added([list(r.issues) if r else [] for r in reports], "object"),
        problem=added([None if isinstance(one, ArticleReport) else one for one in found],
                       "string"),
    )  # fmt: skip


def _row(given: dict[str, list[Any]], place: int) -> dict[str, Any]:
    """The texts of one row; what pandas has for a missing value is left out."""
    values = {name: column[place] for name, column in given.items()}
    return {name: value for name, value in values.items() if isinstance(value, str)}
