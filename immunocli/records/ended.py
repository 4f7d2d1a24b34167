"""Tells whether a license, or a sale, had ended by a day; where no document tells the day, it is not known."""

from __future__ import annotations

from immunocli.dates import day_after, first_day, last_day, reached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

# In place of a day: it ended, and no document tells when.
UNKNOWN = "unknown"
# Whether a license, or a sale, had ended by a day; PERHAPS: no document decides it.
LASTING, OVER, PERHAPS = ("lasting", "over", "perhaps")


def ended_on(part: Mapping[str, Any], day: str) -> str:
    """Return whether a license, or a sale, had ended by a day: LASTING, OVER or PERHAPS.

    An end of unknown day has come by the first document that tells it, and not by the last one that shows
    that it lasts; between them it is not known. Nor is it within a month, or a year, of which no day is known.

    Args:
        part: `license` or `market` of a product.
        day: `YYYY-MM-DD`.
    """
    until, seen = part["until"], part["last_seen"]
    if until == UNKNOWN:
        if last_day(part["ended_by"]) <= day:
            return OVER
        return LASTING if seen and day <= first_day(seen) else PERHAPS
    if not reached(until, day):
        return LASTING
    return OVER if last_day(until) <= day else PERHAPS


def turns_of(part: Mapping[str, Any]) -> list[str]:
    """Return the days on which what is told of a license, or a sale, changes."""
    until, seen = part["until"], part["last_seen"]
    found = [first_day(part["from"])] if part["from"] else []
    if until == UNKNOWN:
        return [*found, last_day(part["ended_by"]), *([day_after(first_day(seen))] if seen else [])]
    return [*found, first_day(until), last_day(until)] if until else found


def bounds(products: Iterable[Mapping[str, Any]], day: str) -> tuple[str, str]:
    """Return between which days the last license of a therapy ended, where that is not known; empty: none by the day.

    Args:
        products: those that stand for the therapy, see `status_on_day.counted`.
        day: `YYYY-MM-DD`; no later day is told.
    """
    open_ = [one["license"] for one in products if one["license"]["until"] == UNKNOWN]
    seen = [one["last_seen"] for one in open_ if reached(one["last_seen"], day)]
    ends = [one["ended_by"] for one in open_ if last_day(one["ended_by"]) <= day]
    return max(seen, default=""), max(ends, default="")
