"""Sentence alignment: which Romanian sentence says which source sentence.

>>> from mtqa.align import Aligner, by_name
>>> found = Aligner(by_name("lexical")).align(["On 5 May he left."], ["A plecat pe 5 mai."])
>>> [(bead.source, bead.target) for bead in found.beads]
[((0,), (0,))]
"""

from mtqa.align.aligner import Aligner, Alignment
from mtqa.align.article import align_articles, sentences
from mtqa.align.beads import Bead
from mtqa.align.encoder import (
    CachedEncoder,
    E5Encoder,
    Encoder,
    EncoderError,
    SentenceTransformerEncoder,
    by_name,
)
from mtqa.align.evaluate import Tally, evaluate
from mtqa.align.lexical import LexicalEncoder
from mtqa.languages.sentences import detect

__all__ = [
    "Aligner",
    "Alignment",
    "Bead",
    "CachedEncoder",
    "E5Encoder",
    "Encoder",
    "EncoderError",
    "LexicalEncoder",
    "SentenceTransformerEncoder",
    "Tally",
    "align_articles",
    "by_name",
    "detect",
    "evaluate",
    "sentences",
]
