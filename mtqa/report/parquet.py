"""Apache Parquet, with column types that do not depend on the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from mtqa.model import ArticleReport
from mtqa.report.formats import Run
from mtqa.report.rows import columns, rows

_HALF = re.compile("[\ud800-\udfff]")


def render(reports: Sequence[ArticleReport], run: Run) -> bytes:
    """A table as Parquet, the issues unless another is asked for; the signature is metadata."""
    import pyarrow
    from pyarrow import parquet

    table = run.table or "issues"
    listed = [
        {name: _storable(value) for name, value in row.items()}
        for row in rows(table, reports, run.ui)
    ]
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema(
        [(name, types[kind]) for name, kind in columns(table, listed).items()],
        metadata={"mtqa_signature": run.signature},
    )
    out = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(listed, schema=schema), out)
    return out.getvalue()


def _storable(value: Any) -> Any:
    """Text that UTF-8 can hold: half a surrogate pair, which JSON may bring, becomes U+FFFD."""
    if not isinstance(value, str) or not _HALF.search(value):
        return value
    return _HALF.sub("\ufffd", value)
