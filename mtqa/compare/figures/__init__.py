"""Figures of a text read as values: numbers in digits and words, dates, times, money, units."""

from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.scan import quantities
from mtqa.compare.figures.words import LANGUAGES

__all__ = ["LANGUAGES", "Quantity", "quantities"]
