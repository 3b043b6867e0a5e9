"""Clauses that stand twice in the target of a bead though the source has them once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.compare.coverage.beads import ArticleBeads, Bead

#: So many words in a row make a repetition, and so many of them carry content.
_WORDS, _CONTENT = 4, 3


def repeated(article: ArticleBeads) -> Iterator[tuple[int, int]]:
    """The second of two equal clauses of a bead, as half-open spans of the target."""
    for bead in article.beads:
        if len(bead.target_words) < 2 * _CONTENT or not bead.source_spans:
            continue
        found = _repetition(bead)
        if found is not None and not _is_repeated_there(bead):
            yield found


def _repetition(bead: Bead) -> tuple[int, int] | None:
    """The longest second occurrence of a run of words, cut at nothing but its ends."""
    tokens = [token for token in bead.tokens if token.is_word or token.text[0].isdigit()]
    forms = [token.text.lower() for token in tokens]
    content = {word.start for word in bead.target_words}
    seen: dict[tuple[str, ...], int] = {}
    best: tuple[int, int] | None = None
    at = 0
    while at + _WORDS <= len(forms):
        key = tuple(forms[at : at + _WORDS])
        first = seen.setdefault(key, at)
        if first == at or first + _WORDS > at:
            at += 1
            continue
        length = _extent(forms, first, at)
        carried = sum(tokens[k].start in content for k in range(at, at + length))
        if carried >= _CONTENT and (best is None or length > best[1] - best[0]):
            best = (at, at + length)
        at += length
    return None if best is None else (tokens[best[0]].start, tokens[best[1] - 1].end)


def _extent(forms: Sequence[str], first: int, second: int) -> int:
    length = 0
    while (
        second + length < len(forms)
        and first + length < second
        and (forms[first + length] == forms[second + length])
    ):
        length += 1
    return length


def _is_repeated_there(bead: Bead) -> bool:
    """Whether the source repeats three words in a row itself."""
    text = bead.article.source
    words = [w for s in bead.source_spans for w in text[s.start : s.end].lower().split()]
    triples = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    return len(set(triples)) < len(triples)
