"""What every room may use: files, lines, spreadsheets, how much work a text may cost."""
