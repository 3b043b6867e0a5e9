"""English: what `mtqa.languages.tables` reads."""
