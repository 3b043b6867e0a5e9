"""One file per error family; a check is a docstring, an MQM category and a ``find``."""

from mtqa.checks import (
    addition,
    boilerplate,
    casing,
    garbled,
    names,
    numbers,
    orthography,
    punctuation,
    spacing,
)
from mtqa.checks.base import Check, Message, View

#: Every check of the house, family by family; ``mtqa checks`` prints them in this order.
BUILT_IN: tuple[type[Check], ...] = (
    *names.CHECKS,
    *garbled.CHECKS,
    *addition.CHECKS,
    *numbers.CHECKS,
    *orthography.CHECKS,
    *spacing.CHECKS,
    *casing.CHECKS,
    *punctuation.CHECKS,
    *boilerplate.CHECKS,
)

__all__ = ["BUILT_IN", "Check", "Message", "View"]
