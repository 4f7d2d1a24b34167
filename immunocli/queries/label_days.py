"""Says whether a use in the label of a day covered a cancer, and how surely that is known."""

from __future__ import annotations

from bisect import bisect_right

from immunocli.dates import day_after, first_day, last_day
from immunocli.queries.documents import published_by
from immunocli.queries.label_uses import at_once, concerning, held_against
from immunocli.queries.on_a_day import turns_of
from immunocli.records import own_label, status_on_day
from immunocli.records.on_label import OnLabel
from immunocli.records.values import ANY_TUMOR, DOUBTFUL, NO, NOT_KNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.queries.cancer_cells import CancerCell
    from immunocli.store.typed_store import Store

    Row = dict[str, Any]

# Why an answer is no plain yes or no.
NO_THERAPY, NO_CANCER, NO_DAY = "therapy-not-known", "cancer-not-known", "day-not-known"
_LOOK_AT_THERAPY, _LOOK_AT_CANCER = "look-at-therapy", "look-at-cancer"
_WITHIN_DATE, _EVENT_DAY = "changed-within-date", "day-of-event-not-known"
_END = "end-of-license-not-known"
_CURRENT = "current"
_FULL = len("2000-01-01")
# Before all that is known.
_FIRST = "0001-01-01"


class Label:
    """The label of a therapy, or of some of its products, on any day.

    Args:
        record: of the therapy.
        products: names; none: all that the therapy has.
        today: the record's own day.
    """

    def __init__(self, record: Row, products: Sequence[str], today: str) -> None:
        self.id: str = record["id"]
        self.today = today
        self._record = record
        held = record["products"]
        self._asked = {one["name"]: one["name"] for one in held if one["name"] in products}
        self._held = [one for one in held if one["name"] in self._asked] or held
        known = {own_label.how_known([one for one in held if one["name"] == name]) for name in self._asked}
        asked = [one for one in held if one["name"] in self._asked]
        # Uses that they may have: that is not known.
        self.unsure = own_label.unsure(asked)
        if self.unsure:
            record = self._record = own_label.supposing(record)
        # They may lack uses that the therapy has, and have none that it lacks.
        self.fewer = [f"product-{one}" for one in (own_label.UNKNOWN, own_label.FOREIGN) if one in known]
        # All uses that it has on any day.
        self.uses: list[Row] = record["indications"]
        if self._asked:
            self.uses = own_label.narrowed(record, list(self._asked))["indications"]
        vague = [event["date"] for use in self.uses for event in use["events"]]
        vague += [one["license"]["from"] for one in self._held if one["license"]["from"]]
        self._vague = {date for date in vague if len(date) < _FULL}
        self.turns = sorted({*turns_of(record, today), *(day_after(last_day(one)) for one in self._vague)})
        self._days: dict[str, list[Row]] = {}

    def on(self, day: str) -> list[Row]:
        """Return the uses as they stood on a day, those that had ended too."""
        found = self._days.get(day)
        if found is None:
            record = self._record
            if self._asked:
                from immunocli.queries.by_product import OwnLabel  # few strings name a product

                record = OwnLabel(record, self._asked, day, self.today).record
            revoked = status_on_day.revoked_on(record["products"], day)
            if revoked == status_on_day.MAYBE:
                revoked = None  # told as in the label, and then as doubtful
            found = [row for use in record["indications"] if (row := _row(use, day, revoked))]
            self._days[day] = found
        return found

    def is_vague(self, uses: Sequence[Row], day: str) -> bool:
        """Say whether something that decides came in the month or year of a day, nobody knows when."""
        if not any(day.startswith(date) for date in self._vague):
            return False
        dates = [event["date"] for use in uses for event in use["events"]]
        dates += [one["license"]["from"] for one in self._held if self._asked]
        return any(date in self._vague and day.startswith(date) for date in dates if date)

    def may_have_ended(self, day: str) -> bool:
        """Say whether it is not known if the license had ended by a day."""
        return status_on_day.revoked_on(self._held, day) == status_on_day.MAYBE


