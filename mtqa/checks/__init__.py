"""One file per error family; a check is a docstring, an MQM category and a ``find``."""

from mtqa.checks import (
    addition,
    boilerplate,
    calques,
    casing,
    compounds,
    garbled,
    grammar,
    lexical_names,
    lexical_places,
    lexical_spellings,
    names,
    numbers,
    orthography,
    punctuation,
    salad,
    source_names,
    source_punctuation,
    spacing,
    spelling,
    untranslated,
    untranslated_names,
)
from mtqa.checks.base import Check, Message, View

#: Every check of the house, family by family; ``mtqa checks`` prints them in this order.
BUILT_IN: tuple[type[Check], ...] = (
    *names.CHECKS,
    *lexical_names.CHECKS,
    *lexical_spellings.CHECKS,
    *lexical_places.CHECKS,
    # a lost name still rings too often on text that it was not tuned on
    *(check for check in source_names.CHECKS if check is not source_names.LostName),
    *garbled.CHECKS,
    *compounds.CHECKS,
    *salad.CHECKS,
    *untranslated.CHECKS,
    *untranslated_names.CHECKS,
    *calques.CHECKS,
    *addition.CHECKS,
    *numbers.CHECKS,
    *orthography.CHECKS,
    *spelling.CHECKS,
    *grammar.CHECKS,
    *spacing.CHECKS,
    *casing.CHECKS,
    *punctuation.CHECKS,
    *source_punctuation.CHECKS,
    *boilerplate.CHECKS,
)

__all__ = ["BUILT_IN", "Check", "Message", "View"]
