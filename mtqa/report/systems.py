"""Systems side by side as a table, as HTML, as LaTeX and as JSON."""

from __future__ import annotations

import html
import json
import sys
from collections.abc import Sequence
from io import StringIO

from mtqa.evaluation.systems import ERRORS, SystemResult, spearman
from mtqa.judgement.quality import LOWER_IS_BETTER
from mtqa.report.phrases import called
from mtqa.report.visible import visible

#: Metrics of which less is better.
_LOWER = LOWER_IS_BETTER | {ERRORS}
_ALPHA = 0.05


def render(results: Sequence[SystemResult], form: str) -> str:
    """The figures of systems in one of the formats ``table``, ``html``, ``latex``, ``json``."""
    makers = {"table": _table, "html": _html, "latex": _latex, "json": _json}
    return makers[form](results)


def _grid(results: Sequence[SystemResult]) -> tuple[list[str], list[list[str]]]:
    """Header and rows: the metrics, then the errors by category. ``*`` marks significance."""
    metrics = list(results[0].scores)
    categories = sorted({name for result in results for name in result.per_1000})
    header = ["system", *(called(name) for name in metrics), *categories]
    rows = []
    for result in results:
        marked = [
            f"{result.scores[name]:.2f}{'*' * (result.p.get(name, 1) < _ALPHA)}" for name in metrics
        ]
        by_category = [f"{result.per_1000.get(name, 0):.2f}" for name in categories]
        rows.append([result.name, *marked, *by_category])
    return header, rows


def _notes(results: Sequence[SystemResult]) -> list[str]:
    notes = []
    if len(results) > 1:
        notes.append(
            f"* differs from {results[0].name} with p < {_ALPHA} (paired bootstrap over documents)"
        )
    lower = [called(name) for name in results[0].scores if name in _LOWER]
    notes.append(f"Lower is better: {', '.join(lower)}. Categories: errors per 1,000 words.")
    notes += _correlations(results)
    notes += [f"{name}: {text}" for name, text in results[0].signatures.items()]
    return [visible(note) for note in notes]


def _correlations(results: Sequence[SystemResult]) -> list[str]:
    """How the systems' order by errors agrees with their order by each metric."""
    if len(results) < 3:
        return []
    found = []
    for name in results[0].scores:
        if name != ERRORS:
            # errors and TER fall as quality rises: the sign is that of agreement
            sign = 1 if name in _LOWER else -1
            found.append(f"{called(name)} {sign * spearman(results, name, ERRORS):.2f}")
    return [f"Spearman's ρ of the systems' order by {ERRORS} with: {', '.join(found)}."] * bool(
        found
    )


def _table(results: Sequence[SystemResult]) -> str:
    from rich.console import Console

    from mtqa.report.evaluation import columns_table

    header, rows = _grid(results)
    file = StringIO()
    console = Console(
        file=file, width=None if sys.stdout.isatty() else 240, highlight=False, markup=False
    )
    console.print(columns_table(*header, rows=[tuple(row) for row in rows]))
    text = "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
    return text + "".join(f"{note}\n" for note in _notes(results))


def _html(results: Sequence[SystemResult]) -> str:
    header, rows = _grid(results)
    lines = ["<table>", "<thead><tr>"]
    lines += [f'<th scope="col">{html.escape(cell)}</th>' for cell in header]
    lines.append("</tr></thead>\n<tbody>")
    for name, *cells in rows:
        figures = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
        lines.append(f'<tr><th scope="row">{html.escape(name)}</th>{figures}</tr>')
    lines.append("</tbody>")
    notes = "<br>".join(html.escape(note) for note in _notes(results))
    lines.append(f'<tfoot><tr><td colspan="{len(header)}">{notes}</td></tr></tfoot>\n</table>')
    return "\n".join(lines) + "\n"


_LATEX = str.maketrans({
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}",
    "*": r"\textsuperscript{*}", "|": r"\textbar{}", "<": r"\textless{}", ">": r"\textgreater{}",
})  # fmt: skip


def _latex(results: Sequence[SystemResult]) -> str:
    header, rows = _grid(results)
    lines = [rf"\begin{{tabular}}{{l{'r' * (len(header) - 1)}}}", r"\toprule"]
    lines.append(" & ".join(cell.translate(_LATEX) for cell in header) + r" \\")
    lines.append(r"\midrule")
    lines += [" & ".join(cell.translate(_LATEX) for cell in row) + r" \\" for row in rows]
    lines += [r"\bottomrule", r"\end{tabular}"]
    return "".join(f"{line}\n" for line in [*(f"% {note}" for note in _notes(results)), *lines])


def _json(results: Sequence[SystemResult]) -> str:
    rows = [
        {
            "system": result.name,
            "scores": result.scores,
            "per_1000_words": result.per_1000,
            "p": result.p,
            "signatures": result.signatures,
        }
        for result in results
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
