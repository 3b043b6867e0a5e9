"""Where the development data lies: for measuring, tuning and building, never for checking."""

from __future__ import annotations

import os
from pathlib import Path

#: The checkout, if mtqa runs from one.
ROOT = Path(__file__).parent.parent.parent


def data_folder() -> Path:
    """The folder that ``MTQA_DATA`` names; beside the checkout if it is not set."""
    return Path(os.environ.get("MTQA_DATA", ROOT.parent / "shared" / "data"))
