"""The letters of Italian and their sounds (own compilation, 2026, CC0)."""
