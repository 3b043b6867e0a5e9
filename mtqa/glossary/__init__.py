"""What the house says itself: its style sheet for names and its glossary of terms."""

from mtqa.glossary.entries import Gender, Kind, NameEntry, Placed, TermEntry
from mtqa.glossary.load import load_names, load_terms

__all__ = ["Gender", "Kind", "NameEntry", "Placed", "TermEntry", "load_names", "load_terms"]
