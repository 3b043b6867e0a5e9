"""Italian: what `mtqa.languages.tables` reads."""
