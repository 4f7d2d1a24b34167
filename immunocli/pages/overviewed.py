"""The timeline as lanes and the matrix as a heat map."""

from __future__ import annotations

from immunocli.pages.blocks import Heading, Heat, Lanes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.found import Found
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels


def lanes(labels: Labels, records: Sequence[Any], title: str, day: str) -> list[Block]:
    """Return therapies along the years, a lane each."""
    if not records:
        return [Heading(title, 1)]
    lines = [
        (
            labels.of("therapy", one.therapy), one.segments, one.approved, one.ended or "",
            one.status if one.ended else "",
        )
        for one in records
    ]  # fmt: skip
    return [Heading(title, 1), Lanes(lines, day)]


def heat(labels: Labels, records: Sequence[Any], found: Found[Any], title: str) -> list[Block]:
    """Return counts of therapies, cancers by types or targets."""
    heads = found.columns[1:]
    kind = "target" if found.query.get("by") == "target" else "type"
    told = [(labels.cell("cancer", row["cancer"]), [row[head] for head in heads]) for row in records]
    if [row["cancer"] for row in records] == sorted(row["cancer"] for row in records):
        told.sort(key=lambda row: row[0].casefold())  # by id, unless another order was asked for
    columns = [labels.of(kind, head) for head in heads]
    return [Heading(title, 1), Heat([name for name, _ in told], columns, [cells for _, cells in told])]
