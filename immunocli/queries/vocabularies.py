"""Tells cancers, types, targets, terms and parts, with the therapies that concern them on a day."""

from __future__ import annotations

from immunocli.records.kinds import record_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.records.fields import Record
    from immunocli.store.typed_store import Store

# The kinds of record of vocabularies.
VOCABULARIES = ("cancer", "type", "target", "term", "part", "faq")


def kind_of(kind: str) -> type[Record]:
    """Return the kind of record of that name, of those of vocabularies."""
    if kind not in VOCABULARIES:
        from immunocli.errors import UsageError

        raise UsageError(f"the kinds of a vocabulary are: {', '.join(VOCABULARIES)}")
    return record_of(kind)


def tell(store: Store, kind: str, ids: Iterable[str], day: str | None = None) -> list[Any]:
    """Return records of a vocabulary, in the order of their ids.

    Args:
        store: where they are.
        kind: `cancer`, `type`, `target`, `term`, `part` or `faq`.
        ids: which.
        day: `YYYY-MM-DD` in the past; the therapies are those of that day. None is the record's day.
    """
    record = kind_of(kind)
    stored = store.records(kind, ids)
    if not (day is None or day >= store.edition["as_of"] or kind == "faq"):
        from immunocli.queries.vocabularies_back_then import as_told  # most ask about today

        stored = as_told(store, kind, stored, day)
    return [record(one) for one in stored]


def perhaps_for(store: Store, kind: str, cancers: Sequence[str], day: str | None) -> list[Notice]:
    """Return that line on what may have been approved for cancers on a past day; none: for any cancer."""
    if kind != "cancer" or day is None or day == store.edition["as_of"]:
        return []
    from immunocli.queries.not_known import of_perhaps
    from immunocli.queries.selection import Selection

    selection = Selection(store, cancer=cancers, as_of=day)
    selection.chosen()
    return of_perhaps(selection, hint=False)
