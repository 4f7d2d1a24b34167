"""Turns what the catalogue finds into small answers for assistants, and says what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from immunocli.errors import ImmunoError
from immunocli.found import Found
from immunocli.records.fields import Record
from immunocli.render.answers import DISCLAIMER
from immunocli.render.as_json import encode
from immunocli.text import clean

# An answer of this many bytes is small enough to read; what does not fit is counted.
LARGEST = 8_000
_ROOM_FOR_HEAD = 600


def told(found: Found[Any], following: str, *, full: bool = False) -> str:
    """Return an answer as JSON.

    Args:
        found: what was found.
        following: what to ask next, in words an assistant can act on.
        full: every field of a record, not those of a list alone.
    """
    head = {
        "edition": found.edition["edition"],
        "as_of": found.day,
        "checked": found.edition["checked"],
        "note": DISCLAIMER,
        "query": found.query,
        "notices": [notice.as_dict() for notice in found.notices],
        "count": len(found),
    }
    records = [_small(record) if full else record.in_list() for record in found]
    return _within(head, records, following)


def _within(head: dict[str, Any], records: list[dict[str, Any]], following: str) -> str:
    """Return head and records as JSON of at most LARGEST bytes; what is left out is said."""
    room = LARGEST - len(encode(head).encode()) - _ROOM_FOR_HEAD
    kept: list[str] = []
    for record in records:
        shown = encode(record)
        room -= len(shown.encode()) + 2
        if room < 0 and kept:
            break
        kept.append(shown)
    left = len(records) - len(kept)
    if left:
        following = f"{left} left out to keep this short: ask with more filters. {following}"
    tail = encode({"left_out": left, "next": following})
    return f'{encode(head)[:-1]}, "results": [{", ".join(kept)}], {tail[1:]}'


def _small(record: Record) -> dict[str, Any]:
    """Return a whole record without what an assistant asks for by other tools, counted instead."""
    whole = record.as_dict()
    for field in ("aliases", "indications", "claims", "products", "asked_as", "sources", "path", "below"):
        value = whole.get(field)
        if isinstance(value, list) and len(encode(value)) > 1_200:
            whole[field] = f"{len(value)} left out here"
    return whole


def refused(problem: ImmunoError) -> str:
    """Return an error as an answer: what is wrong, why, and what to try."""
    error = {
        "code": problem.code,
        "message": clean(problem.message),
        "suggestions": [clean(one) for one in problem.suggestions],
    }
    following = "Ask again with one of the suggestions." if problem.suggestions else "Ask again, corrected."
    return encode({"error": error, "next": following})


def guarded(answer: Callable[[], str]) -> str:
    """Return an answer, or the error that stands in its way as an answer of its own."""
    try:
        return answer()
    except ImmunoError as problem:
        return refused(problem)


def named(values: Iterable[str] | None) -> list[str]:
    """Return names without the empty ones."""
    return [value for value in values or () if value.strip()]
