"""The pages on the parts of the immune system."""

from __future__ import annotations

from immunocli.pages.blocks import Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import MANY, Labels
from immunocli.pages.sources_line import sources_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block

_SHELVES = (
    ("cell", "Cells"),
    ("molecule", "Molecules"),
    ("organ", "Organs"),
    ("strength", "Strengths"),
    ("history", "History"),
    ("treatment", "Treatments and their side effects"),
)


def part_page(catalogue: Catalogue, part: Any) -> list[Block]:
    """Return the page on a part of the immune system."""
    from immunocli.pages.page_chosen import therapies_grid  # answers have no use for it

    labels = Labels(catalogue)
    blocks: list[Block] = [
        Heading(part.name, 1),
        Paragraph(part.role),
        Facts(
            [
                ("When", part.date),
                ("Also called", ", ".join(part.aliases)),
                ("Side effects", ", ".join(part.side_effects)),
                ("Used by", labels.each("type", part.types)),
                ("See also", labels.each("part", part.see_also)),
            ]
        ),
        *therapies_grid(catalogue, labels, part.therapies, most=MANY),
    ]
    commands = [f"immuno types {one}" for one in part.types[:3]]
    commands += [f"immuno immune-system {one}" for one in part.see_also[:3]]
    return [*blocks, sources_line(catalogue, "part", part.id), Next(commands)]


def parts_list(parts: Sequence[Any]) -> list[Block]:
    """Return all parts of the immune system by kind, with what they do."""
    blocks: list[Block] = []
    for kind, title in _SHELVES:
        rows = [[part.name, part.role] for part in parts if part.shelf == kind]
        if rows:
            blocks += [Heading(title), Grid(["name", "role"], rows, kept=("name", "role"))]
    return [*blocks, Next(["immuno immune-system b-cell"])]
