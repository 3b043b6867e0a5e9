"""Figures, dates, times, currencies and units."""
