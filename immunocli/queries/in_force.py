"""Says which documents stand for uses on a day: the label that had them, or what was read in its place."""

from __future__ import annotations

from immunocli.dates import last_day, reached
from immunocli.queries.documents import Standing
from immunocli.records import status_on_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from immunocli.store.typed_store import Store
# Where openFDA keeps labels: it has records of other sorts.
_OF_LABELS = "/drug/label.json"


def in_force(store: Store, rows: Iterable[Mapping[str, Any]], day: str) -> Standing:
    """Return which documents stand for the uses in the label of a day.

    That is the newest label in which a use was read as it was worded then; where none was read, the
    documents of the event since which it is worded so. A label without a day, of later, or of an earlier
    wording is none that was in force.

    Args:
        store: where documents are.
        rows: uses, as they stood on the day.
        day: `YYYY-MM-DD`.
    """
    held = {
        row["id"]: status_on_day.events_on(row["_use"], day) for row in rows if row["status"] == "current"
    }
    cited = {one for events in held.values() for event in events for one in event["sources"]}
    known = {one["id"]: one for one in store.records("source", cited)}
    standing = Standing()
    for use, events in held.items():
        since = events[-1]["date"]
        labels = {
            one: str(known[one]["published"])
            for event in events
            for one in event["sources"]
            if _is_label(known[one]) and _within(known[one]["published"], since, day)
        }
        found = [one for one, published in labels.items() if published == max(labels.values())]
        told = found or [one for event in events if event["date"] == since for one in event["sources"]]
        for one in dict.fromkeys(told):
            (standing.labels if labels else standing.others).setdefault(one, []).append(use)
    return standing


def _is_label(source: Mapping[str, Any]) -> bool:
    """Say whether a document is a label, word for word."""
    return source["kind"] == "label" or (source["kind"] == "openfda" and _OF_LABELS in (source["url"] or ""))


def _within(published: str | None, since: str, day: str) -> bool:
    """Say whether a document came out from one day to another, as far as its day is known."""
    return published is not None and last_day(published) >= since and reached(published, day)
