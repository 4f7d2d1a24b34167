"""Tables of any size, a piece at a time."""
