"""Draws the TSV of a file as a table, with nothing but Rich."""

import sys

from rich.console import Console
from rich.table import Table

with open(sys.argv[1], encoding="utf-8") as file:
    head, *rows = [line.rstrip("\n").split("\t") for line in file]
table = Table()
for name in head:
    table.add_column(name)
for row in rows:
    table.add_row(*row)
Console(force_terminal=True).print(table)
