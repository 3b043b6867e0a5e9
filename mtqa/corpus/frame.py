"""Scoring in a notebook: a data frame in, the same rows with their figures out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mtqa.config import Config
from mtqa.errors import MissingExtra, MtqaError

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
    """The frame with the columns ``quality``, ``verdict``, ``words`` and ``issues`` added.

    ``issues`` holds a list of :class:`mtqa.Issue` for each row, so that
    ``scored.explode("issues")`` gives a row an issue. The index is kept.

    Args:
        frame: one article or segment a row.
        config: the options; the defaults if not given.
        target: column of the Romanian text.
        source: column of the source text; ``"source"`` if there is one.
        source_lang: ISO 639-1 code of the sources; a column ``source_lang`` goes before it.

    Raises:
        MtqaError: there is no such column, or a row has no text.
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
    from mtqa.corpus import score

    for column in filter(None, (target, source)):
        if column not in frame.columns:
            raise MtqaError(
                f"no column {column!r}; columns here: {', '.join(map(str, frame.columns))}"
            )
    columns = {"target": target, "source": source or "source", "source_lang": "source_lang"}
    given = {name: frame[column].tolist() for name, column in columns.items()
             if column in frame.columns}  # fmt: skip
    rows = [_row(given, place) for place in range(len(frame))]
    reports = list(score(rows, config, source_lang=source_lang))
    return frame.assign(
        quality=pandas.Series([r.quality for r in reports], index=frame.index, dtype="float64"),
        verdict=pandas.Series([r.verdict for r in reports], index=frame.index, dtype="string"),
        words=pandas.Series([r.words for r in reports], index=frame.index, dtype="int64"),
        issues=pandas.Series([list(r.issues) for r in reports], index=frame.index, dtype="object"),
    )


def _row(given: dict[str, list[Any]], place: int) -> dict[str, Any]:
    """The texts of one row; what pandas has for a missing value is left out."""
    values = {name: column[place] for name, column in given.items()}
    return {name: value for name, value in values.items() if isinstance(value, str)}
