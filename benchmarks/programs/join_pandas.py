"""Joins a TSV with the cells of each string in pandas: `table names out`."""

import csv
import sys

import pandas

table, names, out = sys.argv[1:]
options = {"sep": "\t", "dtype": str, "keep_default_na": False, "quoting": csv.QUOTE_NONE}
left = pandas.read_csv(table, **options)
right = pandas.read_csv(names, **options)
left.merge(right, on="drug", how="left").to_csv(out, sep="\t", index=False, quoting=csv.QUOTE_NONE)
