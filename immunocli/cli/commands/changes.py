"""immuno changes: what changed in the record."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.cli.noting import in_words, shown_as
from immunocli.queries.changes import changes as changes_of
from immunocli.records import Change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import Cancers, ChangesSince, Targets, Types, Until
    from immunocli.cli.emit import Output


def changes(
    out: Output,
    since: ChangesSince,
    until: Until = None,
    cancer: Cancers = None,
    type: Types = None,
    target: Targets = None,
) -> int:
    """List approvals, conversions, withdrawals and returns, oldest first.

    Examples:
      immuno changes --since 2026
      immuno changes --since 2024-01 --until 2024-06 --cancer bladder
      immuno changes --since 2021 --format tsv | grep withdrawn
    """
    catalogue = out.catalogue()
    selection = catalogue.select(cancer=cancer, type=type, target=target, status="any")
    found = changes_of(selection, since, until)
    query = {**selection.query, "since": since} | ({"until": until} if until else {})
    return out.emit(
        Answer(
            "change",
            found,
            Change.columns,
            query,
            catalogue.edition,
            title=lambda: shown_as(f"Changes since {since}", selection),
            narrow=("date", "event", "therapy", "summary", "cancer"),
            labels=in_words(catalogue.data),
        )
    )
