"""What measures and builds mtqa: it reads every room, no room reads it, and no wheel has it."""
