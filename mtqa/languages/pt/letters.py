"""The letters of Portuguese and their sounds (own compilation, 2026, CC0)."""
