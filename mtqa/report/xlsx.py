"""An Excel workbook: articles, issues, summary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mtqa.model import ArticleReport
from mtqa.report.formats import Run
from mtqa.report.rows import Row, columns, rows

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_SHEETS = {"articles": "Articles", "issues": "Issues", "summary": "Summary"}
#: Background and letters, dark on light so that they print.
_COLOURS = {
    "neutral": ("EDEDED", "404040"),
    "minor": ("FFF2CC", "5C4400"),
    "major": ("F8CBAD", "7A2500"),
    "critical": ("C00000", "FFFFFF"),
    "pass": ("E2EFDA", "1E4D10"),
    "fail": ("F8CBAD", "7A2500"),
}
_WIDTHS = {"text": 40, "suggestion": 30, "message": 60, "source_text": 30, "target_path": 36}
_WIDTHS |= {"article": 30, "source_path": 30, "mqm": 30, "check": 24, "fingerprint": 19}
_WRAPPED = frozenset({"text", "suggestion", "message", "source_text"})
#: Excel's limit for a cell.
_LONGEST = 32_767
#: XML 1.0 has no such characters, and Excel reads _x0041_ in a cell as the letter A.
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)"
)


def render(reports: Sequence[ArticleReport], run: Run) -> bytes:
    """The workbook: frozen header, filters, coloured severities. No cell is ever a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for table, title in _SHEETS.items():
        listed = rows(table, reports, run.ui)
        _fill(book.create_sheet(title), listed, columns(table, listed))
    book.properties.title = "mtqa"
    book.properties.description = run.signature
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, listed: list[Row], types: dict[str, type]) -> None:
    """One sheet: a header, then a line for each row."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    wrap, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    top = Alignment(vertical="top")
    paint = _paints()
    for number, name in enumerate(types, 1):
        head = sheet.cell(1, number, name)
        head.font = bold
        width = _WIDTHS.get(name, max(9, len(name) + 4))
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line, row in enumerate(listed, 2):
        for number, name in enumerate(types, 1):
            cell = sheet.cell(line, number)
            _put(cell, row.get(name))
            cell.alignment = wrap if name in _WRAPPED else top
            if name in {"severity", "verdict"}:
                cell.fill, cell.font = paint[str(row[name])]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(types))}{len(listed) + 1}"


def _put(cell: Cell, value: str | int | float | None) -> None:
    """A value as a number or as text; text that begins like a formula stays text, also when an
    editor changes the cell (``quotePrefix``)."""
    if value is None:
        return
    if not isinstance(value, str):
        cell.value = value
        return
    text = _ILLEGAL.sub(lambda match: _spelt(match.group()), value)
    cell.value = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    cell.data_type = "s"
    if text.lstrip().startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r", "\n")):
        cell.quotePrefix = True


def _spelt(letter: str) -> str:
    return "_x005F_" if letter == "_" else f"\\u{ord(letter):04x}"


def _paints() -> dict[str, Any]:
    from openpyxl.styles import Font, PatternFill

    return {
        name: (PatternFill("solid", start_color=back), Font(color=front))
        for name, (back, front) in _COLOURS.items()
    }
