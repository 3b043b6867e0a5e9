"""How French writes names (own compilation, 2026, CC0)."""

BEFORE_TOWNS = r"\b(?:[Àà]|[Dd]e) $"
TITLES_OF_MEN = "monsieur"
TITLES_OF_WOMEN = "madame"
