"""Tells how therapies stood on a day, and what other registries call a record."""

from __future__ import annotations

from immunocli.dates import first_day
from immunocli.records import ended, status_on_day
from immunocli.records.therapy_day import Standing
from immunocli.records.therapy_in_short import in_short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.store.typed_store import Store

# The fields that hold what other registries call a record.
_WHERE = {"therapy": ("identifiers",), "cancer": ("concept", "codes")}


def standing(
    store: Store, therapies: Iterable[str], day: str, products: Sequence[str] = ()
) -> dict[str, Standing]:
    """Return how therapies stood on a day, by id.

    Args:
        store: where to look.
        therapies: ids; unknown ones are left out.
        day: `YYYY-MM-DD`, one that the record knows of.
        products: names; a therapy that has one of them is told as that product has it.
    """
    wanted = list(dict.fromkeys(therapies))
    today: str = store.edition["as_of"]
    briefs = store.briefs(wanted)
    found = {}
    for stored in store.records("therapy", wanted):
        record, held, hopeful = stored, briefs[stored["id"]], bool(stored["indications"])
        asked = {one["name"]: one["name"] for one in stored["products"] if one["name"] in products}
        if asked:
            from immunocli.queries.by_product import OwnLabel  # few strings name a product

            own = OwnLabel(stored, asked, day, today)
            record, held, hopeful = own.record, own.brief, not own.is_for_else
        told = in_short(held, day, today)
        revoked = status_on_day.revoked_on(record["products"], day)
        uses = record["indications"]
        rows = [row for use in uses if (row := status_on_day.use_on(use, day, revoked))]
        status = status_on_day.standing(rows, revoked) or ("not-yet" if hopeful else "never-approved")
        found[record["id"]] = Standing(
            {
                "id": record["id"],
                "day": day,
                "status": status,
                "approved": told["first_approved"],
                "market": told["market"],
                "license": status_on_day.license_on(record["products"], day),
                "brands": told["brands"],
                "cancers": told["cancers"],
            }
        )
    return found


def turns(store: Store, therapies: Iterable[str]) -> list[str]:
    """Return the days on which anything that `standing` tells of therapies changed, in order."""
    today = str(store.edition["as_of"])
    records = store.records("therapy", therapies)
    return sorted({today}.union(*(turns_of(record, today) for record in records)))


def turns_of(record: Mapping[str, Any], today: str) -> set[str]:
    """Return the days on which anything that is told of a therapy's standing or uses changed.

    Args:
        record: the therapy.
        today: the record's own day.
    """
    dates = [event["date"] for use in record["indications"] for event in use["events"]]
    for product in record["products"]:
        for part in (product["license"], product["market"]):
            dates += ended.turns_of(part)
        if isinstance(product["uses"], dict):
            dates += [one["from"] for one in product["uses"].values() if one and one["from"]]
    return {today, *map(first_day, dates)}


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
