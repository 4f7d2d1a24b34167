"""Says how a use, or a whole therapy, stands on a given day."""

from __future__ import annotations

from immunocli.dates import reached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

# What a therapy may be; `listed` and `active` and so on are what a use may be.
STATUSES = ("approved", "withdrawn", "discontinued", "not-approved")


def of_use(row: Mapping[str, Any], market: Mapping[str, Any], day: str) -> str | None:
    """Return `active`, `withdrawn` or `discontinued`; None when it was not yet approved.

    Args:
        row: an indication with `approved` and `withdrawn`.
        market: its therapy's `market`: `status` and `date` of leaving it.
        day: `YYYY-MM-DD`; a partial date in the data counts from its first day.
    """
    if not reached(row["approved"], day):
        return None
    if reached(row["withdrawn"], day):
        return "withdrawn"
    gone = market["status"] in ("discontinued", "withdrawn")
    if gone and (market["date"] is None or reached(market["date"], day)):
        return str(market["status"])
    return "active"


def with_uses(therapy: Mapping[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a therapy's fields with its uses in the place where JSON shows them."""
    fields: dict[str, Any] = {}
    for key, value in therapy.items():
        if key == "mechanism":
            fields["indications"] = rows
        fields[key] = value
    return fields


def of_therapy(uses: Iterable[str | None]) -> str | None:
    """Return a therapy's status from the standing of its uses; None before its first approval."""
    seen = {use for use in uses if use}
    if "active" in seen:
        return "approved"
    if "discontinued" in seen:
        return "discontinued"
    return "withdrawn" if seen else None
