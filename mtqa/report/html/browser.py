"""Debian's Chromium through Playwright: for the tests, the picture and the measurement of speed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Ubuntu's chromium-browser may be no more than a hint to install a snap, so it comes last.
_NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")


def executable() -> str | None:
    """Where Chromium is: ``MTQA_CHROMIUM``, or the first one on the path."""
    named = os.environ.get("MTQA_CHROMIUM")
    return named or next((found for name in _NAMES if (found := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium without a window.

    Raises:
        MtqaError: there is none, or Playwright is not installed.
    """
    path = executable()
    if path is None:
        raise MtqaError("no Chromium found; install it (apt install chromium) or set MTQA_CHROMIUM")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise MtqaError('Playwright is missing; pip install "mtqa[test]"') from None
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if root else []
        )
        try:
            yield browser
        finally:
            browser.close()
