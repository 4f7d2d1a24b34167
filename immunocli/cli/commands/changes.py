"""immuno changes: the news."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block
    from immunocli.queries.filters import Among


def changes(
    out: Output,
    *,
    since: str | None,
    until: str | None,
    event: list[str] | None,
    **filters: Unpack[Among],
) -> int:
    """Tell what changed in the record, newest first, one decision one entry."""
    catalogue = out.catalogue()
    full = out.whole("change")
    found = catalogue.changes(since=since, until=until, event=event, full=full, **filters)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.labels import Labels, titled  # only people read pages
        from immunocli.pages.overview_pages import news

        labels = Labels(catalogue)
        title = f"Changes since {since}" if since else "Changes of the last twelve months"
        if until:
            title = (
                f"Changes from {since} to {until}" if since else f"Changes of the twelve months to {until}"
            )
        if since and since == until:
            title = f"Changes of {since}"
        return news(labels, records, titled(title, {**found.query, "since": None}, labels))

    return out.emit(Answer(found, blocks=blocks))
