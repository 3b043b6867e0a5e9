"""How the model is made: body, labels, corruptions, training, export. Needs ``mtqa[train]``."""
