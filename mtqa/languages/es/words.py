"""Common words of Spanish, and what its words are like (own compilation, 2026, CC0)."""

RANK = 4
NAME = ("Spanish", "spaniolă")
FREQUENT = "el la los de y que en las por un con una se del para su más al como pero fue este ha no"
TELLING = (
    "el los las una por con para del que fue más como está han sus pero según este ha y también "
    "desde sobre cuando"
)
ABBREVIATIONS = "sr sra srta dr dra ud uds núm tel etc"
AGREEMENT = ("s", "es", "e", "a", "as")
ENDINGS = ("es", "os", "as", "s", "o", "a")
CLAUSES = "y|pero|o|que|donde|mientras|tras|pese a|según|sin"
