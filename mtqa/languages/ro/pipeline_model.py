"""A spaCy pipeline that the user has installed (``ro_core_news_lg`` or any other), as a witness.

What it recognises as a name is a name: issues that only say "this word is unknown, foreign or
miscapitalised" are dropped there. It is never required.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language

#: Entity labels of RONEC and OntoNotes pipelines that name something.
_NAMES = frozenset(
    "PERSON PER ORGANIZATION ORG GPE LOC FACILITY FAC PRODUCT WORK_OF_ART EVENT NAT_REL_POL "
    "LANGUAGE MISC".split()
)


class NameWitness:
    """The names that an installed spaCy pipeline sees.

    Args:
        model: name or path of the pipeline.

    Raises:
        ConfigError: spaCy or the pipeline is not installed, or it recognises no entities.
    """

    def __init__(self, model: str) -> None:
        self._nlp = _load(model)

    @lru_cache(maxsize=4)  # noqa: B019 - a checker's few witnesses live as long as the process
    def names(self, text: str) -> tuple[tuple[int, int], ...]:
        """Half-open code-point spans of the names in ``text``, in order."""
        return tuple(_spans(self._nlp(text).ents))


def entities(text: str, model: str, option: str) -> tuple[tuple[int, int, str], ...]:
    """Half-open code-point spans of the names in ``text`` with the pipeline's labels, in order.

    Args:
        text: in the pipeline's language.
        model: name or path of the pipeline.
        option: the setting that names it, for messages.

    Raises:
        ConfigError: spaCy or the pipeline is not installed, or it recognises no entities.
    """
    return tuple(
        (entity.start_char, entity.end_char, entity.label_)
        for entity in _load(model, option)(text).ents
        if entity.label_ in _NAMES
    )


def require(model: str, option: str) -> None:
    """Load the pipeline.

    Raises:
        ConfigError: spaCy or the pipeline is not installed, or it recognises no entities.
    """
    _load(model, option)


def _spans(entities: Iterable[object]) -> Iterable[tuple[int, int]]:
    for entity in entities:
        if getattr(entity, "label_", "") in _NAMES:
            yield entity.start_char, entity.end_char  # type: ignore[attr-defined]


@lru_cache(maxsize=4)
def _load(model: str, option: str = "romanian.spacy_model") -> Language:
    place = f"'{option}': {model!r}"
    try:
        import spacy
    except ImportError:
        raise ConfigError(f"{place} needs spaCy; install mtqa[spacy] or leave it out") from None
    try:
        nlp = spacy.load(model, exclude=["lemmatizer", "parser"])
    except (OSError, ValueError) as problem:
        reason = " ".join(str(problem).split())[:120]
        raise ConfigError(
            f"{place} cannot be loaded ({reason}); install it or leave it out"
        ) from None
    if not {"ner", "entity_ruler"} & set(nlp.pipe_names):
        raise ConfigError(f"{place} recognises no names; choose a pipeline with 'ner'")
    return nlp
