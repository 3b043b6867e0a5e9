"""What a translation covers of its source: links of content words, gaps, left-over words."""
