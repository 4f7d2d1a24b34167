"""immuno matrix: cancers by types or targets."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block
    from immunocli.queries.filters import Among


def matrix(out: Output, *, by: str, **filters: Unpack[Among]) -> int:
    """Count the therapies with a current use, cancers by types or targets."""
    catalogue = out.catalogue()
    found = catalogue.matrix(by, **filters)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.labels import Labels, titled  # only people read pages
        from immunocli.pages.overviewed import heat

        labels = Labels(catalogue)
        return heat(labels, records, found, titled("Therapies with a current use", found.query, labels))

    return out.emit(Answer(found, blocks=blocks, figure=True))
