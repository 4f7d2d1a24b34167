"""Joins a TSV with the cells of each string, streaming: `table names out`."""

import sys

import polars

table, names, out = sys.argv[1:]
options = {"separator": "\t", "quote_char": None, "infer_schema": False}
left = polars.scan_csv(table, **options)
right = polars.scan_csv(names, **options)
joined = left.join(right, on="drug", how="left", maintain_order="left")
joined.sink_csv(out, separator="\t", quote_style="never")
