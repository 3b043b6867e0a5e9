"""Russian: what `mtqa.languages.tables` reads."""
