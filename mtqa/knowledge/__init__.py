"""What mtqa knows of wrong renderings: tables, and the one reader of their one row format."""
