"""``python -m mtqa.workshop.pictures.report PAGE PNG``: a screenshot of a report."""

from __future__ import annotations

import sys
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.report.html.browser import chromium
from mtqa.workshop.samples import ROOT

#: The issue that the picture shows chosen, by the number of times j is pressed.
_ISSUE = 3


def take(page_file: Path, picture: Path) -> None:
    """Open ``page_file`` as an editor does, choose an issue, and save what the screen shows."""
    with chromium() as browser:
        page = browser.new_page(
            viewport={"width": 1280, "height": 860},
            device_scale_factor=1.5,
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto(page_file.resolve().as_uri())
        for _ in range(_ISSUE):
            page.keyboard.press("j")
        page.evaluate("document.activeElement.blur()")
        page.screenshot(path=picture)


def main() -> None:
    """Take the picture."""
    reports = ROOT / "reports"
    words = [Path(word) for word in sys.argv[1:]]
    page, picture = words or (reports / "kluivert.html", reports / "report.png")
    try:
        take(page, picture)
    except MtqaError as problem:
        sys.exit(f"mtqa: {problem}")
    print(picture)


if __name__ == "__main__":
    main()
