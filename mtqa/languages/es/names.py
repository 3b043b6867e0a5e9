"""How Spanish writes names (own compilation, 2026, CC0)."""
