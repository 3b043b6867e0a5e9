"""Broken words and sentences: half-translated compounds, loops, encoding damage, word salad."""
