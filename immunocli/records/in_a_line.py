"""Tells a use in a line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# Whom a use is for, by its `population`.
WHOM = {"adult": "for adults", "pediatric": "for children", "adult-and-pediatric": "for adults and children"}
_SAID = ("adult", "child", "pediatric")


def in_a_line(use: Mapping[str, Any]) -> str:
    """Return a use's first day, what it is for, and for whom where its words do not say that."""
    whom, summary = WHOM.get(use["population"] or "", ""), str(use["summary"])
    said = any(word in summary.casefold() for word in _SAID)
    return f"{use['approved']}: {summary}" + (f", {whom}" if whom and not said else "")
