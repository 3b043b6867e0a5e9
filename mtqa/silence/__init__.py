"""Which issues stay quiet: markers in the text, suppressions, baselines; how one is known again."""
