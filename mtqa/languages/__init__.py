"""A folder a language, read by `mtqa.languages.tables`; what holds for all: codes, sentences."""
