"""Crosses cancers with types, targets or therapies."""

from __future__ import annotations

import immunocli
from immunocli.found import Notice
from immunocli.queries.comparing import first_day
from immunocli.queries.overview_notices import on_matrix
from immunocli.records.overview import Crossing
from immunocli.records.relation import relation
from immunocli.records.values import ANY_TUMOR, WIDER
from immunocli.text import any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from immunocli.queries.selection import Selection
    from immunocli.store.typed_store import Store

BY = ("type", "subtype", "target", "therapy")
# More columns than these are hard to read on any screen.
MANY = 40


def status_for(by: str) -> str:
    """Return which uses are looked at: of therapies also those that others have replaced, for their first days.

    Raises:
        UsageError: nothing is crossed by that.
    """
    if by not in BY:
        raise immunocli.UsageError(f"--by is one of: {', '.join(BY)}", wrong=by, known=BY)
    return "any" if by == "therapy" else "current"


def crossed(
    selection: Selection, by: str, *, turned: bool = False
) -> tuple[list[Crossing], list[str], list[Notice]]:
    """Return how many therapies have wanted uses, or since when each has, for each broad cancer.

    A use counts in every row that it concerns, as it is listed for that cancer: so a row says as many as
    `therapies --cancer` does, and a therapy may count in several.

    Args:
        selection: which uses count.
        by: one of BY: `type` (the widest types), `subtype`, `target` or `therapy`.
        turned: cancers are the columns, and rows what else were the columns.

    Returns:
        The rows, the columns, after `cancer` those commonest first, and what to know of them.
    """
    cells: dict[str, dict[str, dict[str, str]]] = {}
    tops = _tops(selection.store) if by == "type" else {}
    chosen = selection.chosen()
    groups = {group for _, rows in chosen for row in rows for group in row["_use"]["groups"]}
    scopes = selection.store.scopes(groups)
    for one, rows in chosen:
        heads = _heads(selection, one, by, tops)
        for cancer, scope in scopes.items():
            counted = [row for row in rows if _counts(scope, cancer, row, selection.store.agnostic)]
            since = first_day([row for row in counted if row["status"] in ("current", "replaced")])
            if since:
                for head in heads:
                    cells.setdefault(cancer, {}).setdefault(head, {})[one] = since
    totals: dict[str, set[tuple[str, str]]] = {}
    for cancer, crossing in cells.items():
        for head, days in crossing.items():
            totals.setdefault(head, set()).update((one, cancer if by == "therapy" else "") for one in days)
    heads = sorted(totals, key=lambda head: (-len(totals[head]), head))
    crossings = [
        Crossing({"cancer": cancer, **{head: _cell(cells[cancer].get(head, {}), by) for head in heads}})
        for cancer in sorted(cells)
    ]
    none = _without_any(selection, cells)
    crossings += [Crossing({"cancer": cancer, **dict.fromkeys(heads, _cell({}, by))}) for cancer in none]
    crossings.sort(key=lambda crossing: str(crossing["cancer"]))
    everyone = {one for crossing in cells.values() for days in crossing.values() for one in days}
    unsold = sorted(one for one in everyone if selection.markets.get(one) == "not-sold")
    notices = on_matrix(selection, unsold, sorted(cells))
    current = [row for _, rows in chosen for row in rows if row["status"] == "current"]
    notices += _sharing(selection.store, {one: scopes[one] for one in sorted(cells)}, current)
    if none:
        named = any_of([selection.store.title("cancer", one) for one in none])
        told = f"nothing that was asked for is approved for {named} by name, as of {selection.day}"
        notices.append(Notice("rows-empty", told, cancers=none))
    if by == "therapy" and len(heads) > MANY:
        told = f"{len(heads)} therapies are many for a table: narrow them by --cancer, --type or --target"
        notices.append(Notice("many-columns", told, count=len(heads)))
    if turned:
        return *_turned(crossings, heads, by), notices
    return crossings, ["cancer", *heads], notices


def _turned(rows: Sequence[Crossing], heads: Sequence[str], by: str) -> tuple[list[Crossing], list[str]]:
    first = "type" if by == "subtype" else by
    cancers = [row["cancer"] for row in rows]
    told = [Crossing({first: head, **{row["cancer"]: row[head] for row in rows}}) for head in heads]
    return told, [first, *cancers]


def _without_any(selection: Selection, cells: Mapping[str, Any]) -> list[str]:
    """Return the cancers asked for that have no row, nor a row for what they are part of or what is part of them."""
    found = []
    for one, scope in selection.scopes.items():
        nodes = {*selection.store.scope(one)["nodes"], *scope["path"]}
        told = selection.having or selection.lacking or selection.meant.course
        if not told and nodes.isdisjoint(cells):
            found.append(one)
    return found


def _heads(selection: Selection, one: str, by: str, tops: Mapping[str, str]) -> list[str]:
    """Return the columns that a therapy counts in."""
    if by == "therapy":
        return [one]
    stored = selection.told(one)
    return (stored["targets"] or ["none"]) if by == "target" else [tops.get(stored["type"], stored["type"])]


def _cell(days: Mapping[str, str], by: str) -> Any:
    return next(iter(days.values()), None) if by == "therapy" else len(days)


def _counts(scope: Mapping[str, Any], cancer: str, row: Mapping[str, Any], agnostic: Sequence[str]) -> bool:
    """Say whether a use is one for a cancer: what is for any tumor with a marker counts apart."""
    return relation(scope, cancer, row, agnostic) not in (None, ANY_TUMOR)


def _tops(store: Store) -> dict[str, str]:
    """Return the widest type of every type."""
    return {one["id"]: one["path"][-1] for one in store.records("type", store.titles("type"))}


def _sharing(
    store: Store, scopes: Mapping[str, Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]
) -> Iterator[Notice]:
    """Yield the line that says which rows, none within another, have uses in common, and for what."""
    shared: dict[tuple[str, str], dict[str, None]] = {}
    for row in rows:
        held = {one: relation(scope, one, row, store.agnostic) for one, scope in scopes.items()}
        places = [one for one, how in held.items() if how not in (None, ANY_TUMOR)]
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                apart = one not in scopes[other]["path"] and other not in scopes[one]["path"]
                # What names something wider than both says nothing of how they overlap, nor does a row of its own.
                if (
                    apart
                    and WIDER not in (held[one], held[other])
                    and row["cancer"] not in {*scopes} - {one, other}
                ):
                    shared.setdefault((one, other), {})[row["cancer"]] = None
    if not shared:
        return
    title = store.titles_of("cancer", {one for pair, of in shared.items() for one in (*pair, *of)})
    told = [_shared(title, pair, list(of)) for pair, of in shared.items()]
    pairs = [[*pair] for pair in shared]
    yield Notice("rows-share-uses", f"some uses count in two rows: {'; '.join(told)}", rows=pairs)


def _shared(title: Mapping[str, str], pair: tuple[str, str], of: list[str]) -> str:
    """Return a pair of rows, and the one cancer that they share where it is neither of them."""
    both = f"{title[pair[0]]} and {title[pair[1]]}"
    return f"{both} ({title[of[0]]})" if len(of) == 1 and of[0] not in pair else both
