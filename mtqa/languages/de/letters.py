"""The letters of German and their sounds (own compilation, 2026, CC0)."""

SLAVIC_ENDINGS = r"\w\w[oe]wa?|\w[oe]wi(?:tsch|c)|\wschwili"
SLAVIC_SOUNDS = (
    ("schtsch|dsch|tsch|sch|sh|tz|ts|z|[čšž]", "c"),
    ("ch|kh", "h"),
    ("ck|c|q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("(?<=[aeiouy])s(?=[aeiouyjwbdglmnr])", "z"),
)
SLAVIC_SPELLING = r"tsch|sch|w|(?<=[aeiou])j|^j|ij$"
