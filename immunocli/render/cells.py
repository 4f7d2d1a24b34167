"""Writes one value of a record as one line of text."""

from __future__ import annotations

from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Behind the id of a warning: whether it stands in the box of its label.
_BOXED = {True: " (boxed)", None: " (box not known)"}


def cell(value: Any) -> str:
    """Return a value as one line: lists joined with `;`, alternatives with `|`, nothing as an empty text.

    Tabs and line ends become single spaces; hidden characters become visible.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value if value.isprintable() else clean(value.replace("\r\n", " "))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ";".join(["|".join(map(cell, one)) if isinstance(one, list) else cell(one) for one in value])
    if isinstance(value, dict):
        if "name" in value:
            return cell(value["name"])
        if "id" in value:
            return cell(value["id"]) + _BOXED.get(value.get("boxed", False), "")
        return ";".join(f"{cell(key)}={cell(part)}" for key, part in value.items() if part)
    return str(value)
