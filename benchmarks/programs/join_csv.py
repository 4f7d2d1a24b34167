"""Joins a TSV with the cells of each string by `csv` and a dict: `table names out`."""

import csv
import sys

table, names, out = sys.argv[1:]
options = {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "lineterminator": "\n"}
with open(names, encoding="utf-8", newline="") as file:
    known = {row[0]: row[1:] for row in csv.reader(file, **options)}
with (
    open(table, encoding="utf-8", newline="") as file,
    open(out, "w", encoding="utf-8", newline="") as target,
):
    rows = csv.reader(file, **options)
    writer = csv.writer(target, **options)
    head = next(rows)
    key = head.index("drug")
    writer.writerow(head + known["drug"])
    for row in rows:
        writer.writerow(row + known[row[key]])
