"""Numbers about a translation: one protocol, and the metrics that follow it."""
