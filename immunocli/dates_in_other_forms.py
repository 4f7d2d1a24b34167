"""Finds the day that is meant by a date in another form than the record's own: 31/12/2020, May 2021."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = re.compile(r"[a-z]+|\d+", re.IGNORECASE)


def days_meant(text: str) -> list[str]:
    """Return what a date may mean, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: none, one, or two where it is not clear.

    Args:
        text: as it was typed; of a day that there is not, its month.
    """
    parts = _PARTS.findall(text[:40])
    years = [part for part in parts if len(part) == 4 and part.isdigit()]
    if len(years) != 1 or not 1 < len(parts) <= 3:
        return []
    others = [part for part in parts if part != years[0]]
    named = [_MONTHS.index(part[:3].lower()) + 1 for part in others if part[:3].lower() in _MONTHS]
    numbers = [int(part) for part in others if part.isdigit()]
    if len(named) + len(numbers) != len(others):
        return []
    if named:
        ways = [(named[0], *numbers)]
    elif len(numbers) < 2 or parts[0] == years[0]:
        ways = [tuple(numbers)]
    else:
        ways = [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
    return list(dict.fromkeys(day for way in ways if (day := _written(years[0], way))))


def _written(year: str, way: tuple[int, ...]) -> str:
    """Return year, month and day as a date; the month alone where it lacks that day; nothing where there is none."""
    from immunocli.dates import days_in

    month, *day = way
    if not 1 <= month <= 12:
        return ""
    if day and 1 <= day[0] <= days_in(int(year), month):
        return f"{year}-{month:02d}-{day[0]:02d}"
    return f"{year}-{month:02d}" if not day or day[0] <= 31 else ""
