"""How German writes names (own compilation, 2026, CC0)."""

GENITIVE_S = True
BEFORE_TOWNS = r"\b(?:[Ii]n|[Aa]us|[Nn]ach|[Bb]ei|[Vv]on) $"
TITLES_OF_MEN = "herr"
TITLES_OF_WOMEN = "frau"
