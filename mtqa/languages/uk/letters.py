"""The letters of Ukrainian and their sounds (own compilation, 2026, CC0)."""

CYRILLIC = True
OWN = "іїєґ"
H_FOR_G = True
