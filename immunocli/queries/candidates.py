"""Gathers the stored uses that a selection has to look at, and says which have the fields asked for."""

from __future__ import annotations

from immunocli.records import status_on_day
from immunocli.records.asked_markers import asks_for
from immunocli.records.values import REACH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from immunocli.queries.selection import Selection


def candidates(selection: Selection, wanted: list[str] | None) -> list[dict[str, Any]]:
    """Return the uses to look at, each once, as the product has them that was asked for by name.

    Args:
        selection: what is asked.
        wanted: ids of the therapies that may be meant; None is all.
    """
    found = _stored(selection, wanted)
    if not selection.own:
        return found
    held = {one: own.uses for one, own in selection.own.items()}
    told = (held[use["therapy"]].get(use["id"]) if use["therapy"] in held else use for use in found)
    return [use for use in told if use is not None]


def _stored(selection: Selection, wanted: list[str] | None) -> list[dict[str, Any]]:
    store = selection.store
    if not selection.cancer:
        if wanted is None:
            return store.uses_naming(store.agnostic) if selection.agnostic else store.all_uses()
        return store.uses_of(wanted) if selection.uses is None else list(selection.uses)
    nodes: dict[str, None] = {}
    for scope in selection.scopes.values():
        nodes.update(dict.fromkeys((*scope["below"], *scope["crossing"], *scope["above"])))
    if any(scope["solid"] for scope in selection.scopes.values()):
        nodes.update(dict.fromkeys(store.agnostic))
    return store.uses_naming(nodes)


def has_fields(selection: Selection, row: Mapping[str, Any], use: Mapping[str, Any]) -> bool:
    """Say whether a use, as it stands on the day, has the source, marker, setting, line and approval asked for."""
    if selection.source is not None and selection.source not in status_on_day.sources_on(use, selection.day):
        return False
    if selection.biomarker and not asks_for(selection.naming, row):
        return False
    if selection.setting and row["setting"] not in selection.setting:
        return False
    if selection.line and not any(in_line(row["line"], asked) for asked in selection.line):
        return False
    return selection.approval is None or row["approval"] == selection.approval


def in_line(line: str | None, asked: str) -> bool:
    """Say whether what a label says of the line of treatment leaves room for a line that is asked for.

    Args:
        line: one of LINES, as the use has it; None has no line, as before and after surgery.
        asked: another one.
    """
    if line is None:
        return False
    (first, last), (begin, end) = REACH[line], REACH[asked]
    return first <= end and begin <= last
