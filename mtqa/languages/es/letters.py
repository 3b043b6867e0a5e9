"""The letters of Spanish and their sounds (own compilation, 2026, CC0)."""
