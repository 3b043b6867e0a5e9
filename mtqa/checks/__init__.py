"""One file per error family; a check is a docstring, an MQM category and a ``find``."""

from mtqa.checks import (
    addition,
    boilerplate,
    calques,
    casing,
    compounds,
    consistency,
    garbled,
    grammar,
    house_names,
    lexical_names,
    lexical_places,
    lexical_spellings,
    markup,
    names,
    numbers,
    orthography,
    punctuation,
    quotes,
    salad,
    source_names,
    spacing,
    speakers,
    spelling,
    terms,
    untranslated,
    untranslated_names,
)
from mtqa.checks.base import Check, Message, View

#: Every check of the house, family by family; ``mtqa checks`` prints them in this order.
BUILT_IN: tuple[type[Check], ...] = (
    *house_names.CHECKS,
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
    *terms.CHECKS,
    *consistency.CHECKS,
    *addition.CHECKS,
    *numbers.CHECKS,
    *orthography.CHECKS,
    *spelling.CHECKS,
    *grammar.CHECKS,
    *spacing.CHECKS,
    *casing.CHECKS,
    *punctuation.CHECKS,
    *quotes.CHECKS,
    *speakers.CHECKS,
    *markup.CHECKS,
    *boilerplate.CHECKS,
)

__all__ = ["BUILT_IN", "Check", "Message", "View"]
