"""Looks at the columns of a user's table, to tell what could be annotated."""

from __future__ import annotations

import csv

from immunocli.errors import UsageError
from immunocli.text import pasted, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue

_READ = 1 << 16
_LIKELY = (
    "drug",
    "therap",
    "treat",
    "medic",
    "agent",
    "interven",
    "regimen",
    "product",
    "brand",
    "substance",
)
_TOLD = 6


def without_header(catalogue: Catalogue, path: str, columns: Sequence[str]) -> UsageError | None:
    """Return the error for a table whose first line holds a therapy where columns should be named."""
    found = zip(columns, catalogue.resolve_all(columns), strict=True)
    place = next((place for place, (_, match) in enumerate(found) if match.id and match.review == "no"), None)
    if place is None:
        return None
    names = ["drug" if one == place else f"column{one + 1}" for one in range(len(columns))]
    told = f"{quote(path)} does not begin with columns' names: {quote(columns[place])} is a therapy"
    first = _first_line(path)
    if columns[place] not in first:  # packed, otherwise encoded, or lines are skipped: nothing plain to paste
        return UsageError(f"{told}; put a line of names above it")
    delimiter = _delimiter(first).replace("\t", r"\t")
    headed = f"(printf '{delimiter.join(names)}\\n'; cat {pasted(path)})"
    return UsageError(told, advice=f"{headed} | immuno annotate - --column drug")


def columns_of(path: str) -> list[str]:
    """Return the names of the columns of a table, as far as its first line tells; nothing when it does not."""
    first = _first_line(path)
    if first.lstrip()[:1] == "{":
        import json  # few tables are lines of JSON

        try:
            return [key for key in json.loads(first) if key.strip() and key.isprintable()]
        except (ValueError, RecursionError):
            return []
    try:
        cells = next(csv.reader([first], delimiter=_delimiter(first)), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in cells if cell.strip() and cell.isprintable()]


def _first_line(path: str) -> str:
    """Return the first line of a plain file of UTF-8; of any other nothing."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.readline(_READ)
    except (OSError, ValueError):
        return ""


def _delimiter(first: str) -> str:
    return max("\t,;|", key=first.count)


def likeliest(columns: list[str]) -> str:
    """Return the column that names drugs, as its name says, else the first."""
    return next((one for part in _LIKELY for one in columns if part in one.lower()), columns[0])


def told(columns: list[str]) -> str:
    """Return the names of some columns, to choose from."""
    more = ", ..." if len(columns) > _TOLD else ""
    return ", ".join(columns[:_TOLD]) + more
