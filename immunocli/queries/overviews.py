"""Sets therapies side by side, and along the years."""

from __future__ import annotations

from itertools import pairwise

import immunocli
from immunocli.dates import reached
from immunocli.queries.therapies import nearest
from immunocli.records import status_on_day
from immunocli.records.in_a_line import in_a_line
from immunocli.records.overview import Comparison, Lane
from immunocli.records.relation import relation
from immunocli.records.values import SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.queries.selection import Selection
    from immunocli.records.fields import Record
    from immunocli.store.typed import Store

# So many rows of cancers fit one screen beside what else is told.
_FEW_ROWS = 10


def side_by_side(
    store: Store,
    records: Sequence[Record],
    sites: Mapping[str, str],
    day: str,
    names: Sequence[str] = (),
    *,
    full: bool = False,
) -> list[Comparison]:
    """Return therapies, or types, side by side.

    Args:
        store: where uses are.
        records: whole ones, two or more.
        sites: the nearest group that people ask by, of each cancer.
        day: `YYYY-MM-DD`.
        names: as they were typed, of each.
        full: with every use too.

    Raises:
        UsageError: two are the same, or they are of several kinds.
    """
    _refuse_same(records, names)
    if len({record.kind for record in records}) > 1:
        raise immunocli.UsageError("compare takes therapies, or types, not both")
    if records[0].kind == "type":
        return compare_types([record.as_dict() for record in records], _approved_for(store, records, day))
    rows = compare(records, sites, store)
    return [*rows, *_every_use(records)] if full else rows


def _refuse_same(records: Sequence[Record], names: Sequence[str]) -> None:
    """Refuse two names of one thing, and say where its products are told apart."""
    seen: dict[str, str] = {}
    for record, name in zip(records, names or [record["name"] for record in records], strict=True):
        one, title = record["id"], record["name"]
        if one not in seen:
            seen[one] = name
            continue
        from immunocli.text import quote

        same = name.casefold() == seen[one].casefold()
        told = f"{quote(seen[one])} and {quote(name)} are both {title}"
        told = f"{quote(name)} is told twice" if same else told
        if record.kind == "therapy":
            told += ": its page tells its products with their licenses, forms and uses"
        command = "show" if record.kind == "therapy" else "types"
        raise immunocli.UsageError(told, wrong=name, advice=f"immuno {command} {one} --full")


def _every_use(records: Sequence[Record]) -> list[Comparison]:
    """Return a row for each use that stands in a label."""
    ids = [record["id"] for record in records]
    return [
        Comparison({"property": f"use: {use['id']}", **dict.fromkeys(ids), record["id"]: in_a_line(use)})
        for record in records
        for use in record["indications"]
        if use["status"] == "current"
    ]


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


def compare(records: Sequence[Record], sites: Mapping[str, str], store: Store) -> list[Comparison]:
    """Return the properties of therapies side by side, a row each; last, cancers with their settings.

    Where they are few, the cancers are those that the uses name: each has then all that holds for it.

    Args:
        records: whole therapies as of a day.
        sites: the nearest group that people ask by, of each cancer.
        store: where cancers are.
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
    boxed = [[one["text"] for one in therapy["warnings"] if one["boxed"]] for therapy in records]
    found.append(row("boxed_warnings", boxed))
    told = [
        [use for use in therapy["indications"] if use["status"] in ("current", "replaced")]
        for therapy in records
    ]
    cells = _named(told, store)
    for (group, setting), firsts in sorted(
        (cells if len(cells) <= _FEW_ROWS else _grouped(told, sites)).items()
    ):
        found.append(row(f"cancer: {group}: {setting}", firsts))
    return found


_Firsts = dict[tuple[str, str], list[str | None]]


def _grouped(told: Sequence[Sequence[Mapping[str, Any]]], sites: Mapping[str, str]) -> _Firsts:
    """Return since when each has a use, by the nearest group that people ask by, and by setting."""
    cells: dict[tuple[str, str], list[list[Mapping[str, Any]]]] = {}
    for place, uses in enumerate(told):
        for use in uses:
            key = (sites[use["cancer"]], use["setting"] or "any")
            cells.setdefault(key, [[] for _ in told])[place].append(use)
    firsts = {key: [first_day(uses) for uses in held] for key, held in cells.items()}
    return {key: days for key, days in firsts.items() if any(days)}


def _named(told: Sequence[Sequence[Mapping[str, Any]]], store: Store) -> _Firsts:
    """Return since when each has a use that names a cancer or one that includes it, by cancer and by setting.

    A use that another has replaced counts where that one does: the approval goes on in its words.
    """
    held = [[(use, _now(use, {one["id"]: one for one in uses})) for use in uses] for uses in told]
    keys = {
        (use["cancer"], use["setting"] or "any")
        for uses in told
        for use in uses
        if use["status"] == "current"
    }
    scopes = store.scopes({cancer for cancer, _ in keys})

    def counts(now: Mapping[str, Any], cancer: str, setting: str) -> bool:
        same = (now["setting"] or "any") == setting
        return same and relation(scopes[cancer], cancer, now, store.agnostic) in (SAME, WIDER)

    return {
        (cancer, setting): [
            first_day([use for use, now in uses if counts(now, cancer, setting)]) for uses in held
        ]
        for cancer, setting in keys
    }


def _now(use: Mapping[str, Any], uses: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the use that covers one now: itself, or what has replaced it."""
    seen = set()
    while use["status"] == "replaced" and use["replaced_by"] in uses and use["id"] not in seen:
        seen.add(use["id"])
        use = uses[use["replaced_by"]]
    return use


def first_day(uses: Sequence[Mapping[str, Any]]) -> str | None:
    """Return since when something is approved, marked while all approval of it is accelerated.

    A use that another has replaced counts for the day: the approval goes on in other words.
    """
    current = [use for use in uses if use["status"] == "current"]
    if not current:
        return None
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
                (row["ended"] or status_on_day.UNKNOWN) if row["status"] == "revoked" else None,
            )
            for row in rows
            for span in status_on_day.spans(row["_use"])
            if reached(span[0], selection.day)
        ]
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
                    "segments": _merged(stretches),
                }
            )
        )
    return sorted(lanes, key=lambda lane: (lane.approved, lane.therapy))


def _cut(span: Sequence[str], day: str, revoked: str | None) -> list[str]:
    """Return a stretch without an end that lies after the day; one that lasted ends with the license."""
    end = span[1] if reached(span[1] or None, day) else ""
    return [span[0], end or revoked or "", span[2]]


def _merged(stretches: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Return when any use was regular, and when there were accelerated ones alone."""
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
            found.append({"from": start, "to": until, "approval": kind})
    return found
