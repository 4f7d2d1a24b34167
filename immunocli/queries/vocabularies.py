"""Tells cancers, types, targets, terms and parts, with the therapies that concern them on a day."""

from __future__ import annotations

from immunocli.dates import reached
from immunocli.records import history

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from immunocli.records.fields import Record
    from immunocli.store.typed import Store


def kinds() -> Mapping[str, type[Record]]:
    """Return the kinds of record by name, those of vocabularies."""
    from immunocli.records.cancer import Cancer
    from immunocli.records.part import Part
    from immunocli.records.question import Question
    from immunocli.records.target import Target
    from immunocli.records.term import Term
    from immunocli.records.therapy_type import Type

    return {"cancer": Cancer, "type": Type, "target": Target, "term": Term, "part": Part, "faq": Question}


def tell(store: Store, kind: str, ids: Iterable[str], day: str | None = None) -> list[Any]:
    """Return records of a vocabulary, in the order of their ids.

    Args:
        store: where they are.
        kind: `cancer`, `type`, `target`, `term`, `part` or `faq`.
        ids: which.
        day: `YYYY-MM-DD` in the past; the therapies are those of that day. None is the record's day.
    """
    record = kinds().get(kind)
    if record is None:
        from immunocli.errors import UsageError

        raise UsageError(f"the kinds of a vocabulary are: {', '.join(kinds())}")
    stored = store.records(kind, ids)
    if day is None or day >= store.edition["as_of"] or kind == "faq":
        return [record(one) for one in stored]
    if kind == "cancer":
        treating = _Treating(store, day)
        return [record({**one, "therapies": treating.therapies(one["id"])}) for one in stored]
    begun = _approved_by(store, day)
    told = []
    for one in stored:
        therapies = [each for each in one["therapies"] if each in begun]
        changed: dict[str, Any] = {"therapies": therapies}
        if "uses" in one:
            changed["uses"] = [use for use in one["uses"] if _begun(store, use, day)]
            if one["uses"]:  # a marker: its therapies are those that required it by then
                owners = {store.owner(use) for use in changed["uses"]}
                changed["therapies"] = [each for each in therapies if each in owners]
        told.append(record({**one, **changed}))
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
    return any(one["id"] == use and history.events_on(one, day) for one in uses)


class _Treating:
    """Which therapies had a current use for a cancer on a day."""

    def __init__(self, store: Store, day: str) -> None:
        self._store = store
        today = store.edition["as_of"]
        briefs = store.briefs(store.titles("therapy"))
        revoked = {one: history.revoked_on(told["products"], day, today) for one, told in briefs.items()}
        self._order = list(briefs)
        self._current: dict[str, list[dict[str, Any]]] = {}
        for use in store.all_uses():
            row = history.use_on(use, day, revoked[use["therapy"]])
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
