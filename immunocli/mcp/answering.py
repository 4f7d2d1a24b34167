"""Turns what the catalogue finds into small answers for assistants, and says what was left out."""

from __future__ import annotations

import re
from typing import Any

from immunocli.errors import ImmunoError, UsageError
from immunocli.found import Found, Notice
from immunocli.records.fields import Record
from immunocli.render.answers import DISCLAIMER
from immunocli.render.as_json import encode
from immunocli.text import clean

# An answer of this many bytes is small enough to read; what does not fit is counted.
LARGEST = 8_000
_ROOM_FOR_TAIL = 600
# What a list can do without before it does without a record.
_DISPENSABLE = ("warnings", "mechanism", "sources", "verified", "regulator", "uses")
# What a whole record does without when it is long: other tools tell it.
_TOLD_ELSEWHERE = ("aliases", "indications", "claims", "products", "asked_as", "sources", "path", "below")
_LONG = 1_200
_LONGEST_ECHO = 200
_LONGEST_TEXT = 600
_OPTION = re.compile(r"(?<![\w-])--([a-z]+(?:-[a-z]+)*)")
# What an option of the command line is called here where that is not its own name.
_ARGUMENTS = {"agnostic": "any_tumor"}


def told(found: Found[Any], following: str, *, full: bool = False, skip: int = 0) -> str:
    """Return an answer as JSON of at most LARGEST bytes.

    Args:
        found: what was found.
        following: what to ask next, in words an assistant can act on.
        full: every field of a record, not those of a list alone.
        skip: so many records were told before.

    Raises:
        UsageError: there is no such place to begin.
    """
    if skip < 0:
        raise UsageError("skip is 0 or more")
    head = {
        "edition": found.edition["edition"],
        "as_of": found.day,
        "checked": found.edition["checked"],
        "note": DISCLAIMER,
        "query": _echoed(found.query),
        "notices": [_noted(notice) for notice in found.notices],
        "count": len(found),
    }
    room = LARGEST - _size(head) - _ROOM_FOR_TAIL
    records: list[dict[str, Any]]
    records = [_whole(record) if full else record.in_list() for record in found[skip:]]
    without: list[str] = []
    if not full and sum(map(_size, records)) + 2 * len(records) > room:
        without = [field for field in _DISPENSABLE if records and field in records[0]]
        records = [
            {field: value for field, value in record.items() if field not in without} for record in records
        ]
    kept = _fitting(records, room)
    left = len(records) - len(kept)
    tail: dict[str, Any] = {"left_out": left}
    if skip:
        tail["skipped"] = min(skip, len(found))
    if without:
        tail["fields_left_out"] = without
    if left:
        following = f"{left} more: ask again with skip={skip + len(kept)}, or with more filters. {following}"
    tail["next"] = following
    return f'{encode(head)[:-1]}, "results": [{", ".join(kept)}], {encode(tail)[1:]}'


def _fitting(records: list[dict[str, Any]], room: int) -> list[str]:
    """Return records as JSON, as many as there is room for; the first is made to fit."""
    kept: list[str] = []
    for record in records:
        shown = encode(record if kept else _cut(record, room))
        room -= len(shown.encode()) + 2
        if room < 0 and kept:
            break
        kept.append(shown)
    return kept


def _whole(record: Record) -> dict[str, Any]:
    """Return a whole record without what is long and told by other tools; `left_out` counts it."""
    whole = record.as_dict()
    long = [field for field in _TOLD_ELSEWHERE if field in whole and _size(whole[field]) > _LONG]
    for field in long:
        _leave_out(whole, field)
    return whole


def _cut(record: dict[str, Any], room: int) -> dict[str, Any]:
    """Return a record that fits: its longest fields are shortened or left out, and counted."""
    record = dict(record)
    while _size(record) + 2 > room:
        field = max((one for one in record if one != "left_out"), key=lambda one: _size(record[one]))
        value = record[field]
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            record[field] = value[:_LONGEST_TEXT] + "..."
        else:
            _leave_out(record, field)
    return record


def _leave_out(record: dict[str, Any], field: str) -> None:
    value = record.pop(field)
    many = len(value) if isinstance(value, list | dict) else 1
    record["left_out"] = {**record.get("left_out", {}), field: many}


def _echoed(value: Any) -> Any:
    """Return what was asked with long texts and lists shortened: the assistant has them."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_ECHO else value[:_LONGEST_ECHO] + "..."
    if isinstance(value, dict):
        return {key: _echoed(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        more = [f"{len(value) - 10} more"] if len(value) > 10 else []
        return [*map(_echoed, value[:10]), *more]
    return value


def _noted(notice: Notice) -> dict[str, Any]:
    told: dict[str, Any] = _echoed(notice.as_dict())
    return told | {"message": _as_arguments(notice.message)}


def _as_arguments(message: str) -> str:
    """Return a line with the options of the command line as arguments are called: `as_of` for `--as-of`."""
    return _OPTION.sub(lambda found: _ARGUMENTS.get(found[1], found[1].replace("-", "_")), message)


def _size(value: Any) -> int:
    return len(encode(value).encode())


def refused(problem: ImmunoError) -> str:
    """Return an error as an answer: what is wrong, why, and what to try."""
    error = {
        "code": problem.code,
        "message": _as_arguments(clean(problem.message)),
        "suggestions": [clean(one) for one in problem.suggestions],
    }
    following = "Ask again with one of the suggestions." if problem.suggestions else "Ask again, corrected."
    return encode({"error": error, "next": following})
