"""Speaks the same answers to assistants, over the Model Context Protocol."""
