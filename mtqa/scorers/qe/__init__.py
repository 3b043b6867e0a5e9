"""Quality estimation by mtqa's own model: a score and error spans, with the source or without.

The model is the distribution ``mtqa-qe-ro``; where it is installed mtqa uses it. How it is trained
is in :mod:`mtqa.workshop.training`.
"""
