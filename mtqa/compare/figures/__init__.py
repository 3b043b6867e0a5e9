"""Figures of a text read as values: numbers in digits and words, dates, times, money, units."""

from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.roles import LANGUAGES
from mtqa.compare.figures.scan import quantities

__all__ = ["LANGUAGES", "Quantity", "quantities"]
