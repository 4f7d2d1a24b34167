"""Therapies, or types, side by side: in one screen, or every use."""

from __future__ import annotations

from immunocli.pages.blocks import Beside, Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import few, setting_name
from immunocli.text import warning_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.fields import Record

_PROPERTIES = ("type", "targets", "brands", "status", "market", "first_approved")
_SAID = {"targets": "acts on"}
_OF_TYPES = (
    ("definition", "what it is"),
    ("mechanism", "how it works"),
    ("side_effects", "side effects"),
    ("therapies", "therapies"),
)
_EFFECTS = 6
# What stands in the label's box is told to its first full stop here, and so many of it.
_WARNINGS = 2


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
    blocks: list[Block] = [Heading(", ".join(names[:-1]) + f" and {names[-1]}", 1)]
    if sides[0].kind == "type":
        blocks.append(_types(labels, rows, ids, names, full=full))
        return [*blocks, Next([f"immuno types {one}" for one in ids])]
    blocks += _properties(labels, rows, ids, names)
    crossed = [
        (*_cancer(labels, row["property"]), [row[one] or "" for one in ids])
        for row in rows
        if row["property"].startswith("cancer: ")
    ]
    crossed.sort(key=lambda row: (row[0].casefold(), row[1]))
    blocks.append(Beside(names, crossed))
    blocks.append(Heading("How they work, and boxed warnings"))
    for name, side in zip(names, sides, strict=True):
        boxed = [one["text"] for one in side["warnings"] if one["boxed"]]
        told = boxed if full else [warning_name(one) for one in boxed]
        warned = f" Boxed warning: {' '.join(told[:_WARNINGS])}{_more(told)}" if told else ""
        blocks.append(Paragraph(f"{name}: {side['mechanism']}{warned or ' No boxed warning.'}"))
    if full:
        for name, side in zip(names, sides, strict=True):
            uses = [
                f"{use['approved']}: {use['summary']}"
                for use in side["indications"]
                if use["status"] == "current"
            ]
            blocks += [Heading(f"{name}: every use"), Bullets(uses)]
    return [*blocks, Next([f"immuno show {one}" for one in ids])]


def _types(labels: Labels, rows: Sequence[Any], ids: list[str], names: list[str], *, full: bool) -> Grid:
    """Return types side by side: what they are, how they work, side effects, and their therapies."""
    by_property = {row["property"]: row for row in rows}
    told = []
    for name, said in _OF_TYPES:
        values = [by_property[name][one] for one in ids]
        if name == "therapies":
            values = [labels.each("therapy", value, len(value)) for value in values]
        elif name == "side_effects":
            values = [few(value, len(value) if full else _EFFECTS) for value in values]
        told.append([said, *values])
    return Grid(["", *names], told, kept=("", *names))


def _more(told: Sequence[str]) -> str:
    return f" And {len(told) - _WARNINGS} more." if len(told) > _WARNINGS else ""


def _properties(labels: Labels, rows: Sequence[Any], ids: list[str], names: list[str]) -> list[Block]:
    """Return what is the same in a line, and a table of what differs."""
    by_property = {row["property"]: row for row in rows}
    same, apart = [], []
    for name in _PROPERTIES:
        cells = [labels.cell(name, by_property[name][one]) or "-" for one in ids]
        said = _SAID.get(name, name.replace("_", " "))
        if len(set(cells)) == 1:
            same.append(f"{said} {cells[0]}")
        else:
            apart.append([said, *cells])
    every = "Both" if len(ids) == 2 else "All"
    blocks: list[Block] = [Facts([(every, "; ".join(same))])] if same else []
    return [*blocks, Grid(["", *names], apart, kept=("", *names))]


def _cancer(labels: Labels, told: str) -> tuple[str, str]:
    _, cancer, setting = told.split(": ")
    return labels.cell("cancer", cancer), setting_name(setting)
