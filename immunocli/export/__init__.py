"""Writes the whole record as tables: one SQLite file, or a directory of CSV files."""
