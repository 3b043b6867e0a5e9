"""``python -m mtqa.workshop.samples``: the reports of the specimen and of a gold article pair.

``reports/`` holds them as they are rendered, so that a reader sees what mtqa prints and a change of
the output shows in review; a test fails when they are stale.
"""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

from mtqa.config import RULES_ALONE
from mtqa.model import Article, ArticleReport
from mtqa.pipeline import Checker
from mtqa.readers import read_text
from mtqa.report.formats import Run

ROOT = Path(__file__).parent.parent.parent
SAMPLES = {
    "specimen": ("seeds/moscova-coreea-de-nord.ro.txt", None, None),
    "kluivert": ("corpora/articles/02.ro.txt", "corpora/articles/02.en.txt", "en"),
}


def render() -> dict[str, str]:
    """The samples' reports by file name."""
    from rich.console import Console

    from mtqa.report.console import show
    from mtqa.report.html.render import render as page
    from mtqa.report.json import render as document

    checker = Checker(RULES_ALONE)
    run = Run(checker.signature, checker.config)
    files: dict[str, str] = {}
    for name, (target, source, language) in SAMPLES.items():
        report = _report(checker, target, source, language)
        console = Console(file=StringIO(), width=110, legacy_windows=False)
        show([report], console, run)
        table = console.file.getvalue()  # type: ignore[attr-defined]
        files[f"{name}.txt"] = "".join(f"{line.rstrip()}\n" for line in table.splitlines())
        files[f"{name}.json"] = document([report], run)
        files[f"{name}.html"] = page([report], run)
    return files | {"specimen.svg": _picture(checker, run)}


def _picture(checker: Checker, run: Run) -> str:
    """The specimen's table as a terminal shows it, drawn by rich, without its web fonts."""
    from rich.console import Console

    from mtqa.report.console import show

    console = Console(file=StringIO(), width=110, record=True, color_system="truecolor")
    show([_report(checker, *SAMPLES["specimen"])], console, run)
    drawn = console.export_svg(title="mtqa check", unique_id="mtqa")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def _report(
    checker: Checker, target: str, source: str | None, language: str | None
) -> ArticleReport:
    """The report of a shipped article; its paths are those from the project's root."""
    return checker.check(
        Article(
            Path(target).name.removesuffix(".ro.txt"),
            read_text(ROOT / target),
            None if source is None else read_text(ROOT / source),
            source_lang=language,
            meta={"target_path": target, "source_path": source},
        )
    )


def main(folder: Path) -> None:
    """Write the reports into ``folder``."""
    folder.mkdir(exist_ok=True)
    for name, text in render().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "reports")
