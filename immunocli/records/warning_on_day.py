"""Tells how a warning stood in a label on a day, and in which words; what documents leave open is not known."""

from __future__ import annotations

from immunocli.dates import first_day, last_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# How a warning stood in a label on a day: there, not there, or not known: it came by a later one, or left since
# an earlier one.
WARNED, NOT_WARNED, MAYBE_NOT_YET, MAYBE_NO_MORE = ("yes", "no", "not yet, maybe", "no more, maybe")


def warned_on(warning: Mapping[str, Any], day: str) -> str:
    """Return how a warning stood in its label on a day: WARNED, NOT_WARNED, MAYBE_NOT_YET or MAYBE_NO_MORE.

    Within a month, or a year, of which no day is known, it is not known, up to its last day.

    Args:
        warning: with `from`, whether that is the `latest` possible day, and then the day of the last document
            seen before without it; `until`, and, where that is the latest possible day, that of the last with it.
        day: `YYYY-MM-DD`.
    """
    begun, until, without, having = (warning[key] for key in ("from", "until", "last_without", "last_with"))
    if until and last_day(until) <= day:
        return NOT_WARNED
    if begun and day < last_day(begun):
        open_then = warning["latest"] and not (without and day <= first_day(without))
        return MAYBE_NOT_YET if open_then or first_day(begun) <= day else NOT_WARNED
    if until and (first_day(until) <= day or (having and last_day(having) < day)):
        return MAYBE_NO_MORE
    return WARNED


def worded_on(warning: Mapping[str, Any], day: str) -> str:
    """Return the words of a warning on a day: an earlier wording up to the first document that has the next."""
    for one in warning["earlier"]:
        if day < last_day(one["until"]):
            return str(one["text"])
    return str(warning["text"])
