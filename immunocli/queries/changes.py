"""Lists what changed in the record, in order of time."""

from __future__ import annotations

from immunocli import dates
from immunocli.records import Change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from immunocli.queries.selection import Selection

# In the order in which events of one day are told.
EVENTS = ("approved", "converted", "returned", "withdrawn", "left the market")


def changes(selection: Selection, since: str, until: str | None = None) -> list[Change]:
    """Return each approval, conversion, return, withdrawal and market exit, oldest first.

    Args:
        selection: which uses count; its status should be `any`.
        since: first date that counts, `YYYY[-MM[-DD]]`; a partial one means its first day.
        until: last date that counts; a partial one means its last day; None is the edition's day.

    Raises:
        UsageError: a date is not one.
    """
    first = dates.first_day(dates.parse(since))
    last = dates.last_day(dates.parse(until)) if until else selection.today
    found = [
        Change(event)
        for therapy, rows in selection.chosen()
        for event in _events(therapy, rows)
        if dates.last_day(event["date"]) >= first and dates.reached(event["date"], last)
    ]
    found.sort(key=lambda event: (event.date, EVENTS.index(event.event), event.therapy, event.cancer or ""))
    return found


def _events(therapy: dict[str, Any], rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    ended: list[str] = []
    for row in sorted(rows, key=lambda row: str(row["approved"])):
        back = any(date <= row["approved"] for date in ended) and _all_ended(rows, row["approved"])
        yield _event(row, row["approved"], "returned" if back else "approved")
        if row["converted"]:
            yield _event(row, row["converted"], "converted")
        if row["withdrawn"]:
            ended.append(row["withdrawn"])
            yield _event(row, row["withdrawn"], "withdrawn")
    market = therapy["market"]
    if market["status"] in ("discontinued", "withdrawn") and market["date"]:
        yield {
            "date": market["date"],
            "event": "left the market",
            "therapy": therapy["id"],
            "cancer": None,
            "summary": market["note"] or f"{therapy['name']} left the US market",
            "sources": market["sources"],
        }


def _all_ended(rows: list[dict[str, Any]], day: str) -> bool:
    """Say whether every earlier use had been withdrawn by `day`: then a new one is a return."""
    earlier = [row for row in rows if row["approved"] < day]
    return bool(earlier) and all(row["withdrawn"] and row["withdrawn"] <= day for row in earlier)


def _event(row: dict[str, Any], date: str, event: str) -> dict[str, Any]:
    return {
        "date": date,
        "event": event,
        "therapy": row["therapy"],
        "cancer": row["cancer"],
        "summary": row["summary"],
        "sources": row["sources"],
    }
