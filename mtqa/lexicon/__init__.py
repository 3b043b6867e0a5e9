"""The lexicons: word forms, translations, places and people; each loads on its first use."""

from mtqa.lexicon.analysis import Analysis
from mtqa.lexicon.foreign import Foreign, foreign, foreign_words
from mtqa.lexicon.spelling import comma, fold, modern
from mtqa.lexicon.translations import Lexicon, en_ro
from mtqa.lexicon.words import Words, romanian

__all__ = [
    "Analysis",
    "Foreign",
    "Lexicon",
    "Words",
    "comma",
    "en_ro",
    "fold",
    "foreign",
    "foreign_words",
    "modern",
    "romanian",
]
