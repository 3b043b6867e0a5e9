"""Entries of two feeds that say the same, told by their headlines and leads.

The likeness is that of the aligner's encoder. A pair must be each other's best by a margin, for the
partner of an entry may be missing: measured on documents of NTREX, a half of which have lost their
partner, e5 pairs 97 in 100 and the lexical encoder 93 (English) or 54 (German); 1 pair in 100 is
wrong, most of these parts of one article. Places in the feeds say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.readers.feed import FeedEntry

#: Characters of an entry that are compared: headline and lead.
_LEAD = 400
#: More entries than this are not compared, each with each.
_MOST = 1_000
#: Least likeness, and its distance from the next likely: of the lexical encoder, and of models,
#: whose vectors are centred first.
_LEXICAL, _MODEL = (0.2, 0.08), (0.5, 0.1)
#: With fewer others than this a distance from them says little; then the lexical encoder, which
#: takes a shared word for much, must find more.
_FEW, _MORE = 4, 0.15


def by_content(
    ours: Sequence[FeedEntry], theirs: Sequence[FeedEntry], encoder: str, language: str | None
) -> Iterator[tuple[FeedEntry, FeedEntry]]:
    """The entries that are translations of each other, as far as it is certain.

    Args:
        ours: entries in Romanian.
        theirs: entries in the language translated from.
        encoder: name of an encoder, see :func:`mtqa.align.by_name`.
        language: ISO 639-1 code of the source; detected if not given.

    Raises:
        EncoderError: there is no such encoder.
    """
    if not ours or not theirs or max(len(ours), len(theirs)) > _MOST:
        return
    import numpy as np

    from mtqa.align import by_name, detect
    from mtqa.align.encoder import centre

    leads = [[_lead(entry) for entry in side] for side in (ours, theirs)]
    encode = by_name(encoder, language or detect(" ".join(leads[1])))
    lexical = encode.name == "lexical"
    rows = [encode.encode(side) for side in leads]
    if not lexical:
        rows = [side - centre(encode) for side in rows]
        rows = [
            side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in rows
        ]
    likeness = rows[0] @ rows[1].T
    floor, margin = _LEXICAL if lexical else _MODEL
    for i, row in enumerate(likeness):
        j = int(row.argmax())
        others = np.concatenate((np.delete(row, j), np.delete(likeness[:, j], i)))
        next_best = float(others.max()) if others.size else 0.0
        least = floor + _MORE if lexical and others.size < _FEW else floor
        if row[j] >= least and row[j] - next_best >= margin:
            yield ours[i], theirs[j]


def _lead(entry: FeedEntry) -> str:
    return " ".join(entry.text.split())[:_LEAD]
