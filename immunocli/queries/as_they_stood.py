"""Knows what lists tell of therapies on a day: read as it is needed, today's worked out already."""

from __future__ import annotations

from immunocli.records import status_on_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.queries.by_product import OwnLabel
    from immunocli.store.typed_store import Store


class AsTheyStood:
    """Therapies as they stood on a day.

    Args:
        store: where they are.
        day: `YYYY-MM-DD`.
        today: the record's own day.
        own: those that were asked for by the name of a product, which are told as that has them.
        boxed_as: says of warnings whether the box that was asked for is among them; None where none was.
    """

    def __init__(
        self,
        store: Store,
        day: str,
        today: str,
        own: dict[str, OwnLabel],
        boxed_as: Callable[[Iterable[Mapping[str, Any]]], bool | None] | None,
    ) -> None:
        self.store, self.day, self.today, self.own, self._boxed_as = store, day, today, own, boxed_as
        # Worked out for the record's own day, and as it is kept.
        self._today: dict[str, dict[str, Any]] = {}
        self._briefs: dict[str, dict[str, Any]] = {}
        # When the last license of a therapy had ended, and how its market stood.
        self.revoked: dict[str, str | None] = {}
        self.markets: dict[str, str] = {}
        # That of uses, by id, where not every product of the therapy has them and it is another.
        self.use_markets: dict[str, str] = {}
        # Which have the boxed warning that was asked for, or none, as was asked, and which may.
        self.warned: set[str] = set()
        self.maybe_warned: set[str] = set()

    def brief(self, therapy: str) -> dict[str, Any]:
        """Return what lists tell of a therapy, as it is kept: for any day."""
        if therapy not in self._briefs:
            self._briefs |= self.store.briefs({therapy, *self._today})
        return self._briefs[therapy]

    def _held(self, therapy: str) -> dict[str, Any]:
        worked_out = self._today.get(therapy)
        return self._briefs[therapy] if worked_out is None else worked_out["told"]

    def told(self, therapy: str) -> dict[str, Any]:
        """Return what lists tell of a therapy on the day, to be added to."""
        self._read([therapy])
        if therapy in self._today:
            return dict(self._today[therapy]["told"])
        from immunocli.records.therapy_in_short import in_short  # today's is worked out already

        return in_short(self._briefs[therapy], self.day, self.today, self.markets.get(therapy))

    def records(self, therapies: Sequence[str]) -> list[dict[str, Any]]:
        """Return the records of therapies, as the product has one that was asked for by name."""
        found = self.store.records("therapy", therapies)
        return [self.own[one["id"]].record if one["id"] in self.own else one for one in found]

    def _read(self, therapies: Iterable[str]) -> None:
        new = [one for one in therapies if one not in self._briefs and one not in self._today]
        self._briefs |= {one: self.own[one].brief for one in new if one in self.own}
        rest = [one for one in new if one not in self.own]
        if not rest:
            return
        if self.day == self.today:
            self._today |= self.store.today(rest)
        else:
            self._briefs |= self.store.briefs(rest)

    def _look_at(self, therapy: str) -> None:
        """Note how license, market and, when that is asked, boxed warnings of a therapy stand on the day."""
        worked_out = self._today.get(therapy)
        if worked_out is not None:
            told = worked_out["told"]
            self.revoked[therapy], self.markets[therapy] = worked_out["revoked"], told["market"]
            self.use_markets |= worked_out["markets"]
            warnings = told["warnings"]
        else:
            stored = self._briefs[therapy]
            self.revoked[therapy] = status_on_day.revoked_on(stored["products"], self.day)
            self.markets[therapy] = status_on_day.market_on(stored["products"], self.day, self.today)
            from immunocli.records.therapy_in_short import markets_on, warnings_on  # of a past day alone

            self.use_markets |= markets_on(stored, self.markets[therapy], self.day, self.today)
            warnings = warnings_on(stored["warnings"], self.day, stored["products"])
        if self._boxed_as:
            boxed = self._boxed_as(warnings)
            if boxed is not False:
                (self.warned if boxed else self.maybe_warned).add(therapy)
