"""People, places and organisations."""
