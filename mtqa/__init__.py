"""mtqa: the quality checker for machine-translated Romanian news."""

__version__ = "0.1.0"
