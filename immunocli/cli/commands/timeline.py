"""immuno timeline: the approvals along the years."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.pages.blocks import Bars, Block, Heading
from immunocli.cli.noting import picture, shown_as
from immunocli.pages import label
from immunocli.queries.overviews import Year
from immunocli.queries.overviews import timeline as years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.options import Cancers, Svg, Targets, Types
    from immunocli.cli.emit import Output


def timeline(
    out: Output,
    cancer: Cancers = None,
    type: Types = None,
    target: Targets = None,
    svg: Svg = None,
) -> int:
    """Show the approvals along the years.

    Examples:
      immuno timeline --cancer lung
      immuno timeline --type checkpoint-inhibitor --svg timeline.svg
      immuno timeline --format csv

    A bar is the number of uses approved in that year, withdrawn ones
    included; beside it stand the therapies that were new.
    """
    catalogue = out.catalogue()
    selection = catalogue.select(cancer=cancer, type=type, target=target, status="any")
    title = shown_as("Uses approved, year by year, withdrawn ones included", selection)

    def blocks(records: Sequence[Any]) -> list[Block]:
        lines = []
        for year in records:
            new = label(catalogue.data, "therapies", year.therapies)
            lines.append((year.year, year.approvals, f"{year.approvals}" + (f"  new: {new}" if new else "")))
        return [Heading(title, 1), Bars(lines)]

    answer = Answer("year", years(selection), Year.columns, selection.query, catalogue.edition, blocks=blocks)
    picture(answer, svg, title)
    return out.emit(answer)
