"""The lexicons: word forms, translations, places and people; each loads on its first use."""

from mtqa.knowledge.analysis import Analysis
from mtqa.knowledge.foreign import Foreign, foreign, foreign_words
from mtqa.knowledge.lexicon import Words, romanian
from mtqa.knowledge.people import (
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
from mtqa.knowledge.places import Place, PlaceForm, Places, places
from mtqa.knowledge.spelling import comma, modern, without_marks
from mtqa.knowledge.translations import Lexicon, en_ro

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
    "foreign",
    "foreign_words",
    "institutions",
    "loanwords",
    "media",
    "modern",
    "people",
    "places",
    "romanian",
    "without_marks",
]
