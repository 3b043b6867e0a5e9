"""One word in its place: how its letters look, what the source has like it, what that is worth."""
