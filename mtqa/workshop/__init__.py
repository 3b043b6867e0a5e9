"""What measures and builds mtqa; it reads every room and no room reads it, nor is it in the wheel."""
