"""A folder a language, read by `mtqa.languages.tables`; and what holds for all: codes, sentences."""
