"""The words of a Romanian text with tags, lemmas and heads, where ``mtqa-ro-core`` is installed.

The pipeline is read from its folder and nothing is fetched. spaCy and the weights are loaded when
the first text is analysed.
"""

from __future__ import annotations

import os
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from mtqa.common.memory import NAMES
from mtqa.errors import ConfigError
from mtqa.languages.ro.sentences import LINE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Takes the place of ``auto``, for a run or for a machine.
VARIABLE = "MTQA_PARSER"
#: The folder of the pipeline inside the package, and the file that tells that it is one.
_FOLDER, _TELLS = "pipeline", "config.cfg"
#: Code points that are analysed at a time, whole lines: memory does not grow with the text.
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its place in the sentence's tree; punctuation is a token too.

    Attributes:
        index: its place in :attr:`Parse.words`.
        start, end: half-open code-point span in the text.
        text: the token itself, ``text[start:end]``.
        lemma: in lower case, but for names.
        upos: part of speech of Universal Dependencies: ``NOUN``, ``VERB``, ``AUX`` ...
        feats: its features, ``{"Gender": "Fem", "Number": "Sing", "Case": "Acc,Nom"}``.
        head: index of the word that it depends on; its own for the root of a sentence.
        deprel: relation to the head, ``nsubj``, ``nsubj:pass``, ``root`` ...
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    deprel: str

    def get(self, feature: str) -> str:
        """The value of a feature, ``""`` where the word has none."""
        return self.feats.get(feature, "")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: half-open code-point span and label of RONEC (``PERSON``, ``ORG``, ``GPE`` ...)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Parse:
    """A text analysed.

    Attributes:
        words: every token but white space, in order.
        sentences: half-open ranges of indices into ``words``.
        entities: the names, in order.
    """

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]

    def at(self, offset: int) -> Word | None:
        """The word at a code point of the text; None between words."""
        place = bisect_right(self._starts, offset) - 1
        return self.words[place] if place >= 0 and offset < self.words[place].end else None

    def children(self, index: int) -> tuple[int, ...]:
        """The indices of the words that depend on a word, in order."""
        return self._children.get(index, ())

    def subtree(self, index: int) -> tuple[int, ...]:
        """The indices of a word and of all that depends on it, near or far, in order."""
        found, waiting = [], [index]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(self.children(found[-1]))
        return tuple(sorted(found))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _children(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for word in self.words:
            if word.head != word.index:
                found.setdefault(word.head, []).append(word.index)
        return {head: tuple(indices) for head, indices in found.items()}


def installed() -> Path | None:
    """The folder of the installed pipeline; None if there is none, or no spaCy to read it."""
    spec = find_spec("mtqa_ro_core")
    if spec is None or not spec.submodule_search_locations or find_spec("spacy") is None:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / _FOLDER
    return folder if (folder / _TELLS).is_file() else None


def folder_of(wanted: str) -> Path | None:
    """The folder of the pipeline to use; None if there is none, or none is wanted.

    Args:
        wanted: ``auto`` (the installed pipeline, if there is one), ``on`` (the installed one),
            ``off``, or a folder.

    Raises:
        ConfigError: ``on`` with none installed, or the folder holds none.
    """
    if wanted == "auto":
        wanted = os.environ.get(VARIABLE, "auto")
    if wanted in ("auto", "on"):
        found = installed()
        if found is None and wanted == "on":
            raise ConfigError(
                "mtqa-ro-core is not installed; run: pip install ./models/mtqa-ro-core"
            )
        return found
    if wanted == "off":
        return None
    try:
        there = (Path(wanted) / _TELLS).is_file()
    except (OSError, ValueError):  # too long for a path, or with a NUL
        there = False
    if not there:
        raise ConfigError(
            f"{wanted}: no pipeline there ({_TELLS}); use auto, on, off or its folder"
        )
    return Path(wanted)


def analyse(text: str, wanted: str = "auto") -> Parse | None:
    """The text analysed; None where no pipeline is installed, or none is wanted.

    Args:
        text: Romanian, of any length.
        wanted: as in :func:`folder_of`.

    Raises:
        ConfigError: the pipeline is not there, or cannot be read.
    """
    folder = folder_of(wanted)
    return None if folder is None else _analysed(text, load(folder))


@lru_cache(maxsize=2)
def load(folder: Path) -> Language:
    """The pipeline of a folder, read once per process.

    Raises:
        ConfigError: spaCy is not installed, or the folder cannot be read.
    """
    try:
        _import_spacy()
        from spacy.util import load_model_from_path

        import mtqa.languages.ro.spacy_parts  # noqa: F401 - what the pipeline names
    except ImportError:
        raise ConfigError("mtqa-ro-core needs spaCy; install mtqa[spacy]") from None
    try:
        nlp = load_model_from_path(folder)
    except Exception as problem:  # spaCy and thinc raise what they please for a damaged file
        reason = " ".join(str(problem).split())[:120]
        raise ConfigError(
            f"{folder}: cannot be read ({reason}); install mtqa-ro-core anew"
        ) from None
    nlp.max_length = 1 << 30  # texts come in pieces; a single line may be long
    return nlp


def _import_spacy() -> None:
    """Import spaCy without its command line, which it loads at once with an HTTP client and a
    project manager: half of the time that it takes to start. ``spacy.cli`` can be imported later.
    """
    if "spacy" in sys.modules:
        return
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    module.info = lambda *args, **kw: import_module("spacy.cli.info").info(*args, **kw)  # type: ignore[attr-defined]
    sys.modules |= {"spacy.cli": package, "spacy.cli.info": module}
    try:
        import_module("spacy")
    finally:
        for name in ("spacy.cli", "spacy.cli.info"):
            sys.modules.pop(name, None)


def _analysed(text: str, nlp: Language) -> Parse:
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    pieces = list(_pieces(text))
    docs = nlp.pipe([text[start:end] for start, end in pieces])
    for (start, _), doc in zip(pieces, docs, strict=True):
        first = len(words)
        places = _places(doc, first)
        words += _words(doc, places, start)
        sentences += _sentences(doc, places)
        entities += (
            Entity(start + found.start_char, start + found.end_char, found.label_)
            for found in doc.ents
        )
    return Parse(tuple(words), tuple(sentences), tuple(entities))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of whole lines that together hold every character that is not white space."""
    begin = end = None
    for line in LINE.finditer(text):
        if begin is not None and end is not None and line.end() - begin > _AT_ONCE:
            yield begin, end
            begin = None
        begin, end = line.start() if begin is None else begin, line.end()
    if begin is not None and end is not None:
        yield begin, end


def _places(doc: Doc, first: int) -> dict[int, int]:
    """From spaCy's number of a token to ours, which leaves white space out."""
    kept = (token.i for token in doc if not token.is_space)
    return {number: first + place for place, number in enumerate(kept)}


def _words(doc: Doc, places: Mapping[int, int], start: int) -> Iterator[Word]:
    for token in doc:
        index = places.get(token.i)
        if index is None:
            continue
        head = token.head
        while head.is_space and head.head is not head and head.head.i != head.i:
            head = head.head
        place = places.get(head.i, index)
        begin = start + token.idx
        yield Word(
            index, begin, begin + len(token.text), token.text, token.lemma_, token.pos_,
            _features(str(token.morph)), place, "root" if place == index else token.dep_,
        )  # fmt: skip


@lru_cache(maxsize=NAMES)
def _features(said: str) -> Mapping[str, str]:
    pairs = (feature.partition("=")[::2] for feature in said.split("|") if "=" in feature)
    return MappingProxyType(dict(pairs))


def _sentences(doc: Doc, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    for sentence in doc.sents:
        inside = [places[token.i] for token in sentence if token.i in places]
        if inside:
            yield inside[0], inside[-1] + 1


def version(wanted: str) -> str:
    """Name and version of the pipeline to use, ``""`` where there is none: what a signature says.

    Raises:
        ConfigError: as :func:`folder_of`.
    """
    folder = folder_of(wanted)
    if folder is None:
        return ""
    import json

    said: dict[str, Any] = json.loads((folder / "meta.json").read_bytes())
    return f"mtqa-ro-core-{said.get('version', '?')}"


__all__ = ["Entity", "Parse", "Word", "analyse", "folder_of", "installed", "load", "version"]
