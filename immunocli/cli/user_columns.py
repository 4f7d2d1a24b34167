"""Looks at the columns of a user's table, to tell what could be annotated."""

from __future__ import annotations

import csv

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


def columns_of(path: str) -> list[str]:
    """Return the names of the columns of a table, as far as its first line tells; nothing when it does not."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            first = file.readline(_READ)
    except (OSError, ValueError):
        return []
    if first.lstrip()[:1] == "{":
        import json  # few tables are lines of JSON

        try:
            return list(json.loads(first))
        except ValueError:
            return []
    delimiter = max("\t,;|", key=first.count)
    try:
        cells = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in cells if cell.strip() and cell.isprintable()]


def likeliest(columns: list[str]) -> str:
    """Return the column that names drugs, as its name says, else the first."""
    return next((one for part in _LIKELY for one in columns if part in one.lower()), columns[0])


def told(columns: list[str]) -> str:
    """Return the names of some columns, to choose from."""
    more = ", ..." if len(columns) > _TOLD else ""
    return ", ".join(columns[:_TOLD]) + more
