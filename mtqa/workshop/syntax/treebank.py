"""Sentences of the Romanian treebank and of RONEC, as they lie in ``MTQA_DATA``."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a treebank.

    Attributes:
        form, lemma: as annotated.
        upos, feats: of Universal Dependencies; ``feats`` is ``""`` where there are none.
        msd: the MULTEXT-East tag.
        head: place of the head in the sentence, its own place for the root, None without a tree.
        deprel: relation to the head, ``""`` without a tree.
        space: whether white space follows.
        entity: ``B-PERSON``, ``I-PERSON``, ``O``, or ``""`` where nobody looked for names.
    """

    form: str
    lemma: str
    upos: str = ""
    feats: str = ""
    msd: str = ""
    head: int | None = None
    deprel: str = ""
    space: bool = True
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the document of the treebank that it is from, if that is said."""

    tokens: tuple[Token, ...]
    document: str = ""
    forms: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", tuple(token.form for token in self.tokens))

    @property
    def key(self) -> str:
        """The same for the same sentence however it is cut into tokens or spelt."""
        text = "".join(self.forms).replace("-", "").lower()
        return text.translate(str.maketrans("şţ", "șț"))

    @property
    def text(self) -> str:
        """The sentence as running text."""
        pieces = [token.form + " " * token.space for token in self.tokens]
        return "".join(pieces).rstrip()

    def without_tree(self) -> Sentence:
        """The same without heads and relations."""
        return replace(
            self, tokens=tuple(replace(token, head=None, deprel="") for token in self.tokens)
        )


def conllu(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file, ``.gz`` or not, with RONEC's column of names or without."""
    opened = gzip.open if path.suffix == ".gz" else open
    sentences, rows, document = [], [], ""
    with opened(path, "rt", encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ")
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                tokens = _tokens([row for row in rows if row[0].isdigit()])
                sentences.append(Sentence(tokens, document))
                rows = []
    return sentences


def _tokens(rows: list[list[str]]) -> tuple[Token, ...]:
    names = iter(_entities([row[10] for row in rows])) if len(rows[0]) > 10 else None
    return tuple(
        Token(
            form=row[1],
            lemma=row[2],
            upos=row[3],
            feats="" if row[5] == "_" else row[5],
            msd=row[4],
            head=int(row[6]) - 1 if row[6] != "0" else int(row[0]) - 1,
            deprel=row[7],
            space="SpaceAfter=No" not in row[9],
            entity=next(names) if names else "",
        )
        for row in rows
    )


def _entities(column: Iterable[str]) -> Iterator[str]:
    """``1:PERSON``, ``1``, ``*`` as ``B-PERSON``, ``I-PERSON``, ``O``; of nested ones the first."""
    number, label = "", ""
    for cell in column:
        first = cell.split(";")[0]
        if first == "*":
            number = ""
            yield "O"
        elif ":" in first:
            number, label = first.split(":")
            yield f"B-{label}"
        else:
            yield f"I-{label}" if first == number else "O"


def msd(path: Path) -> list[Sentence]:
    """The sentences of ``train-msd.tsv``: form, lemma and tag, no tree; white space is guessed."""
    sentences: list[Sentence] = []
    rows: list[Token] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line:
            form, lemma, tag = line.split("\t")
            rows.append(Token(form, lemma, msd=tag))
        elif rows:
            sentences.append(Sentence(tuple(_spaced(rows))))
            rows = []
    return sentences


_NO_SPACE_BEFORE = frozenset(".,;:!?)]”…%")
_NO_SPACE_AFTER = frozenset("([„")


def _spaced(tokens: list[Token]) -> Iterator[Token]:
    for token, after in zip(tokens, [*tokens[1:], Token(".", ".")], strict=True):
        joined = (
            after.form in _NO_SPACE_BEFORE
            or token.form in _NO_SPACE_AFTER
            or (token.form[-1] == "-" and len(token.form) > 1)
            or (after.form[0] == "-" and len(after.form) > 1)
        )
        yield replace(token, space=not joined)
