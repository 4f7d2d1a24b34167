"""Tells the therapies that concerned cancers, types, targets, terms and parts on an earlier day."""

from __future__ import annotations

from immunocli.dates import reached
from immunocli.records import status_on_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.store.typed_store import Store


def as_told(store: Store, kind: str, stored: Sequence[dict[str, Any]], day: str) -> list[dict[str, Any]]:
    """Return records of a vocabulary with the therapies, and the uses, of a day.

    Args:
        store: where they are.
        kind: `cancer`, `type`, `target`, `term` or `part`.
        stored: as they are kept, with those of the record's own day.
        day: `YYYY-MM-DD`.
    """
    if kind == "cancer":
        treating = _Treating(store, day)
        return [{**one, "therapies": treating.therapies(one["id"])} for one in stored]
    begun = _approved_by(store, day)
    told = []
    for one in stored:
        therapies = [each for each in one["therapies"] if each in begun]
        changed: dict[str, Any] = {"therapies": therapies}
        if kind == "type":  # what else is noted has no day
            changed["side_effects"] = {**one["side_effects"], "note": None}
        if "uses" in one:
            changed["uses"] = [use for use in one["uses"] if _begun(store, use, day)]
            if one["uses"]:  # a marker: its therapies are those that required it by then
                owners = {store.owner(use) for use in changed["uses"]}
                changed["therapies"] = [each for each in therapies if each in owners]
        told.append({**one, **changed})
    return told


def _approved_by(store: Store, day: str) -> set[str]:
    """Return the therapies that had a use by a day."""
    return {
        one["id"]
        for one in store.briefs(store.titles("therapy")).values()
        if any(reached(spans[0][0], day) for _, spans in one["spans"])
    }


def _begun(store: Store, use: str, day: str) -> bool:
    owner = store.owner(use)
    uses = store.uses_of([owner]) if owner else []
    return any(one["id"] == use and status_on_day.events_on(one, day) for one in uses)


class _Treating:
    """Which therapies had a current use for a cancer on a day."""

    def __init__(self, store: Store, day: str) -> None:
        self._store = store
        briefs = store.briefs(store.titles("therapy"))
        revoked = {one: status_on_day.revoked_on(told["products"], day) for one, told in briefs.items()}
        self._order = list(briefs)
        self._current: dict[str, list[dict[str, Any]]] = {}
        for use in store.all_uses():
            row = status_on_day.use_on(use, day, revoked[use["therapy"]])
            if row and row["status"] == "current":
                self._current.setdefault(row["cancer"], []).append(row)

    def therapies(self, cancer: str) -> list[str]:
        """Return them by name, those with a use for something wider too."""
        from immunocli.records.relation import fits

        scope = self._store.scope(cancer)
        found = {row["therapy"] for one in scope["below"] for row in self._current.get(one, ())}
        for one in scope["above"]:
            found.update(row["therapy"] for row in self._current.get(one, ()) if fits(scope, row))
        for one, forms in scope["crossing"].items():
            rows = self._current.get(one, ())
            found.update(row["therapy"] for row in rows if any(fits(form, row) for form in forms))
        return [one for one in self._order if one in found]
