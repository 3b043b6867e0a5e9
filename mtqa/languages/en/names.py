"""How English writes names (own compilation, 2026, CC0)."""

GENITIVE_S = True
TITLES_OF_MEN = "mr sir king prince lord actor father brother son husband"
TITLES_OF_WOMEN = (
    "mrs ms miss lady queen princess duchess actress mother sister daughter wife congresswoman "
    "businesswoman spokeswoman chairwoman"
)
