"""Turns records into what people read; here the names they read in place of ids."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed import Data

_NAMED = {"targets": "target", "cancers": "cancer", "cancer": "cancer", "therapies": "therapy"}


# So many names of a long list are shown.
MANY = 12


def title_of(data: Data, kind: str, one: str) -> str:
    """Return the name that people read for an id; the id itself when there is none."""
    return str(data.get("title", f"{kind}/{one}") or one)


def label(data: Data, column: str, value: Any) -> str:
    """Return a cell of a table for people: names in place of ids, commas in place of `;`."""
    if value is None:
        return ""
    if column == "type":
        return title_of(data, "type", value)
    if column == "therapy":
        return title_of(data, "therapy", value)
    if column in _NAMED:
        kind = _NAMED[column]
        values = [value] if isinstance(value, str) else value
        named = [title_of(data, kind, one).removesuffix(" cancer") for one in values]
        if column == "therapies" and len(named) > MANY:
            named = [*named[:MANY], f"and {len(named) - MANY} more"]
        return ", ".join(named)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
