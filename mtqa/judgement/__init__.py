"""What becomes of the issues that the checks found: which are shown, and how grave they are."""
