"""Reads the days of a table in the forms in which tables write them; none is guessed."""

from __future__ import annotations

import re

from immunocli.dates import days_in
from immunocli.errors import UsageError
from immunocli.text import quote

ORDERS = ("mdy", "dmy")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_SHORTEST = 3
# What may follow a day: a time.
_TIME = re.compile(
    r"(?:T|\s+)\d{1,2}:\d{2}[\d:.,]*\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$", re.I | re.A
)
_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$", re.A)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$", re.A)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$", re.A)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})$", re.A)
_DAY_NAMED = re.compile(r"(\d{1,2})[\s\-/.]*([a-z]{3,9})\.?[\s\-/.,]*(\d{4})$", re.I | re.A)
_NAMED_DAY = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})$", re.I | re.A)
_YEAR_NAMED = re.compile(r"(\d{4})[\s\-/.]*([a-z]{3,9})\.?[\s\-/.,]*(\d{1,2})$", re.I | re.A)
_NAMED_YEAR = re.compile(r"([a-z]{3,9})\.?[\s\-/.,]*(\d{4})$", re.I | re.A)


def date_in(text: str, order: str | None = None) -> str | None:
    """Return the date that a cell tells, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None when it is none.

    Args:
        text: the cell: 2024-03-05, 20240305, 3/25/2024, 05-MAR-2024, March 5, 2024; a time may follow.
        order: one of ORDERS, for days that are written in numbers alone.

    Raises:
        UsageError: it may be either of two days, and no order was given.
    """
    plain = text.strip()
    if not plain or not any(map(str.isdigit, plain)):
        return None
    plain = _TIME.sub("", plain)
    found = _YEAR_FIRST.match(plain) or _COMPACT.match(plain)
    if found is not None:
        groups = found.groups()
        year, month, day = (groups[0], groups[-2], groups[-1]) if len(groups) == 4 else groups
        return _date(year, month, day)
    found = _NUMBERS.match(plain)
    if found is not None:
        return _by_order(text, int(found[1]), int(found[3]), found[4], order)
    found = _MONTH_YEAR.match(plain)
    if found is not None:
        return _date(found[2], found[1])
    return _named(plain)


def _by_order(text: str, one: int, other: int, year: str, order: str | None) -> str | None:
    """Return the day of two numbers and a year; where either may be the month, the order decides."""
    first, second = _date(year, one, other), _date(year, other, one)
    if order is not None:
        return first if order == "mdy" else second
    if first and second and first != second:
        raise UsageError(
            f"{quote(text.strip())} may be {first} or {second}; --date-format mdy (the month first) or dmy tells "
            "which",
            option="--date-format",
            known=ORDERS,
        )
    return first or second


def _named(plain: str) -> str | None:
    """Return the date whose month is a word."""
    for pattern, year, month, day in (
        (_DAY_NAMED, 3, 2, 1), (_NAMED_DAY, 3, 1, 2), (_YEAR_NAMED, 1, 2, 3), (_NAMED_YEAR, 2, 1, 0),
    ):  # fmt: skip
        found = pattern.match(plain)
        number = None if found is None else _month(found[month])
        if found is not None and number:
            return _date(found[year], number, found[day] if day else None)
    return None


def _month(word: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 is none."""
    lower = word.lower()
    if len(lower) < _SHORTEST:
        return 0
    lower = "sep" if lower == "sept" else lower
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(lower)), 0)


def _date(year: str, month: str | int | None = None, day: str | int | None = None) -> str | None:
    """Return a date when there is such a day."""
    if month is None:
        return year if int(year) else None
    if not (int(year) and 1 <= int(month) <= len(_MONTHS)):
        return None
    if day is None:
        return f"{year}-{int(month):02d}"
    if not 1 <= int(day) <= days_in(int(year), int(month)):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"
