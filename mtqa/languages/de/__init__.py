"""German: what `mtqa.languages.tables` reads."""
