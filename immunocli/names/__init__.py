"""Reads names: what a string names, and how surely."""
