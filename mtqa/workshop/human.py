"""``python -m mtqa.workshop.human SET``: development sets with human scores as tables for
``mtqa evaluate metrics``.

* ``himl`` (HimL 2015, English to Romanian, health texts, one system): ``human`` is the standardised
  direct assessment of the segments with ten judgements or more. For measuring only. The set is
  tokenised and in legacy letters (ţ, ş): both are undone, as no newsroom would see them.
* ``mlqe`` (MLQE-PE, Romanian to English, test20): here Romanian is the *source*, so mtqa's checks
  cannot be asked about the translation. The table holds it turned round: ``target`` is the
  Romanian that people wrote, ``source`` the English that a machine made of it. What the checks
  against the source find missing (names, figures) then speaks about the English.
* ``gold`` (165 machine-translated news segments): ``human`` is the MQM quality of the annotated
  spans. The annotation was in sight while the checks were written.
* ``mlqe-forward``: the same as it was translated, with the post-edited English as ``reference``,
  for metrics that know both languages.
"""

from __future__ import annotations

import csv
import html
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from mtqa.common.lines import lines_of
from mtqa.errors import InputError
from mtqa.workshop.development import data_folder

#: The columns of every table.
COLUMNS = ("target", "source", "reference", "human", "source_lang")
Row = tuple[str, str, str, float, str]


def himl(data: Path) -> Iterator[Row]:
    """The segments with ten judgements or more.

    Segment numbers count from 0: by that the scores correlate with the means of the judgements
    line by line (r = 0.79), counted from 1 they do not (0.10).
    """
    folder = data / "himl-da-en-ro"
    targets, sources, references = (
        _lines(folder / f"himl2015.{name}") for name in ("trans.ro", "en", "ref.ro")
    )
    for line in _lines(folder / "ad-stnd-seg-scores-10.csv")[1:]:
        number, _, score, _ = line.split()
        n = int(number)
        target, source, reference = (natural(text[n]) for text in (targets, sources, references))
        yield target, source, reference, float(score), "en"


_LETTERS = str.maketrans("ţşŢŞ", "țșȚȘ")
_BEFORE = re.compile(r" +([.,;:!?%)\]}”»]|'s\b)")
_AFTER = re.compile(r"([(\[{„«]) +")


def natural(text: str) -> str:
    """A tokenised line as people write: no space before a comma, no entities, comma below.

    >>> natural("Nu ( însă ) la toţi , ş.a .")
    'Nu (însă) la toți, ș.a.'
    """
    return _AFTER.sub(r"\1", _BEFORE.sub(r"\1", html.unescape(text).translate(_LETTERS)))


def mlqe(data: Path) -> Iterator[Row]:
    """Romanian sources with their English translations as ``source``."""
    for target, source, _, score, _ in mlqe_forward(data):
        yield source, target, "", score, "en"


def mlqe_forward(data: Path) -> Iterator[Row]:
    """English translations of Romanian sources, with their post-edited form as ``reference``."""
    folder = data / "mlqe-pe-ro-en"
    references = _lines(folder / "test20.pe")
    with (folder / "test20.da.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row, reference in zip(rows, references, strict=True):
        yield row["translation"], row["original"], reference, float(row["z_mean"]), "ro"


def gold(data: Path) -> Iterator[Row]:
    """The annotated segments with the quality that their gold spans give them."""
    from mtqa.evaluation.gold import read_gold
    from mtqa.languages.ro import Document
    from mtqa.model import WEIGHTS, Severity

    for text in read_gold(data.parent / "gold" / "mt-dev" / "gold.jsonl"):
        article = text.article
        severities = [cast(Severity, span.severity) for span in text.spans]
        penalty = sum(WEIGHTS[severity] for severity in severities)
        score = 100 * (1 - penalty / max(Document(article.target).words, 1))
        yield article.target, article.source or "", article.reference or "", score, "en"


SETS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "himl": himl,
    "gold": gold,
    "mlqe": mlqe,
    "mlqe-forward": mlqe_forward,
}


def _lines(path: Path) -> list[str]:
    try:
        return lines_of(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise InputError(
            str(path), f"cannot be read ({problem.strerror})", "set MTQA_DATA to the data folder"
        ) from None


def main(arguments: list[str]) -> None:
    """Print a table as TSV."""
    if len(arguments) != 1 or arguments[0] not in SETS:
        sys.exit(f"usage: python -m mtqa.workshop.human {{{'|'.join(SETS)}}}")
    try:
        rows = list(SETS[arguments[0]](data_folder()))
    except InputError as problem:
        sys.exit(f"mtqa.workshop.human: {problem}")
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
