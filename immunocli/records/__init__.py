"""Declares the kinds of record that questions are answered with, a module a kind."""
