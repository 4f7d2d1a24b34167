"""immuno changes: the news."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from immunocli.cli.emit import Output
    from immunocli.queries.filters import Filters


def changes(
    out: Output,
    *,
    until: str | None,
    event: list[str] | None,
    **filters: Unpack[Filters],
) -> int:
    """Tell what changed in the record, newest first, one decision one entry."""
    catalogue = out.catalogue()
    since = filters.get("since")
    found = catalogue.changes(until=until, event=event, **filters)
    title = f"Changes since {since}" if since else "Changes of the last twelve months"
    return out.emit(Answer(found, title=title, catalogue=catalogue))
