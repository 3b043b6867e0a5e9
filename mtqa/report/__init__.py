"""Reports: the console table and the JSON contract."""
