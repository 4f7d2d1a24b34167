"""Therapies, or types, side by side: in one screen, or every use."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.brands import of_whole
from immunocli.pages.drawings import Beside
from immunocli.pages.labels import few, setting_name, titled
from immunocli.records.in_a_line import in_a_line
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.fields import Record

_PROPERTIES = ("type", "targets", "brands", "status", "market", "first_approved")
_SAID = {"targets": "acts on"}
_NO_TARGET = "no single target"
_OF_TYPES = (
    ("definition", "what it is"),
    ("mechanism", "how it works"),
    ("side_effects", "side effects"),
    ("therapies", "therapies"),
    ("cancers", "approved for"),
)
_EFFECTS = 4
_MANY_ROWS = 6
# Of so few uses, of all together, each is told in its words.
_FEW_USES = 4
# What stands in the label's box is told to its first full stop here, and so many of it.
_WARNINGS = 2


def comparison(
    labels: Labels, rows: Sequence[Any], sides: Sequence[Record], query: dict[str, Any], *, full: bool
) -> list[Block]:
    """Return what the things share and what is theirs alone.

    Args:
        labels: makes names of ids.
        rows: the lines of the comparison.
        sides: the whole records that are compared.
        query: what was asked.
        full: every use too.
    """
    ids = [side["id"] for side in sides]
    names = [side["name"] for side in sides]
    blocks: list[Block] = [Heading(titled(all_of(names), {**query, "therapy": ()}, labels), 1)]
    if sides[0].kind == "type":
        blocks.append(_types(labels, rows, ids, names, full=full))
        return [*blocks, Next([f"immuno types {one}" for one in ids])]
    same, apart = _properties(labels, rows, sides, names, full=full)
    blocks += same
    crossed = [
        (*_cancer(labels, row["property"]), [row[one] or "" for one in ids])
        for row in rows
        if row["property"].startswith("cancer: ")
    ]
    crossed.sort(key=lambda row: (row[0].casefold(), row[1]))
    blocks.append(Beside(names, crossed, apart))
    kinds = dict.fromkeys(side["type"] for side in sides)
    # Of one type, and approved for much, they work alike: the type's page tells how.
    alike = len(kinds) == 1 and len(crossed) > _MANY_ROWS and not full
    if not alike:
        works = zip(names, sides, strict=True)
        blocks += [Paragraph(f"{name}: {side['mechanism']}") for name, side in works]
    told = [[in_a_line(use) for use in side["indications"] if use["status"] == "current"] for side in sides]
    if full or sum(map(len, told)) <= _FEW_USES:  # with what, and for whom
        for name, uses in zip(names, told, strict=True):
            blocks += [Heading(f"{name}: every use"), Bullets(uses)] if uses else []
    commands = [f"immuno types {one}" for one in kinds] if alike else []
    return [*blocks, Next([f"immuno show {one}" for one in ids] + commands)]


def _types(labels: Labels, rows: Sequence[Any], ids: list[str], names: list[str], *, full: bool) -> Grid:
    """Return types side by side: what they are, how they work, side effects, and their therapies."""
    by_property = {row["property"]: row for row in rows}
    told = []
    for name, said in _OF_TYPES:
        values = [by_property[name][one] for one in ids]
        if name == "therapies":
            values = [labels.each("therapy", value, len(value)) for value in values]
        elif name == "cancers":
            values = [labels.cell("cancers", value) or "none" for value in values]
        elif name == "side_effects":
            values = [few(value, len(value) if full else _EFFECTS + 2) for value in values]
        told.append([said, *values])
    return Grid(["", *names], told, kept=("", *names))


def _properties(
    labels: Labels, rows: Sequence[Any], sides: Sequence[Any], names: list[str], *, full: bool
) -> tuple[list[Block], list[list[str]]]:
    """Return what is the same in a line, and a row for each thing that differs."""
    by_property = {row["property"]: row for row in rows}
    told: list[tuple[str, list[str]]] = []
    for name in _PROPERTIES:
        cells = [labels.cell(name, by_property[name][side["id"]]) or "-" for side in sides]
        if name == "targets":
            cells = [cell if cell != "-" else _NO_TARGET for cell in cells]
        if name == "brands":
            cells = [of_whole(side) or "-" for side in sides]
        told.append((_SAID.get(name, name.replace("_", " ")), cells))
    effects = [side["side_effects"]["typical"] for side in sides]
    told.append(("side effects of the type", [few(one, len(one) if full else _EFFECTS) for one in effects]))
    same = [(said, cells[0]) for said, cells in told if len(set(cells)) == 1]
    apart = [[said, *cells] for said, cells in told if len(set(cells)) > 1]
    every = "Both" if len(names) == 2 else "All"
    boxed = [_boxed(side, full=full) for side in sides]
    # A license without any warning is one whose label was not read.
    read = [
        side["license"] == "never"
        or (bool(side["warnings"]) and all(one["boxed"] is not None for one in side["warnings"]))
        for side in sides
    ]
    none = "no boxed warning" if all(read) else "no boxed warning is known"
    shared = [f"{said} {cell}" for said, cell in same] + ([] if any(boxed) else [none])
    blocks: list[Block] = [Facts([(every, "; ".join(shared))])] if shared else []
    if any(boxed):
        warned = [
            f"{name}: {one or ('none.' if known else 'not known.')}"
            for name, one, known in zip(names, boxed, read, strict=True)
        ]
        blocks.append(Facts([("BOXED WARNING", one) for one in warned]))
    return blocks, apart


def _boxed(side: Any, *, full: bool) -> str:
    """Return what the label's box warns of: each shortly, or whole."""
    return first_of_box(
        [one["text"] for one in side["warnings"] if one["boxed"]] if full else side["boxed"], full=full
    )


def first_of_box(texts: Sequence[str], *, full: bool) -> str:
    """Return the first texts of a label's box, and how many more there are, or all of them."""
    more = f" And {len(texts) - _WARNINGS} more." if len(texts) > _WARNINGS and not full else ""
    return " ".join(texts if full else texts[:_WARNINGS]) + more


def _cancer(labels: Labels, told: str) -> tuple[str, str]:
    _, cancer, setting = told.split(": ")
    return labels.cell("cancer", cancer), setting_name(setting)
