"""Which pieces of XLM-R's vocabulary the languages at hand need.

250,000 pieces cover a hundred languages; the embedding of those that English, German, French,
Spanish, Italian, Hungarian, Russian, Ukrainian and Romanian text never uses is dead weight. A
piece is kept by how often it is used, each language having its share; what is dropped is spelt
with smaller pieces.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

#: XLM-R's special pieces, first in every vocabulary: start, padding, end, unknown.
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
UNKNOWN = 3
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
#: The share of each language in the choice: Romanian is in every pair, English in most.
SHARES = {
    "ro": 4.0, "en": 3.0, "de": 2.0, "fr": 1.5,
    "ru": 1.0, "uk": 0.7, "hu": 0.7, "es": 1.0, "it": 1.0,
}  # fmt: skip


def tokenizer_of(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """XLM-R's tokenizer over these pieces: a unigram model (Kudo 2018) behind a word split.

    Cedillas become commas before anything else: half of Romanian text on the web has the one, half
    the other, and they mean the same letter. Soft hyphens, which web pages leave inside words, go.
    """
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            *(normalizers.Replace(a, b) for a, b in ("şș", "ţț", "ŞȘ", "ŢȚ")),
            normalizers.Replace("\u00ad", ""),
            normalizers.Replace(Regex(r"\s+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def choose(
    pieces: Sequence[tuple[str, float]], counts: dict[str, Counter[int]], size: int
) -> list[int]:
    """The numbers of the pieces to keep, in their old order.

    Args:
        pieces: all of them, with scores.
        counts: how often each is used in the text of a language.
        size: how many to keep, special ones and single letters among them.
    """
    weight: Counter[int] = Counter()
    for language, used in counts.items():
        total = sum(used.values())
        for piece, times in used.items():
            weight[piece] += SHARES[language] * times / total  # type: ignore[assignment]
    kept = set(range(len(SPECIAL)))
    kept.update(n for n, (piece, _) in enumerate(pieces) if _spells(piece))
    for piece, _ in weight.most_common():
        if len(kept) >= size:
            break
        kept.add(piece)
    return sorted(kept)


def _spells(piece: str) -> bool:
    """Whether a piece is what any text can be spelt with: a letter of ours, a sign, a number."""
    bare = piece.lstrip("▁")
    if not bare.isascii() and len(bare) == 1:
        return unicodedata.category(bare)[0] != "L" or unicodedata.name(bare, "").startswith(
            _SCRIPTS
        )
    return len(bare) <= 1 or (bare.isascii() and not any(c.isalpha() for c in bare))


def count(tokenizer: Tokenizer, texts: Iterable[tuple[str, float]]) -> Counter[int]:
    """How often each piece is used, texts weighted."""
    counts: Counter[int] = Counter()
    texts = list(texts)
    found = tokenizer.encode_batch([text for text, _ in texts], add_special_tokens=False)
    for encoding, (_, weight) in zip(found, texts, strict=True):
        for piece in encoding.ids:
            counts[piece] += weight  # type: ignore[assignment]
    return counts
