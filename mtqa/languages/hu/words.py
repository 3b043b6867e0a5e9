"""Common words of Hungarian, and what its words are like (own compilation, 2026, CC0)."""

RANK = 6
NAME = ("Hungarian", "maghiară")
FREQUENT = "a az és hogy nem is egy volt meg csak már ez de ki azt el kell még sem mint lesz van ha"
TELLING = "az és hogy nem egy volt meg ez azt már csak is vagy el mint még szerint után lesz"
ABBREVIATIONS = "dr pl ill kb ún"
HANGING = 6
COMPOUNDS = True
FREE_ORDER = True
ENDINGS = ("okat", "eket", "ban", "ben", "nak", "nek", "ok", "ek", "ak", "t", "k")
CLAUSES = "és|de|vagy|hogy|aki|akik|ami|amely|miután|mert|szerint"
