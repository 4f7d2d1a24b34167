"""Writes each line of standard input with the cells it should get, as the library tells them."""

import sys

from immunocli import Catalogue

COLUMNS = ("id", "name", "type", "targets", "match", "review")
catalogue = Catalogue()
resolver = catalogue.reader("therapy")
therapies = {}
out = sys.stdout.buffer
out.write(("drug\t" + "\t".join(f"immuno_{name}" for name in COLUMNS) + "\n").encode())
for line in sys.stdin.buffer.read().decode().split("\n"):
    match = resolver.resolve(line)
    for one in match.ids:
        if one not in therapies:
            therapies[one] = catalogue.therapy(one)
    found = [therapies[one] for one in match.ids]
    targets = dict.fromkeys(target for one in found for target in one.targets)
    cells = [match.id, match.name, ";".join(one.type for one in found), ";".join(targets), match.match]
    cells.append(match.review if match.ids else "")
    out.write(("\t".join([line, *cells]) + "\n").encode())
