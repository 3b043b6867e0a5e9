"""Spanish: what `mtqa.languages.tables` reads."""
