"""French: what `mtqa.languages.tables` reads."""
