"""Turns records into what people read; how it is shown is not decided here."""
