"""What is missing, and what stands there that nobody said."""
