"""The letters of English and their sounds (own compilation, 2026, CC0)."""

SLAVIC_SOUNDS = (
    ("shch|tch|dzh|dj|zh|ch|sh|tz|ts|[čšžć]|(?<=[iy])c$", "c"),
    ("kh", "h"),
    ("ck|c|q", "k"),
    ("x", "ks"),
)
