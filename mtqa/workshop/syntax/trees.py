"""Trees of Universal Dependencies 1 brought to version 2, as far as Romanian needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mtqa.workshop.syntax.treebank import Sentence, Token

#: Relations that only have another name; https://universaldependencies.org/v2/summary.html
_RENAMED = {
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "foreign": "flat",
    "mwe": "fixed",
    "name": "flat",
    "neg": "advmod",
    "nmod:agent": "obl:agent",
    "nmod:pmod": "obl:pmod",
    "nmod:tmod": "obl:tmod",
    "nsubjpass": "nsubj:pass",
}
#: What depends on a noun stays ``nmod``; on these it is an oblique now.
_CLAUSAL = frozenset(("VERB", "AUX", "ADJ", "ADV"))
#: What older releases call ``amod`` or ``nmod`` at times, and newer ones never.
_BY_TAG = {"ADJ": "amod", "DET": "det", "NUM": "nummod"}
#: Where a predicate is left out version 2 has another structure: such trees are not used.
_OTHER_STRUCTURE = "remnant"


def to_v2(sentence: Sentence) -> Sentence:
    """The sentence with relations of version 2.

    Punctuation and conjunctions go to the conjunct that follows them; a tree that cannot be
    brought over loses its heads and keeps its tags.
    """
    tokens = sentence.tokens
    if any(token.deprel == _OTHER_STRUCTURE for token in tokens):
        return sentence.without_tree()
    heads = _coordinated(tokens)
    if not _is_tree(heads):
        return sentence.without_tree()
    return replace(
        sentence,
        tokens=tuple(
            replace(token, head=head, deprel=_relation(token, tokens))
            for token, head in zip(tokens, heads, strict=True)
        ),
    )


def _relation(token: Token, tokens: Sequence[Token]) -> str:
    assert token.head is not None
    if token.deprel in ("amod", "nmod") and token.upos in _BY_TAG:
        return _BY_TAG[token.upos]
    if token.deprel == "nmod" and tokens[token.head].upos in _CLAUSAL:
        return "obl"
    return _RENAMED.get(token.deprel, token.deprel)


def _coordinated(tokens: Sequence[Token]) -> list[int]:
    heads = [token.head for token in tokens]
    moved = [head for head in heads if head is not None]
    for place, token in enumerate(tokens):
        first = moved[place]
        if token.deprel not in ("cc", "punct") or place <= first:
            continue
        following = next(
            (i for i in range(place + 1, len(tokens))
             if tokens[i].deprel == "conj" and tokens[i].head == first),
            None,
        )  # fmt: skip
        if following is None:
            continue
        between = [
            i for i in range(place + 1, following)
            if tokens[i].head == first and tokens[i].deprel not in ("cc", "punct", "advmod")
        ]  # fmt: skip
        if token.deprel == "cc" or not between:
            moved[place] = following
    return moved


def _is_tree(heads: Sequence[int]) -> bool:
    """Whether every token comes to one root; RONEC's parser left some circles."""
    if sum(head == place for place, head in enumerate(heads)) != 1:
        return False
    for place in range(len(heads)):
        steps = 0
        while heads[place] != place and steps <= len(heads):
            place, steps = heads[place], steps + 1
        if steps > len(heads):
            return False
    return True
