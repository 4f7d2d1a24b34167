"""`immuno mcp`, as the official SDK's own client sees it."""