class OnDays:
    """A label held against a cancer on any day.

    Args:
        store: where the cancers are.
        label: the label.
        cell: what was read of the cancer, which is recognized.
        review: `yes` when a person should look at how the therapy was read.
    """

    def __init__(self, store: Store, label: Label, cell: CancerCell, review: str) -> None:
        self._store, self._label, self._cell = store, label, cell
        self._unsure = [_LOOK_AT_THERAPY] * (review == "yes") + [_LOOK_AT_CANCER] * (cell.review == "yes")
        self._concerning = {one: concerning(store, label.uses, cell, one) for one in cell.ids}
        # The days on which the answer may change, in order.
        self.turns = self._turns()
        self._found: dict[int, Row] = {}

    def _turns(self) -> list[str]:
        """Return when anything changed: the label, or which of its documents could be read."""
        uses = [use for found in self._concerning.values() for use in found]
        cited = [one for use in uses for event in use["events"] for one in event["sources"]]
        since, today = self._store.out_since, self._label.today
        out = {min(first_day(since[one]), today) for one in cited if one in since}
        return sorted(out.union(self._label.turns)) if uses else []

    def between(self, first: str, last: str) -> OnLabel:
        """Return the answer for a date; what is told beside yes and no is that of its last day.

        Args:
            first: the first day that is meant.
            last: the last day that is meant; the same for a full date.
        """
        places = range(bisect_right(self.turns, first), bisect_right(self.turns, last) + 1)
        found = [self._at(place) for place in places]
        told = found[-1]
        if told["use_status"] != _CURRENT:
            told = {**told, "use_from": self._later(places[-1])}
        if len({one["on_label"] for one in found}) > 1:
            why = dict.fromkeys([reason for one in found for reason in one["why"]])
            told = {**told, "on_label": DOUBTFUL, "why": [*why, _WITHIN_DATE]}
        return OnLabel({"id": self._label.id, "day": last, **of_cell(self._cell), **told})

    def _later(self, place: int) -> str | None:
        """Return the first day after those of a place on which a use for the cancer was in force.

        One for any tumor with a marker is told where there is no other.
        """
        begins = self.turns[place - 1] if place else _FIRST
        for_any = None
        for turn in self.turns[place:]:
            told = self._held(turn)
            if told["on_label"] == NO:
                continue
            since: str = told["use_approved"] or turn
            since = since if last_day(since) > begins else turn
            if told["relation"] != ANY_TUMOR:
                return since
            for_any, begins = for_any or since, turn
        return for_any

    def _at(self, place: int) -> Row:
        """Return the answer for all days between two turns."""
        found = self._found.get(place)
        if found is None:
            found = self._found[place] = self._on(self.turns[place - 1] if place else _FIRST)
        return found

    def _held(self, day: str) -> Row:
        rows = self._label.on(day) if self.turns else ()
        return at_once(
            [held_against(self._store, rows, self._cell, one, uses) for one, uses in self._concerning.items()]
        )

    def _on(self, day: str) -> Row:
        label, told = self._label, self._held(day)
        if day < label.today:
            told["use_sources"] = published_by(self._store, told["use_sources"], day)
        covered = told["on_label"] != NO
        doubts = [*told["why"], *self._unsure, *(label.fewer if covered else ())]
        if covered and {*told["uses"]} <= label.unsure:
            doubts.append(f"product-{own_label.UNKNOWN}")
        if label.is_vague([use for uses in self._concerning.values() for use in uses], day):
            doubts.append(_EVENT_DAY)
        if covered and label.may_have_ended(day):
            doubts.append(_END)
        return {**told, "on_label": DOUBTFUL, "why": list(dict.fromkeys(doubts))} if doubts else told


def _row(use: Row, day: str, revoked: str | None) -> Row | None:
    row = status_on_day.use_on(use, day, revoked)
    return None if row is None else {**row, "sources": status_on_day.sources_on(use, day)}


def not_told(cell: CancerCell | None, therapy: str, day: str | None, why: str) -> OnLabel:
    """Return that nothing is known, and why.

    Args:
        cell: what was read of the cancer.
        therapy: id; empty when none was recognized.
        day: the day, if that was read.
        why: what is lacking.
    """
    empty: dict[str, Any] = {
        "use_status": "", "relation": None, "uses": [], "use_approved": None, "not_weighed": [],
        "use_asks": [], "use_words": [], "use_ended": None, "use_from": None, "use_sources": [],
    }  # fmt: skip
    return OnLabel({"id": therapy, "day": day, **of_cell(cell), "on_label": NOT_KNOWN, "why": [why], **empty})


def of_cell(cell: CancerCell | None) -> Row:
    """Return what is told of the cancer."""
    if cell is None or not cell.ids:
        return {"cancer_id": "", "cancer_name": "", "cancer_review": ""}
    return {"cancer_id": ";".join(cell.ids), "cancer_name": cell.names, "cancer_review": cell.review}
