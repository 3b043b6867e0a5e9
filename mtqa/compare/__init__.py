"""An aligned pair, read and compared: names, figures, coverage, meaning."""
