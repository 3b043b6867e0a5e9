"""What measures and builds mtqa; it reads every room, no room reads it, no wheel has it."""
