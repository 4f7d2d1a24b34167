"""Tells a use in a line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# Whom a use is for, by its `population`.
WHOM = {"adult": "for adults", "pediatric": "for children", "adult-and-pediatric": "for adults and children"}
_SAID = ("adult", "child", "pediatric")
_OLDER = " and older"


def whom(use: Mapping[str, Any]) -> str:
    """Return whom a use is for, with the ages of the label: "for adults", "from 12 years"; nothing where not told."""
    age, population = use["age"] or "", use["population"] or ""
    if not age or (population == "adult" and age == f"18 years{_OLDER}"):
        return WHOM.get(population, "")
    if _OLDER in age:
        return f"from {age.replace(_OLDER, '')}"
    return age if age.startswith("up to") else f"for {'ages ' if age[:1].isdigit() else ''}{age}"


def told_whole(use: Mapping[str, Any]) -> str:
    """Return what a use is for, and for whom where its words do not say that."""
    summary, said = str(use["summary"]), whom(use)
    words = summary.casefold().replace(",", " ").split()
    figures = [word for word in (use["age"] or "").split() if word.isdigit()]
    if not said or (
        figures and figures[0] in words and any(word.startswith(("age", "year")) for word in words)
    ):
        return summary
    if said in WHOM.values() and any(word in summary.casefold() for word in _SAID):
        return summary
    return f"{summary}, {said}"


def in_a_line(use: Mapping[str, Any]) -> str:
    """Return a use's first day, what it is for, and for whom where its words do not say that."""
    return f"{use['approved']}: {told_whole(use)}"
