"""Tells how therapies stood on a day, and what other registries call a record."""

from __future__ import annotations

from immunocli.queries.therapies import brief
from immunocli.records import history
from immunocli.records.standing import Standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from immunocli.store.typed import Store

# The fields that hold what other registries call a record.
_WHERE = {"therapy": ("identifiers",), "cancer": ("concept", "codes")}


def standing(store: Store, therapies: Iterable[str], day: str) -> dict[str, Standing]:
    """Return how therapies stood on a day, by id.

    Args:
        store: where to look.
        therapies: ids; unknown ones are left out.
        day: `YYYY-MM-DD`, one that the record knows of.
    """
    wanted = list(dict.fromkeys(therapies))
    today: str = store.edition["as_of"]
    briefs = store.briefs(wanted)
    found = {}
    for record in store.records("therapy", wanted):
        told = brief(briefs[record["id"]], day, today)
        revoked = history.revoked_on(record["products"], day, today)
        uses = record["indications"]
        rows = [row for use in uses if (row := history.use_on(use, day, revoked))]
        status = history.standing(rows) or ("not-yet" if uses else "never-approved")
        found[record["id"]] = Standing(
            {
                "id": record["id"],
                "day": day,
                "status": status,
                "approved": told["first_approved"],
                "market": told["market"],
                "license": history.license_on(record["products"], day, today),
                "brands": told["brands"],
                "cancers": told["cancers"],
            }
        )
    return found


def identifiers(store: Store, kind: str, ids: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Return what other registries call therapies or cancers: lists by registry, by id."""
    found = {}
    for record in store.records(kind, ids):
        told: dict[str, list[str]] = {}
        for part in (record[field] for field in _WHERE[kind]):
            for registry, value in part.items():
                listed = value if isinstance(value, list) else [value] if value else []
                told[registry] = list(dict.fromkeys([*told.get(registry, []), *listed]))
        found[record["id"]] = told
    return found
