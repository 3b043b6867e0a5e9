"""How fast things are, and how time grows."""
