"""Formats in: what turns files into articles."""

from mtqa.readers.text import read_article, read_text

__all__ = ["read_article", "read_text"]
