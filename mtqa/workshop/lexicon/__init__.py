"""How the tables of words are made from other packages' data."""
