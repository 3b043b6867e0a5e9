"""``mtqa serve``: LanguageTool's HTTP protocol and our own, answered by worker processes.

One process owns the socket and never checks a text; workers check, each with a checker of its own,
and may be ended at any time. What came between a client and its answer is a status, never a hang.
"""
