"""Sets therapies side by side, along the years, and by cancer and type."""

from __future__ import annotations

from itertools import pairwise

import immunocli
from immunocli.dates import reached
from immunocli.queries.therapies import nearest
from immunocli.records import ended, status_on_day
from immunocli.records.overview import Comparison, Crossing, Lane
from immunocli.records.relation import relation
from immunocli.records.values import ANY_TUMOR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.queries.selection import Selection
    from immunocli.records.fields import Record
    from immunocli.store.typed import Store

BY = ("type", "subtype", "target")


def side_by_side(
    store: Store, records: Sequence[Record], sites: Mapping[str, str], day: str
) -> list[Comparison]:
    """Return therapies, or types, side by side.

    Args:
        store: where uses are.
        records: whole ones, two or more.
        sites: the nearest group that people ask by, of each cancer.
        day: `YYYY-MM-DD`.

    Raises:
        UsageError: two are the same, or they are of several kinds.
    """
    if len({record["id"] for record in records}) < len(records):
        raise immunocli.UsageError("two of these names are the same therapy")
    if len({record.kind for record in records}) > 1:
        raise immunocli.UsageError("compare takes therapies, or types, not both")
    if records[0].kind == "type":
        return compare_types([record.as_dict() for record in records], _approved_for(store, records, day))
    return compare(records, sites)


def perhaps_compared(store: Store, therapies: Sequence[Record], day: str) -> list[Notice]:
    """Return that line on whole therapies."""
    ids = [one["id"] for one in therapies if "license" in one and one["license"] == "unknown"]
    if not ids:
        return []
    from immunocli.found import Notice
    from immunocli.queries.not_known import perhaps_licensed

    return [Notice("license-not-known", perhaps_licensed(store, ids, day), therapies=sorted(ids))]


def _approved_for(store: Store, records: Sequence[Record], day: str) -> list[list[str]]:
    """Return the broad cancers that the therapies of each type have a current use for on a day."""
    from immunocli.queries.selection import Selection

    found = []
    for one in records:
        selection = Selection(store, type=[one["id"]], as_of=day)
        held = {cancer for therapy, _ in selection.chosen() for cancer in selection.told(therapy)["cancers"]}
        found.append(sorted(held))
    return found


def compare_types(records: Sequence[Mapping[str, Any]], cancers: Sequence[Sequence[str]]) -> list[Comparison]:
    """Return the properties of types of therapy side by side, a row each, and last what each is approved for."""

    def row(title: str, values: list[Any]) -> Comparison:
        ids = [one["id"] for one in records]
        return Comparison({"property": title, **dict(zip(ids, values, strict=True))})

    return [
        row("name", [one["name"] for one in records]),
        row("definition", [one["definition"] for one in records]),
        row("mechanism", [one["mechanism"] for one in records]),
        row("side_effects", [one["side_effects"]["typical"] for one in records]),
        row("therapies", [one["therapies"] for one in records]),
        row("cancers", list(cancers)),
    ]


def _boxed(warnings: Iterable[Mapping[str, Any]]) -> list[str] | None:
    """Return the texts of a label's box; None where it is not known whether there is one."""
    texts = [one["text"] for one in warnings if one["boxed"]]
    return texts or (None if any(one["boxed"] is None for one in warnings) else [])


def compare(records: Sequence[Record], sites: Mapping[str, str]) -> list[Comparison]:
    """Return the properties of therapies side by side, a row each; last, cancers with their settings.

    Args:
        records: whole therapies as of a day.
        sites: the nearest group that people ask by, of each cancer.
    """

    def row(title: str, values: list[Any]) -> Comparison:
        return Comparison({"property": title, **dict(zip(ids, values, strict=True))})

    ids = [therapy["id"] for therapy in records]
    found = [
        row(field, [therapy[field] for therapy in records])
        for field in (
            "name", "type", "targets", "brands", "makers", "status", "market", "first_approved",
            "mechanism",
        )
    ]  # fmt: skip
    found.append(row("boxed_warnings", [_boxed(therapy["warnings"]) for therapy in records]))
    cells: dict[tuple[str, str], list[list[Mapping[str, Any]]]] = {}
    for place, therapy in enumerate(records):
        for use in therapy["indications"]:
            if use["status"] in ("current", "replaced", status_on_day.UNKNOWN):
                key = (sites[use["cancer"]], use["setting"] or "any")
                cells.setdefault(key, [[] for _ in ids])[place].append(use)
    for (group, setting), held in sorted(cells.items()):
        firsts = [_first_day(uses) for uses in held]
        if any(firsts):
            found.append(row(f"cancer: {group}: {setting}", firsts))
    return found


def _first_day(uses: Sequence[Mapping[str, Any]]) -> str | None:
    """Return since when something is approved, marked while all approval of it is accelerated.

    A use that another has replaced counts for the day: the approval goes on in other words. Where it is not
    known whether the license had ended, that is marked.
    """
    current = [use for use in uses if use["status"] == "current"]
    if not current:
        perhaps = any(use["status"] == status_on_day.UNKNOWN for use in uses)
        return f"{min(use['approved'] for use in uses)} {status_on_day.UNKNOWN}" if perhaps else None
    accelerated = all(use["approval"] == "accelerated" and not use["converted"] for use in current)
    return str(min(use["approved"] for use in uses)) + (" accelerated" if accelerated else "")


