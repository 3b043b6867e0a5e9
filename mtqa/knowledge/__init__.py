"""The lexicons: word forms, translations, places and people; each loads on its first use."""

from mtqa.lexicon.analysis import Analysis
from mtqa.lexicon.foreign import Foreign, foreign, foreign_words
from mtqa.lexicon.people import (
    Institution,
    Loanword,
    Medium,
    People,
    Person,
    institutions,
    loanwords,
    media,
    people,
)
from mtqa.lexicon.places import Place, PlaceForm, Places, places
from mtqa.lexicon.spelling import comma, fold, modern
from mtqa.lexicon.translations import Lexicon, en_ro
from mtqa.lexicon.words import Words, romanian

__all__ = [
    "Analysis",
    "Foreign",
    "Institution",
    "Lexicon",
    "Loanword",
    "Medium",
    "People",
    "Person",
    "Place",
    "PlaceForm",
    "Places",
    "Words",
    "comma",
    "en_ro",
    "fold",
    "foreign",
    "foreign_words",
    "institutions",
    "loanwords",
    "media",
    "modern",
    "people",
    "places",
    "romanian",
]
