"""The house's glossary, and one rendering for one thing."""
