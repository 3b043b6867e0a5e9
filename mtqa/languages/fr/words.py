"""Common words of French, and what its words are like (own compilation, 2026, CC0)."""

RANK = 3
NAME = ("French", "franceză")
FREQUENT = "le la les et des du en est une que pour dans au qui sur pas par plus avec il ce"
TELLING = (
    "les des est une dans du qui que pour par sur avec pas sont cette été plus ont aux mais leur "
    "ses ces être il elle et"
)
ABBREVIATIONS = "mme mlle m mm dr av bld etc cf p pp ex art"
LEFTOVER = 4.5
ELIDES = True
AGREEMENT = ("s", "es", "e", "a", "as")
ENDINGS = ("aux", "es", "s", "x", "e")
CLAUSES = "et|mais|ou|qui|où|alors que|après|malgré|selon|sans"
