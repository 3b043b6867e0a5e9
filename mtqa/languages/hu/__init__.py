"""Hungarian: what `mtqa.languages.tables` reads."""
