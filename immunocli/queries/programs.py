"""Tells of which therapies the record knows a program of the FDA, as a REMS: in the boxed warning, or of the product."""

from __future__ import annotations

import re

from immunocli.dates import reached
from immunocli.records.warning_on_day import MAYBE_NO_MORE, NOT_WARNED, WARNED, warned_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed_store import Store

# What notes call a program of this kind in plain words.
_AS_WORDED = "safety program"


def is_program(term: dict[str, Any]) -> bool:
    """Say whether a stored term is what the FDA asks for, told in boxed warnings."""
    return term["topic"] == "approval" and bool(term.get("boxes"))


def told(store: Store, term: str, day: str) -> list[tuple[str, str, str]]:
    """Return the therapies of which a program is told, by id, each with the day up to which, and what is told.

    The day is empty where no end is known by the day asked for. What is told of a product has no day of its own
    but those of its words, and is left out of a past one.

    Args:
        store: where to look.
        term: id of the program.
        day: `YYYY-MM-DD`.
    """
    found: list[tuple[str, str, str]] = []
    record = next(iter(store.records("term", [term])), None)
    if record is None or not is_program(record):
        return found
    named = re.compile(rf"\b(?:{re.escape(record['term'])}|{_AS_WORDED})\b")
    for one in store.records("therapy", store.titles("therapy")):
        if not any(reached(use["events"][0]["date"], day) for use in one["indications"]):
            continue
        for warning in one["warnings"]:
            how = warned_on(warning, day)
            if warning["id"] not in record["boxes"] or how not in (WARNED, NOT_WARNED, MAYBE_NO_MORE):
                continue
            if how == NOT_WARNED and not reached(warning["until"], day):
                continue  # to come
            found.append((one["id"], "" if how == WARNED else warning["until"], warning["text"]))
        for product in one["products"] if day >= store.edition["as_of"] else ():
            note = product["market"]["note"] or ""
            if named.search(note):
                found.append((one["id"], "", f"{product['name']}: {note}"))
    return found
