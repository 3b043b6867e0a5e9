"""Portuguese: what `mtqa.languages.tables` reads."""
