"""Keeps the data: read, checked, indexed, believed."""
