"""Lists therapies and their uses."""

from __future__ import annotations

from immunocli import dates, standing
from immunocli.records import Indication, Therapy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed import Data
    from immunocli.queries.selection import Selection


def therapies(selection: Selection) -> list[Therapy]:
    """Return the therapies that have the wanted uses, by name.

    Their `status` is that of the wanted uses, not of others, so that a use that was withdrawn
    never reads as approved.
    """
    found = []
    for therapy, rows in selection.chosen():
        shown = _standing(selection, therapy, rows)
        if selection.began_late_enough(shown["first_approved"]):
            found.append(Therapy(shown))
    if not (selection.cancers or selection.claims) and selection.status == "any":
        found += _never_approved(selection)
        found.sort(key=lambda therapy: therapy.name.casefold())
    return found


def uses(selection: Selection) -> list[Indication]:
    """Return the wanted uses, by therapy and date of approval."""
    return [
        Indication(row)
        for _, rows in selection.chosen()
        for row in rows
        if selection.began_late_enough(row["approved"])
    ]


def with_uses(data: Data, therapy: Therapy) -> Therapy:
    """Return the therapy with all its uses; as JSON in one piece when it is as the index has it."""
    rows = data.get("rows", therapy.id)
    stored = data.get("brief", therapy.id)
    same = stored == [therapy.status, therapy.cancers, therapy.brands, therapy.first_approved]
    return Therapy(
        standing.with_uses(therapy.as_dict(), rows), data.get("json", therapy.id) if same else None
    )


def _standing(selection: Selection, therapy: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the therapy as it stood on the day asked for, with the status of these uses."""
    shown = dict(therapy)
    if selection.as_of:
        shown.update(_as_of(selection, therapy))
    if selection.claims:
        from immunocli.queries.selection import below  # a page has uses, too, but selects nothing

        wanted = {row["cancer"] for row in rows}
        scope = {one for cancer in wanted for one in below(selection.data, cancer)}
        rows = [row for row in selection.data.get("rows", therapy["id"]) if row["cancer"] in scope]
        uses = [standing.of_use(row, therapy["market"], selection.day) for row in rows]
        shown["status"] = standing.of_therapy(uses) or "not-approved"
    else:
        shown["status"] = standing.of_therapy(row["status"] for row in rows)
    return shown


def _as_of(selection: Selection, therapy: dict[str, Any]) -> dict[str, Any]:
    day, data = selection.day, selection.data
    rows = [row for row in data.get("rows", therapy["id"]) if dates.reached(row["approved"], day)]
    active = {row["cancer"] for row in rows if standing.of_use(row, therapy["market"], day) == "active"}
    return {
        "brands": [
            brand["name"]
            for brand in therapy["brand_history"]
            if brand["status"] != "foreign"
            and (brand["from"] is None or dates.reached(brand["from"], day))
            and not dates.reached(brand["until"], day)
            and (brand["status"] == "current" or brand["until"] is not None)
        ],
        "cancers": sorted({group for cancer in active for group in data.get("broad", cancer)}),
        "first_approved": min((row["approved"] for row in rows), default=None),
    }


def _never_approved(selection: Selection) -> list[Therapy]:
    """Return the therapies without any use, which only "any" status shows."""
    if selection.biomarkers or selection.settings or selection.approval or selection.agnostic:
        return []
    records = (selection.data.get("therapy", one) for one in selection.therapies())
    return [
        Therapy(record)
        for record in records
        if record["status"] == "not-approved" and selection.since is None
    ]
