"""immuno compare: two to four therapies side by side."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.pages.blocks import Block, Grid, Heading
from immunocli.errors import UsageError
from immunocli.pages import label
from immunocli.names.find import one
from immunocli.queries.overviews import compare as compared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.options import Cancers, Names, Status
    from immunocli.cli.emit import Output


def compare(out: Output, name: Names, cancer: Cancers = None, status: Status = None) -> int:
    """Set two to four therapies side by side.

    Examples:
      immuno compare keytruda opdivo
      immuno compare keytruda opdivo tecentriq --cancer lung
      immuno compare yescarta kymriah --format csv
    """
    if not 2 <= len(name) <= 4:
        raise UsageError(f"compare takes two to four therapies, not {len(name)}")
    catalogue = out.catalogue()
    data = catalogue.data
    ids = [one(data, "therapy", wanted)["id"] for wanted in name]
    if len(set(ids)) < len(ids):
        raise UsageError("two of these names are the same therapy")
    sides = []
    for each in ids:
        selection = catalogue.select(therapy=[each], cancer=cancer, status=status)
        rows = [row for _, found in selection.chosen() for row in found]
        sides.append((data.get("therapy", each), rows))
    columns = ("property", *ids)

    def blocks(records: Sequence[Any]) -> list[Block]:
        rows = []
        for record in records:
            title = record["property"]
            if title.startswith("cancer: "):
                title = label(data, "cancer", title.removeprefix("cancer: "))
            cells = [_cell(data, record["property"], record[each]) for each in ids]
            rows.append([title.replace("_", " "), *cells])
        names = [data.get("therapy", each)["name"] for each in ids]
        heading = Heading(" and ".join(names), 1)
        return [heading, Grid(["", *names], rows, kept=("", *names))]

    query = {"name": ids, "cancer": selection.cancers, "status": selection.query["status"]}
    return out.emit(
        Answer("comparison", compared(sides, data), columns, query, catalogue.edition, blocks=blocks)
    )


def _cell(data: Any, column: str, value: Any) -> str:
    if column.startswith("cancer: "):
        return "\n".join(f"• {use}" for use in value) or "-"
    return label(data, column, value) or "-"
