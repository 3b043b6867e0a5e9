"""What ``mtqa_ro_core`` takes from mtqa: tokens, sentences, what is seen of a word, and lemmas.

spaCy loads this by entry point, and the package ``mtqa_ro_core`` imports it before its pipeline is
read; nothing else of mtqa does at once, as spaCy takes a second to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from mtqa.languages.ro.lemmas import Lemmas
from mtqa.languages.ro.sentences import split
from mtqa.languages.ro.tokens import tokens
from mtqa.languages.ro.word_features import COLUMNS, seen

if TYPE_CHECKING:
    from spacy.vocab import Vocab
    from thinc.api import Model


class RomanianTokenizer:
    """spaCy's interface to :func:`mtqa.languages.ro.tokens.tokens`; no character is lost."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc whose text equals ``text``; stray white space becomes tokens of its own."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for token in tokens(text):
            if token.start > position:
                _white_space(text[position : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            position = token.end
        if position < len(text):
            _white_space(text[position:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to save."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> RomanianTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Nothing to save."""

    def from_disk(self, path: Any, **kwargs: Any) -> RomanianTokenizer:
        """Nothing to load."""
        return self


def _white_space(gap: str, words: list[str], spaces: list[bool]) -> None:
    """A single space belongs to the token before it; anything else is a token."""
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


@registry.tokenizers("mtqa.ro.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], RomanianTokenizer]:
    """The tokenizer factory for spaCy configurations."""
    return lambda nlp: RomanianTokenizer(nlp.vocab)


@Language.component("mtqa_sentences", assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Begin sentences where mtqa does, and nowhere else: the parser keeps to it."""
    begins = {start for start, _ in split(doc.text)}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in begins
    return doc


@registry.architectures("mtqa.WordEmbed.v1")  # type: ignore[untyped-decorator]
def make_embedding(width: int, rows: dict[str, int]) -> Model[list[Doc], list[Any]]:
    """spaCy's ``MultiHashEmbed`` with mtqa's columns (:mod:`mtqa.languages.ro.word_features`).

    Args:
        width: of each table, and of what comes out.
        rows: of each column's table.
    """
    from thinc.api import (
        HashEmbed,
        Maxout,
        Model,
        chain,
        concatenate,
        list2ragged,
        ragged2list,
        with_array,
    )

    tables: list[Model[Any, Any]] = [
        HashEmbed(width, rows[name], column=column, seed=8 + column, dropout=0.0)
        for column, name in enumerate(COLUMNS)
    ]
    return chain(
        Model("mtqa_word_features", _extract),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )


def _extract(model: Any, docs: Iterable[Any], is_train: bool) -> tuple[list[Any], Any]:
    features = [model.ops.asarray2i([seen(t.text) for t in doc], dtype="uint64") for doc in docs]
    return features, lambda gradient: []


class Lemmatizer:
    """Gives every token its lemma, by the tag that it has."""

    def __init__(self) -> None:
        self.lemmas = Lemmas()

    def __call__(self, doc: Doc) -> Doc:
        """Fill ``token.lemma``; wants ``token.pos`` and ``token.morph``."""
        for token in doc:
            token.lemma_ = self.lemmas.lemma(token.text, token.pos_, str(token.morph))
        return doc

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write what was learnt to the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lemmas.json.gz").write_bytes(self.lemmas.to_bytes())

    def from_disk(self, path: str | Path, **kwargs: Any) -> Lemmatizer:
        """Read what was learnt from the folder ``path``."""
        self.lemmas = Lemmas.from_bytes((Path(path) / "lemmas.json.gz").read_bytes())
        return self

    def to_bytes(self, **kwargs: Any) -> bytes:
        """What was learnt."""
        return self.lemmas.to_bytes()

    def from_bytes(self, data: bytes, **kwargs: Any) -> Lemmatizer:
        """Take what was learnt."""
        self.lemmas = Lemmas.from_bytes(data)
        return self


@Language.factory("mtqa_lemmatizer", assigns=["token.lemma"], requires=["token.pos", "token.morph"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """The lemmatizer: the dictionary's lemma for the tag, else the one that endings suggest."""
    return Lemmatizer()
