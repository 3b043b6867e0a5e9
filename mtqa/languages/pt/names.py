"""How Portuguese writes names (own compilation, 2026, CC0)."""

TITLES_OF_MEN = "senhor dom"
TITLES_OF_WOMEN = "senhora dona"
