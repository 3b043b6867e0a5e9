"""Figures of a text read as values: numbers in digits and words, dates, times, money, units."""

from mtqa.figures.quantity import Quantity
from mtqa.figures.scan import quantities
from mtqa.figures.words import LANGUAGES

__all__ = ["LANGUAGES", "Quantity", "quantities"]
