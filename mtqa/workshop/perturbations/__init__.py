"""Faults put into good translations, and how many of them are heard."""
