"""Finds each string's nearest name with RapidFuzz, remembered, for the rows of a TSV: `table names out`."""

import csv
import sys

from rapidfuzz import process
from rapidfuzz.distance import OSA

table, names, out = sys.argv[1:]
options = {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "lineterminator": "\n"}
with open(names, encoding="utf-8", newline="") as file:
    known = list(dict.fromkeys(row[0].lower() for row in csv.reader(file, **options)))
exact = set(known)
found: dict[str, str] = {}
with (
    open(table, encoding="utf-8", newline="") as file,
    open(out, "w", encoding="utf-8", newline="") as target,
):
    rows = csv.reader(file, **options)
    writer = csv.writer(target, **options)
    head = next(rows)
    key = head.index("drug")
    writer.writerow([*head, "name"])
    for row in rows:
        name = row[key].lower()
        if name not in found:
            best = name in exact or process.extractOne(name, known, scorer=OSA.distance, score_cutoff=2)
            found[name] = name if best is True else best[0] if best else ""
        writer.writerow([*row, found[name]])
