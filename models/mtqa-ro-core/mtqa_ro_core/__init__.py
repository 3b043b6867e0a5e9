"""A spaCy pipeline for Romanian: ``spacy.load("mtqa_ro_core")``; mtqa uses it where it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"
#: The pipeline as spaCy writes it.
FOLDER = Path(__file__).parent / "pipeline"


def load(**overrides: Any) -> Language:
    """The pipeline; ``disable``, ``exclude``, ``config`` as for ``spacy.load``. Nothing is fetched.

    Raises:
        OSError: the pipeline's files are not there.
    """
    from spacy.util import load_model_from_path

    import mtqa.languages.ro.spacy_parts  # noqa: F401 - the tokenizer and what else it names

    return load_model_from_path(FOLDER, **overrides)
