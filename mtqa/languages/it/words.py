"""Common words of Italian, and what its words are like (own compilation, 2026, CC0)."""

RANK = 5
NAME = ("Italian", "italiană")
FREQUENT = "il di che la e per un in con del non una sono della si al dei anche da più alla nel"
TELLING = (
    "il gli della di che è una per con del sono nel alla dei anche più ha come dal questo delle "
    "stato nella essere"
)
ABBREVIATIONS = "sig sigg dott avv ing on art pag"
ELIDES = True
AGREEMENT = ("s", "es", "e", "a", "as")
ENDINGS = ("hi", "he", "i", "e", "o", "a")
CLAUSES = "e|ma|o|che|dove|mentre|dopo|nonostante|secondo|senza"
