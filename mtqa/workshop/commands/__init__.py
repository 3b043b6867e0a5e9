"""Commands that need a checkout: corruptions and training. ``mtqa --help`` shows them there."""
