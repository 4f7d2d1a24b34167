"""Questions over the data: each takes what it needs and returns records or raises."""
