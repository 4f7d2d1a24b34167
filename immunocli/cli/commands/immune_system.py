"""immuno immune-system: its parts and what they do."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.errors import UsageError
from immunocli.pages import knowledge as pages
from immunocli.names.find import one
from immunocli.records import Part as Record
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.cli.options import Part, PartKind
    from immunocli.cli.emit import Output


def immune_system(out: Output, part: Part = None, kind: PartKind = None) -> int:
    """Tell the parts of the immune system and what they do.

    Examples:
      immuno immune-system
      immuno immune-system "dendritic cells"
      immuno immune-system --kind organ
      immuno immune-system --kind history --format tsv
    """
    catalogue = out.catalogue()
    data = catalogue.data
    if part is not None:
        found = [Record(one(data, "part", part))]
    else:
        found = [Record(record) for record in data.all("part")]
    kinds = list(dict.fromkeys(record["kind"] for record in found))
    if kind is not None:
        if kind not in kinds:
            raise UsageError(f"--kind {quote(kind)} is not one of: {', '.join(kinds)}")
        found = [record for record in found if record["kind"] == kind]

    def blocks(records: Sequence[Any]) -> list[Block]:
        if part is not None:
            return [block for record in records for block in pages.part_page(data, record)]
        return pages.parts_list(records)

    return out.emit(
        Answer(
            "part",
            found,
            Record.columns,
            {"part": part} if part else {},
            catalogue.edition,
            blocks=blocks,
            prose=part is not None,
            about_therapies=False,
        )
    )
