"""A folder a language, and what holds for all: codes, sentences."""