def timeline(selection: Selection) -> list[Lane]:
    """Return a lane for each therapy with wanted uses, by first approval."""
    lanes = []
    for one, rows in selection.chosen():
        stretches = [
            _cut(
                span,
                selection.day,
                (row["ended"] or status_on_day.UNKNOWN)
                if row["status"] in ("revoked", status_on_day.UNKNOWN)
                else None,
            )
            for row in rows
            for span in status_on_day.spans(row["_use"])
            if reached(span[0], selection.day)
        ]
        seen = by = ""
        if any(row["status"] in ("revoked", status_on_day.UNKNOWN) and not row["ended"] for row in rows):
            seen, by = ended.bounds(status_on_day.counted(selection.brief(one)["products"]), selection.day)
        current = any(row["status"] == "current" for row in rows)
        # What ended on an unknown day ended later than all that is known: the word sorts last.
        ends = [row["ended"] or status_on_day.UNKNOWN for row in rows if row["status"] != "current"]
        lanes.append(
            Lane(
                {
                    "therapy": one,
                    "approved": status_on_day.earliest(row["approved"] for row in rows),
                    "ended": None if current else max(ends, default=None),
                    "status": status_on_day.standing(rows),
                    "uses": len(rows),
                    "market": selection.markets.get(one, status_on_day.UNKNOWN),
                    "relation": nearest(rows),
                    "segments": _merged(stretches, seen, by),
                }
            )
        )
    return sorted(lanes, key=lambda lane: (lane.approved, lane.therapy))


def _cut(span: Sequence[str], day: str, revoked: str | None) -> list[str]:
    """Return a stretch without an end that lies after the day; one that lasted ends with the license."""
    end = span[1] if reached(span[1] or None, day) else ""
    return [span[0], end or revoked or "", span[2]]


def _merged(stretches: Sequence[Sequence[str]], seen: str, by: str) -> list[dict[str, str]]:
    """Return when any use was regular, and when there were accelerated ones alone.

    Args:
        stretches: from, to and kind.
        seen: the last day on which a license whose end has no known day was in force, as far as known.
        by: the first by which it had ended.
    """
    far = "9999"
    lasting = status_on_day.UNKNOWN if any(end == status_on_day.UNKNOWN for _, end, _ in stretches) else ""
    stretches = [(start, "" if end == status_on_day.UNKNOWN else end, kind) for start, end, kind in stretches]
    marks = sorted({edge for start, end, _ in stretches for edge in (start, end or far)})
    found: list[dict[str, str]] = []
    for start, end in pairwise(marks):
        kinds = {kind for begun, ended, kind in stretches if begun <= start and end <= (ended or far)}
        if not kinds:
            continue
        kind = "regular" if "regular" in kinds else "accelerated"
        until = lasting if end == far else end
        if found and found[-1]["approval"] == kind and found[-1]["to"] == start:
            found[-1]["to"] = until
        else:
            found.append({"from": start, "to": until, "approval": kind, "last_seen": "", "ended_by": ""})
    for one in found:
        if one["to"] == status_on_day.UNKNOWN:
            one.update(last_seen=seen, ended_by=by)
    return found


def matrix(selection: Selection, by: str) -> tuple[list[Crossing], list[str], list[str]]:
    """Return how many therapies have wanted uses, for each broad cancer and type (or target).

    A use counts in every row that it concerns, as it is listed for that cancer: so a row says as many as
    `therapies --cancer` does, and a therapy may count in several.

    Args:
        selection: which uses count.
        by: `type` (the widest types), `subtype` or `target`.

    Returns:
        The rows, the ids of the columns that follow `cancer`, commonest first, and the ids of the
        therapies that are counted though nobody sells them.
    """
    if by not in BY:
        raise immunocli.UsageError(f"--by is one of: {', '.join(BY)}", wrong=by, known=BY)
    cells: dict[str, dict[str, set[str]]] = {}
    tops = _tops(selection.store) if by == "type" else {}
    chosen = selection.chosen()
    groups = {group for _, rows in chosen for row in rows for group in row["_use"]["groups"]}
    scopes = selection.store.scopes(groups)
    for one, rows in chosen:
        stored = selection.told(one)
        heads = (
            stored["targets"] or ["none"] if by == "target" else [tops.get(stored["type"], stored["type"])]
        )
        for cancer, scope in scopes.items():
            if any(_counts(scope, cancer, row, selection.store.agnostic) for row in rows):
                for head in heads:
                    cells.setdefault(cancer, {}).setdefault(head, set()).add(one)
    everyone = {one for crossed in cells.values() for ids in crossed.values() for one in ids}
    unsold = sorted(one for one in everyone if selection.markets.get(one) == "not-sold")
    totals: dict[str, set[str]] = {}
    for crossed in cells.values():
        for head, ids in crossed.items():
            totals.setdefault(head, set()).update(ids)
    heads = sorted(totals, key=lambda head: (-len(totals[head]), head))
    crossings = [
        Crossing({"cancer": cancer, **{head: len(cells[cancer].get(head, ())) for head in heads}})
        for cancer in sorted(cells)
    ]
    return crossings, heads, unsold


def _counts(scope: Mapping[str, Any], cancer: str, row: Mapping[str, Any], agnostic: Sequence[str]) -> bool:
    """Say whether a use is one for a cancer: what is for any tumor with a marker counts apart."""
    return relation(scope, cancer, row, agnostic) not in (None, ANY_TUMOR)


def _tops(store: Store) -> dict[str, str]:
    """Return the widest type of every type."""
    return {one["id"]: one["path"][-1] for one in store.records("type", store.titles("type"))}
