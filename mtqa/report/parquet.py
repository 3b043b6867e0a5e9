"""Apache Parquet, with column types that do not depend on the rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from mtqa.model import ArticleReport
from mtqa.report.formats import Run
from mtqa.report.rows import columns, rows

_HALF = re.compile("[\ud800-\udfff]")


def render(reports: Sequence[ArticleReport], run: Run) -> bytes:
    """A table as Parquet, the issues unless another is asked for; the signature is metadata."""
    table = run.table or "issues"
    listed = rows(table, reports, run.ui)
    return packed(listed, columns(table, listed), run.signature)


def packed(
    listed: Sequence[Mapping[str, Any]],
    kinds: Mapping[str, type],
    signature: str,
    compression: str = "snappy",
) -> bytes:
    """Rows as a Parquet file whose schema does not depend on them.

    Args:
        listed: the rows, by column.
        kinds: the columns, each with ``str``, ``int`` or ``float``.
        signature: what the metadata say of how the rows were made.
        compression: of the columns.
    """
    import pyarrow
    from pyarrow import parquet

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema(
        [(name, types[kind]) for name, kind in kinds.items()],
        metadata={"mtqa_signature": signature},
    )
    storable = [{name: _storable(value) for name, value in row.items()} for row in listed]
    out = BytesIO()
    table = pyarrow.Table.from_pylist(storable, schema=schema)
    parquet.write_table(table, out, compression=compression)
    return out.getvalue()


def _storable(value: Any) -> Any:
    """Text that UTF-8 can hold: half a surrogate pair, which JSON may bring, becomes U+FFFD."""
    if not isinstance(value, str) or not _HALF.search(value):
        return value
    return _HALF.sub("\ufffd", value)
