"""Misspelt words and lost or legacy diacritics."""
