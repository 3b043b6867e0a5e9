"""White space, capitals, punctuation, quotations, mark-up and what a page left in the text."""
