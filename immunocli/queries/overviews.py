"""Sets therapies side by side, along the years, and by cancer and type."""

from __future__ import annotations

from immunocli.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.queries.selection import Selection


class Comparison(Record):
    """One property of several therapies; the values stand under their ids."""

    __slots__ = ()
    of = "comparison"
    columns = ("property",)


class Year(Record):
    """What was first approved in a year."""

    __slots__ = ()
    of = "year"
    columns = ("year", "approvals", "new_therapies", "therapies")
    year: str
    approvals: int
    new_therapies: int
    therapies: list[str]


class Crossing(Record):
    """How many therapies have an active use for a cancer, by type or target."""

    __slots__ = ()
    of = "crossing"
    columns = ("cancer",)


def compare(selections: list[tuple[dict[str, Any], list[dict[str, Any]]]], data: Any) -> list[Comparison]:
    """Return the properties of therapies side by side, a row each.

    Args:
        selections: each therapy's record with the uses to compare.
        data: where names of cancers stand.
    """
    ids = [therapy["id"] for therapy, _ in selections]

    def row(title: str, values: list[Any]) -> Comparison:
        return Comparison({"property": title, **dict(zip(ids, values, strict=True))})

    therapies = [therapy for therapy, _ in selections]
    found = [
        row("name", [therapy["name"] for therapy in therapies]),
        row("type", [therapy["type"] for therapy in therapies]),
        row("targets", [therapy["targets"] for therapy in therapies]),
        row("brands", [therapy["brands"] for therapy in therapies]),
        row("makers", [therapy["makers"] for therapy in therapies]),
        row("status", [therapy["status"] for therapy in therapies]),
        row("first_approved", [therapy["first_approved"] for therapy in therapies]),
    ]
    groups: dict[str, list[list[str]]] = {}
    for place, (_, rows) in enumerate(selections):
        for use in rows:
            for cancer in data.get("broad", use["cancer"]):
                cells = groups.setdefault(cancer, [[] for _ in ids])
                cells[place].append(_use_in_a_line(use))
    found += [row(f"cancer: {cancer}", groups[cancer]) for cancer in sorted(groups)]
    return found


def _use_in_a_line(use: dict[str, Any]) -> str:
    details = [use["setting"], use["line"] and f"line: {use['line']}", *use["biomarkers"]]
    if use["with"]:
        details.append("with " + " + ".join(use["with"]))
    said = ", ".join(detail for detail in details if detail)
    mark = "" if use["status"] == "active" else f" [{use['status'].upper()}]"
    return f"{use['approved']}{mark} {use['summary']} ({said})"


def timeline(selection: Selection) -> list[Year]:
    """Return, year by year, how many uses were approved and which therapies came first."""
    uses: dict[str, int] = {}
    first: dict[str, list[str]] = {}
    for therapy, rows in selection.chosen():
        for use in rows:
            year = use["approved"][:4]
            uses[year] = uses.get(year, 0) + 1
        begun = min(use["approved"] for use in rows)[:4]
        first.setdefault(begun, []).append(therapy["id"])
    if not uses:
        return []
    return [
        Year(
            {
                "year": str(year),
                "approvals": uses.get(str(year), 0),
                "new_therapies": len(first.get(str(year), ())),
                "therapies": first.get(str(year), []),
            }
        )
        for year in range(int(min(uses)), int(max(uses)) + 1)
    ]


def matrix(selection: Selection, by: str) -> tuple[list[Crossing], list[str]]:
    """Return how many therapies have wanted uses, for each broad cancer and type (or target).

    Args:
        selection: which uses count.
        by: `type` or `target`.

    Returns:
        The rows, and the ids of the columns that follow `cancer`, commonest first.
    """
    cells: dict[str, dict[str, set[str]]] = {}
    for therapy, rows in selection.chosen():
        heads = [therapy["type"]] if by == "type" else therapy["targets"] or ["none"]
        for cancer in {group for use in rows for group in selection.data.get("broad", use["cancer"])}:
            for head in heads:
                cells.setdefault(cancer, {}).setdefault(head, set()).add(therapy["id"])
    totals: dict[str, int] = {}
    for row in cells.values():
        for head, ids in row.items():
            totals[head] = totals.get(head, 0) + len(ids)
    heads = sorted(totals, key=lambda head: (-totals[head], head))
    crossings = [
        Crossing({"cancer": cancer, **{head: len(cells[cancer].get(head, ())) for head in heads}})
        for cancer in sorted(cells)
    ]
    return crossings, heads
