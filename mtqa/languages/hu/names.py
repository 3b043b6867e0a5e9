"""How Hungarian writes names (own compilation, 2026, CC0)."""

SURNAME_FIRST = True
INFLECTED = True
CUT = 4
