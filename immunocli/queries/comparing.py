"""Sets therapies, or types, side by side."""

from __future__ import annotations

import immunocli
from immunocli.records import status_on_day
from immunocli.records.in_a_line import in_a_line
from immunocli.records.overview import Comparison
from immunocli.records.relation import relation
from immunocli.records.values import SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.records.fields import Record
    from immunocli.store.typed_store import Store

# So many rows of cancers fit one screen beside what else is told.
_FEW_ROWS = 10


def side_by_side(
    store: Store,
    records: Sequence[Record],
    sites: Mapping[str, str],
    day: str,
    names: Sequence[str] = (),
    cancers: Sequence[str] = (),
    *,
    full: bool = False,
) -> tuple[list[str], list[Comparison]]:
    """Return therapies, types, or products of one therapy, side by side: what they stand under, and the rows.

    Args:
        store: where uses are.
        records: whole ones, two or more.
        sites: the nearest group that people ask by, of each cancer.
        day: `YYYY-MM-DD`.
        names: as they were typed, of each.
        cancers: ids; the therapies of types are those with a use for one of them.
        full: with every use too.

    Raises:
        UsageError: two are the same, or some are of one therapy, or they are of several kinds.
    """
    if len({record.kind for record in records}) > 1:
        raise immunocli.UsageError("compare takes therapies, or types, not both")
    ids = [record["id"] for record in records]
    if len({*ids}) < len(ids):
        from immunocli.queries.products_beside import beside, products_named  # few ask for two of one therapy

        products = products_named(store, names or [record["name"] for record in records], records)
        return products, beside(store, records, products)
    if records[0].kind == "type":
        told, held = [record.as_dict() for record in records], _approved_for(store, records, day, cancers)
        if cancers:
            told = [{**one, "therapies": therapies} for one, (therapies, _) in zip(told, held, strict=True)]
        return ids, compare_types(told, [broad for _, broad in held])
    rows = compare(records, sites, store)
    return ids, [*rows, *_every_use(records)] if full else rows


def _every_use(records: Sequence[Record]) -> list[Comparison]:
    """Return a row for each use that stands in a label."""
    ids = [record["id"] for record in records]
    return [
        Comparison({"property": f"use: {use['id']}", **dict.fromkeys(ids), record["id"]: in_a_line(use)})
        for record in records
        for use in record["indications"]
        if use["status"] == "current"
    ]


def of_compared(
    store: Store, records: Sequence[Record], day: str, cancers: Sequence[str]
) -> Iterator[Notice]:
    """Yield whether licenses may have ended, and which therapies have no use for the cancers that were asked for."""
    from immunocli.found import Notice

    ids = sorted(one["id"] for one in records if "license" in one and one["license"] == "unknown")
    if ids:
        from immunocli.queries.not_known import perhaps_licensed

        yield Notice("license-not-known", perhaps_licensed(store, ids, day), therapies=ids)
    without = [one for one in records if cancers and _has_uses_elsewhere(one)]
    if without:
        names = " and ".join(one["name"] for one in without)
        asked = " or ".join(store.title("cancer", one) for one in cancers)
        told = f"no use of {names} is for {asked}, as of {day}; uses for other cancers are not shown"
        yield Notice("no-use-for", told, therapies=[one["id"] for one in without])


def _has_uses_elsewhere(record: Record) -> bool:
    """Say whether a therapy has uses, and none for the cancers that were asked for."""
    return (
        record.kind == "therapy" and record["status"] == "never-approved" and bool(record["first_approved"])
    )


def _approved_for(
    store: Store, records: Sequence[Record], day: str, cancers: Sequence[str]
) -> list[tuple[list[str], list[str]]]:
    """Return the therapies of each type that have a current use on a day, for some cancers or any, and for which."""
    from immunocli.queries.selection import Selection

    found = []
    for one in records:
        selection = Selection(store, type=[one["id"]], as_of=day, cancer=list(cancers))
        chosen = list(selection.chosen())
        broad = {cancer for therapy, _ in chosen for cancer in selection.told(therapy)["cancers"]}
        if cancers:
            broad = {store.sites[row["cancer"]] for _, rows in chosen for row in rows}
        found.append(([therapy for therapy, _ in chosen], sorted(broad)))
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


def boxed(therapy: Record) -> list[str] | None:
    """Return the texts of a label's box; None where it is not known whether there is one.

    A license without any warning is one whose label was not read.
    """
    warnings = therapy["warnings"]
    texts = [one["text"] for one in warnings if one["boxed"]]
    read = bool(warnings) or therapy["license"] == "never"
    unsure = not read or any(one["boxed"] is None for one in warnings)
    return texts or (None if unsure else [])


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
    fields = (
        "name",
        "type",
        "targets",
        "brands",
        "makers",
        "status",
        "market",
        "first_approved",
        "mechanism",
    )
    # How it stands is told of the uses asked for: of a therapy that has uses, but none of these, nothing is.
    found = [
        row(
            field, [None if field == "status" and _has_uses_elsewhere(one) else one[field] for one in records]
        )
        for field in fields
    ]
    found.append(row("boxed_warnings", [boxed(therapy) for therapy in records]))
    found.append(row("given_with", [_partners(therapy) for therapy in records]))
    told = [
        [use for use in therapy["indications"] if use["status"] in (*_LASTING, "replaced")]
        for therapy in records
    ]
    cells = _named(told, store)
    for (group, setting), firsts in sorted(
        (cells if len(cells) <= _FEW_ROWS else _grouped(told, sites)).items()
    ):
        found.append(row(f"cancer: {group}: {setting}", firsts))
    return found


def _partners(therapy: Record) -> list[str]:
    """Return what a use in the label has it given with; alternatives one by one."""
    lasting = [use for use in therapy["indications"] if use["status"] in _LASTING]
    return sorted({one for use in lasting for group in use["with"] or () for one in group})


# In a label under a license that is in force, or may be.
_LASTING = ("current", status_on_day.UNKNOWN)
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
        (use["cancer"], use["setting"] or "any") for uses in told for use in uses if use["status"] in _LASTING
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

    A use that another has replaced counts for the day: the approval goes on in other words. Where it is not
    known whether the license had ended, that is marked.
    """
    current = [use for use in uses if use["status"] == "current"]
    if not current:
        perhaps = any(use["status"] == status_on_day.UNKNOWN for use in uses)
        return f"{min(use['approved'] for use in uses)} {status_on_day.UNKNOWN}" if perhaps else None
    accelerated = all(use["approval"] == "accelerated" and not use["converted"] for use in current)
    return str(min(use["approved"] for use in uses)) + (" accelerated" if accelerated else "")
