"""immuno matrix: cancers by types or targets."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.pages.blocks import Block, Heading, Heat
from immunocli.cli.choices import CHOICES
from immunocli.cli.noting import picture, shown_as
from immunocli.errors import UsageError
from immunocli.pages import title_of
from immunocli.queries.overviews import matrix as crossed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.options import By, Cancers, Svg, Targets, Types
    from immunocli.cli.emit import Output


def matrix(
    out: Output,
    by: By = "type",
    cancer: Cancers = None,
    type: Types = None,
    target: Targets = None,
    svg: Svg = None,
) -> int:
    """Count the therapies approved today, cancers by types or targets.

    Examples:
      immuno matrix
      immuno matrix --by target --cancer lymphoma
      immuno matrix --svg matrix.svg
      immuno matrix --format csv
    """
    if by not in CHOICES["by"]:
        raise UsageError("--by is type or target")
    catalogue = out.catalogue()
    data = catalogue.data
    selection = catalogue.select(cancer=cancer, type=type, target=target)
    found, heads = crossed(selection, by)
    title = shown_as(f"Therapies approved today, by cancer and {by}", selection)

    def blocks(records: Sequence[Any]) -> list[Block]:
        names = [title_of(data, "cancer", row["cancer"]) for row in records]
        columns = [title_of(data, by, head) for head in heads]
        return [Heading(title, 1), Heat(names, columns, [[row[head] for head in heads] for row in records])]

    query = {**selection.query, "by": by}
    answer = Answer("crossing", found, ("cancer", *heads), query, catalogue.edition, blocks=blocks)
    picture(answer, svg, title)
    return out.emit(answer)
