"""The letters of Russian and their sounds (own compilation, 2026, CC0)."""

CYRILLIC = True
OWN = "ыэёъ"
