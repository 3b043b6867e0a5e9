"""Ukrainian: what `mtqa.languages.tables` reads."""
