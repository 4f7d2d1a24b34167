"""`immuno data export`: the record as tables."""
