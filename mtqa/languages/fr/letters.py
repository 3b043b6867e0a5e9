"""The letters of French and their sounds (own compilation, 2026, CC0)."""

SLAVIC_ENDINGS = r"\wou\w+[kh]ine?|\w[oe]vitch"
SLAVIC_SOUNDS = (
    ("chtch|dj|tch|ch|ts|tz|j|ç", "c"),
    ("kh", "h"),
    ("gu(?=[eiéèïêy])", "g"),
    ("ou", "u"),
    ("ck|c|qu|q", "k"),
    ("x", "ks"),
    ("(?<=[a-z]in)e$", ""),
    ("w", "v"),
)
SLAVIC_SPELLING = r"tch|ou|ï|ine$|gu(?=[eéi])"
