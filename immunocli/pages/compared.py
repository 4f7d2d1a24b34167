"""Therapies, or types, side by side: in one screen, or every use."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next
from immunocli.pages.labels import few

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.fields import Record

_PROPERTIES = ("type", "targets", "brands", "status", "market", "first_approved")


def comparison(labels: Labels, rows: Sequence[Any], sides: Sequence[Record], *, full: bool) -> list[Block]:
    """Return what the things share and what is theirs alone.

    Args:
        labels: makes names of ids.
        rows: the lines of the comparison.
        sides: the whole records that are compared.
        full: every use too.
    """
    ids = [side["id"] for side in sides]
    names = [side["name"] for side in sides]
    by_property = {row["property"]: row for row in rows}
    blocks: list[Block] = [Heading(" and ".join(names), 1)]
    if sides[0].kind == "type":
        for name, side in zip(names, sides, strict=True):
            effects = few(side["side_effects"]["typical"], 6)
            facts = [("What it is", side["definition"]), ("How it works", side["mechanism"])]
            blocks += [Heading(name), Facts([*facts, ("Side effects", effects)])]
        return [*blocks, Next([f"immuno types {one}" for one in ids])]
    facts_rows = []
    for name in _PROPERTIES:
        cells = [labels.cell(name, by_property[name][one]) or "-" for one in ids if name in by_property]
        facts_rows.append([name.replace("_", " "), *cells])
    blocks.append(Grid(["", *names], facts_rows, kept=("", *names)))
    crossed = [
        [_cancer(labels, row["property"]), *(row[one] or "-" for one in ids)]
        for row in rows
        if row["property"].startswith("cancer: ")
    ]
    shared = [row for row in crossed if all(cell != "-" for cell in row[1:])]
    apart = [row for row in crossed if row not in shared]
    for title, held in (("Both" if len(ids) == 2 else "All", shared), ("Only some", apart)):
        if held:
            blocks += [
                Heading(f"{title}: cancers and settings, since"),
                Grid(["cancer", *names], held, kept=("cancer", *names)),
            ]
    for name, side in zip(names, sides, strict=True):
        boxed = [one["text"] for one in side["warnings"] if one["boxed"]]
        blocks.append(Facts([(name, side["mechanism"]), ("Boxed warning", few(boxed, 2))]))
    if full:
        for name, side in zip(names, sides, strict=True):
            uses = [
                f"{use['approved']}: {use['summary']}"
                for use in side["indications"]
                if use["status"] == "current"
            ]
            blocks += [Heading(f"{name}: every use"), Bullets(uses)]
    return [*blocks, Next([f"immuno show {one}" for one in ids])]


def _cancer(labels: Labels, told: str) -> str:
    _, cancer, setting = told.split(": ")
    stage = setting.replace("-", " ").replace("advanced metastatic", "advanced")
    return f"{labels.cell('cancer', cancer)}, {stage}"
