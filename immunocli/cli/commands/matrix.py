"""immuno matrix: cancers by types, targets or therapies."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block
    from immunocli.queries.filters import Among


def matrix(out: Output, *, by: str, turned: bool, **filters: Unpack[Among]) -> int:
    """Cross cancers with types or targets, and count; with therapies, and tell since when."""
    catalogue = out.catalogue()
    found = catalogue.matrix(by, turned, **filters)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.labels import Labels, titled  # only people read pages
        from immunocli.pages.overview_pages import heat

        labels = Labels(catalogue)
        title = "Approved since when" if by == "therapy" else "Therapies with a current use"
        return heat(labels, records, found, titled(title, found.query, labels))

    return out.emit(Answer(found, blocks=blocks, figure=True))
