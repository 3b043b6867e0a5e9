"""Names as RONEC marks them, its two versions brought together."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from mtqa.workshop.syntax.treebank import Sentence, Token

#: Labels of RONEC 1 that have another name in RONEC 2.
_LABELS = {"ORGANIZATION": "ORG", "NUMERIC_VALUE": "NUMERIC"}
#: What only RONEC 1 has: things that are sold, most of them common nouns.
_LEFT_OUT = frozenset(("PRODUCT",))


def ronec2(path: Path) -> list[Sentence]:
    """The sentences of a JSON file of RONEC 2."""
    return [
        Sentence(tuple(
            Token(form, "", space=space, entity=tag)
            for form, space, tag in zip(
                row["tokens"], row["space_after"], row["ner_tags"], strict=True
            )
        ))
        for row in json.loads(path.read_text(encoding="utf-8"))
    ]  # fmt: skip


def named(
    second: Iterable[Sentence], first: Iterable[Sentence], held: Collection[str]
) -> list[Sentence]:
    """Sentences with names: of RONEC 2, and of RONEC 1 what RONEC 2 has not read again.

    Args:
        second, first: sentences of RONEC 2 and of RONEC 1.
        held: keys of sentences that may not be learnt from.
    """
    newer = [sentence for sentence in second if sentence.key not in held]
    keys = {sentence.key for sentence in newer}
    older = [_renamed(s) for s in first if s.key not in held and s.key not in keys]
    return [*newer, *older]


def _renamed(sentence: Sentence) -> Sentence:
    return replace(
        sentence, tokens=tuple(replace(t, entity=_label(t.entity)) for t in sentence.tokens)
    )


def _label(entity: str) -> str:
    place, _, label = entity.partition("-")
    if label in _LEFT_OUT:
        return "O"
    return f"{place}-{_LABELS.get(label, label)}" if label else entity
