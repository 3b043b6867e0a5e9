"""How the aligner is trained."""
