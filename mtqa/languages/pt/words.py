"""Common words of Portuguese, and what its words are like (own compilation, 2026, CC0)."""

RANK = 9
NAME = ("Portuguese", "portugheză")
FREQUENT = "o a os de e que do da em um para com uma não no na por mais dos como foi ao se das são"
TELLING = "os uma não para com por foi mais dos das são pelo pela ao seu sua também está nos em"
ABBREVIATIONS = "sr sra srs dr dra eng prof av núm tel etc lda ltda art pág"
AGREEMENT = ("s", "es", "e", "a", "as")
ENDINGS = ("ões", "ães", "es", "os", "as", "s", "o", "a")
CLAUSES = "e|mas|ou|que|onde|enquanto|após|apesar|segundo|sem"
