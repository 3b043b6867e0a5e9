"""How well mtqa, or anything, does on texts that people have judged."""
