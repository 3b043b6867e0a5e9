"""What the pipeline learns from, and what it is measured on."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.errors import MtqaError
from mtqa.workshop.syntax.entities import named, ronec2
from mtqa.workshop.syntax.tags import by_table
from mtqa.workshop.syntax.treebank import Sentence, Token, conllu, msd
from mtqa.workshop.syntax.trees import to_v2

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: Of so many sentences of the treebank's dev part one chooses the weights, the others are learnt.
_CHOOSING = 3
#: Of so many of RONEC's sentences, which a program parsed, one is learnt.
_SILVER = 2
#: Of so many sentences one is shown a second time, without its diacritics.
_BARE = 12


@dataclass(frozen=True, slots=True)
class Data:
    """Sentences for one purpose each.

    Attributes:
        trees: with tags and, where there is one, a tree of version 2, of the training part.
        choosing: a third of the treebank's dev part.
        names, names_choosing: with names.
    """

    trees: tuple[Sentence, ...]
    choosing: tuple[Sentence, ...]
    names: tuple[Sentence, ...]
    names_choosing: tuple[Sentence, ...]


def read(folder: Path) -> Data:
    """Everything that is learnt from; no sentence of a test part, however it is cut or spelt.

    Raises:
        MtqaError: the data is not there.
    """
    treebank, ronec = folder / "ud-ro-rrt", folder / "ronec"
    try:
        dev = conllu(treebank / "ro_rrt-ud-dev.conllu")
        test = {s.key for s in conllu(treebank / "ro_rrt-ud-test.conllu")}
        annotated = _with_trees(
            msd(treebank / "train-msd.tsv"), conllu(treebank / "train-trees-ud1.conllu")
        )
        silver = [to_v2(by_table(s)) for s in conllu(ronec / "v1" / "ronec.conllup.gz")]
        valid, tested = ronec2(ronec / "v2" / "valid.json"), ronec2(ronec / "v2" / "test.json")
    except OSError as problem:
        raise MtqaError(f"{problem.filename}: not there; set MTQA_DATA to the data") from None
    choosing = [s for i, s in enumerate(dev) if i % _CHOOSING == 0]
    held = test | {s.key for s in dev}
    learnt = [by_table(s) for i, s in enumerate(dev) if i % _CHOOSING]
    learnt += [*annotated, *(s for s in silver[::_SILVER] if s.key not in held)]
    names = named(valid, silver, {s.key for s in tested} | held)
    return Data(
        (*learnt, *_bare(learnt)),
        tuple(choosing),
        tuple(names[len(names) // 20 :]),
        tuple(names[: len(names) // 20]),
    )


def _with_trees(tagged: Sequence[Sentence], trees: Iterable[Sentence]) -> list[Sentence]:
    """The tagged sentences, with a tree where an older release has one, and the trees that are
    cut otherwise."""
    found = {tree.forms: tree for tree in trees}
    joined = []
    for sentence in map(by_table, tagged):
        tree = found.pop(sentence.forms, None)
        joined.append(to_v2(_joined(sentence, tree)) if tree else sentence)
    return joined + [to_v2(by_table(tree)) for tree in found.values()]


def _joined(sentence: Sentence, tree: Sentence) -> Sentence:
    pairs = zip(sentence.tokens, tree.tokens, strict=True)
    return replace(
        sentence, tokens=tuple(replace(t, head=o.head, deprel=o.deprel) for t, o in pairs)
    )


def _bare(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Some of the sentences as people type them who have no Romanian keyboard."""
    return [
        replace(
            sentence, tokens=tuple(replace(t, form=without_marks(t.form)) for t in sentence.tokens)
        )
        for sentence in sentences[::_BARE]
    ]


def without_marks(text: str) -> str:
    """``fără`` as ``fara``."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def doc(sentence: Sentence, vocab: Vocab, wanted: Sequence[str]) -> Doc:
    """The sentence as spaCy wants it.

    Args:
        sentence: with tags, a tree or names.
        vocab: of the pipeline.
        wanted: ``tags``, ``tree``, ``names``: what to show of it.
    """
    from spacy.tokens import Doc

    tokens = sentence.tokens
    given: dict[str, Any] = {}
    if "tags" in wanted:
        given["pos"] = [t.upos for t in tokens]
        given["morphs"] = [t.feats for t in tokens]
        given["lemmas"] = [t.lemma for t in tokens]
    if "tree" in wanted and all(t.head is not None for t in tokens):
        given["heads"] = [t.head for t in tokens]
        given["deps"] = ["ROOT" if t.deprel == "root" else t.deprel for t in tokens]
    else:
        given["sent_starts"] = [i == 0 for i in range(len(tokens))]
    if "names" in wanted:
        given["ents"] = [t.entity for t in tokens]
    return Doc(vocab, words=[t.form for t in tokens], spaces=[t.space for t in tokens], **given)


def write(sentences: Iterable[Sentence], path: Path, wanted: Sequence[str], seed: int = 7) -> None:
    """Write the sentences in a random order for ``spacy.Corpus.v1``."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    docs = [doc(sentence, vocab, wanted) for sentence in sentences]
    random.Random(seed).shuffle(docs)
    DocBin(store_user_data=False, docs=docs).to_disk(path)


def words(sentences: Iterable[Sentence]) -> Iterable[tuple[str, str, str, str]]:
    """Form, lemma, part of speech and features of every token."""
    for sentence in sentences:
        for token in sentence.tokens:
            yield token.form, token.lemma, token.upos, token.feats


__all__ = ["Data", "Token", "doc", "read", "without_marks", "words", "write"]
