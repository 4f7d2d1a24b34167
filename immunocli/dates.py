"""Reads and compares dates that may know only their year or month."""

import immunocli
from immunocli.text import quote

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """Return how many days that month has."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


def parse(text: str) -> str:
    """Return `text` if it is a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Raises:
        UsageError: it is none of these, or no such day exists.
    """
    parts = text.split("-")
    lengths = [len(part) for part in parts]
    if lengths in ([4], [4, 2], [4, 2, 2]) and text.isascii() and "".join(parts).isdigit():
        year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
        if year >= 1 and 1 <= month <= 12 and 1 <= day <= days_in(year, month):
            return text
    from immunocli.dates_in_other_forms import days_meant  # only errors read other forms

    told = f"{quote(text)} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"
    raise immunocli.UsageError(told, days_meant(text), wrong=text)


def last_day(date: str) -> str:
    """Return the last day of a date that may be partial: `2023` is `2023-12-31`."""
    if len(date) == 4:
        return date + "-12-31"
    if len(date) == 7:
        return f"{date}-{days_in(int(date[:4]), int(date[5:])):02d}"
    return date


def first_day(date: str) -> str:
    """Return the first day of a date that may be partial: `2023` is `2023-01-01`."""
    return date + "-01-01"[: 10 - len(date)] if len(date) == 4 else (date + "-01")[:10]


def day_after(day: str) -> str:
    """Return the day that follows a full date."""
    year, month, number = int(day[:4]), int(day[5:7]), int(day[8:])
    if number < days_in(year, month):
        return f"{day[:8]}{number + 1:02d}"
    return f"{year}-{month + 1:02d}-01" if month < 12 else f"{year + 1:04d}-01-01"


def day_within(date: "str | None", first: "str | None", today: str) -> str:
    """Return the day that is asked about, which a record must know of.

    Args:
        date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a partial one means its last day, at most today's;
            None is today's.
        first: from when on the record is known.
        today: the record's own day.

    Raises:
        UsageError: it is no date, or a day before or after the record.
    """
    if date is None:
        return today
    day = last_day(parse(date))
    if day > today and first_day(date) <= today:
        day = today
    if day > today:
        raise immunocli.UsageError(f"{date} is after the record's day: this edition is true for {today}")
    if first is not None and day < first:
        raise immunocli.UsageError(f"{date} is before the record begins: it is known from {first} on")
    return day


def first_within(since: str, today: str) -> str:
    """Return the first day that counts, which the record must have come to.

    Args:
        since: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a partial one means its first day.
        today: the day that is asked about.

    Raises:
        UsageError: it is no date, or a later day.
    """
    first = first_day(parse(since))
    if first > today:
        raise immunocli.UsageError(
            f"--since {since} is after the record's day: nothing is known after {today}", option="--since"
        )
    return first


def span_within(
    since: "str | None", until: "str | None", begins: "str | None", today: str
) -> "tuple[str | None, str]":
    """Return the first and the last day of a span, which the record must know of.

    Args:
        since: first date that counts; a partial one means its first day; None is left to whoever asks.
        until: last date that counts; a partial one means its last day, at most today's; None is today's.
        begins: from when on the record is known.
        today: the day that is asked about.

    Raises:
        UsageError: one is no date, the span is empty, or it lies before or after the record.
    """
    first = None if since is None else first_within(since, today)
    last = today
    if until is not None:
        last = min(last_day(parse(until)), today)
        if first_day(until) > today:
            raise immunocli.UsageError(
                f"--until {until} is after the record's day: nothing is known after {today}", option="--until"
            )
        if begins is not None and last < begins:
            raise immunocli.UsageError(
                f"--until {until} is before the record begins: it is known from {begins} on", option="--until"
            )
    if first is not None and first > last:
        raise immunocli.UsageError(
            f"--since {since} is after --until {until}: no day lies between them", option="--since"
        )
    return first, last


def reached(date: "str | None", day: str) -> bool:
    """Say whether `date` had come by `day`; a partial date comes with its first day."""
    return date is not None and date <= day[: len(date)]


def months_between(earlier: str, later: str) -> int:
    """Return the whole months from one full date to another, negative when it lies before."""
    months = (int(later[:4]) - int(earlier[:4])) * 12 + int(later[5:7]) - int(earlier[5:7])
    return months - (later[8:10] < earlier[8:10])


def months_since(day: str) -> int:
    """Return the whole months from a full date to today; none when the clock tells no usable day."""
    import time

    try:
        return months_between(day, time.strftime("%Y-%m-%d"))
    except (ValueError, OverflowError, OSError):
        return 0
