"""The letters of Hungarian and their sounds (own compilation, 2026, CC0)."""
