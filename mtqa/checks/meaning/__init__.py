"""Meaning against the source, and English idioms rendered word for word."""
