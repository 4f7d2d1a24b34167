"""Tells what a therapy is for beside the uses of its record: what is out of the record's scope."""

from __future__ import annotations

from immunocli.dates import last_day
from immunocli.records.status_on_day import had_begun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any


def further_on(therapy: Mapping[str, Any], day: str, names: Collection[str] = ()) -> list[dict[str, Any]]:
    """Return what is out of scope and in a label on a day, each with `text`, `from`, `products`, `sources`.

    What products are for that are for no cancer is among it.

    Args:
        therapy: the record, with all its products.
        day: `YYYY-MM-DD`.
        names: of the products that were asked for; none: all.
    """
    found = [
        dict(one)
        for one in therapy.get("further_uses", ())
        if had_begun(one["from"], day) and (not names or not one["products"] or {*one["products"]} & {*names})
    ]
    apart: dict[str, dict[str, Any]] = {}
    for product in therapy["products"]:
        name, begun = product["name"], product["license"]["from"]
        if not product["treats"] or product["foreign"] or (names and name not in names):
            continue
        if not had_begun(begun, day):
            continue
        one = apart.setdefault(
            product["treats"], {"text": product["treats"], "from": begun, "products": [], "sources": []}
        )
        one["from"] = min(one["from"], begun, key=last_day) if one["from"] and begun else None
        one["products"].append(name)
        one["sources"] += [source for source in product["sources"] if source not in one["sources"]]
    return found + list(apart.values())
