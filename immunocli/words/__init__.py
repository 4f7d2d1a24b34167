"""Compares words: search, questions, alarms."""
