"""Remembers what rows of a string and a day get."""

from __future__ import annotations

from bisect import bisect_right

from immunocli.tables.read_strings import LONGEST_REMEMBERED, MOST_REMEMBERED, Findings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.records.match import Match

_MOST_TIMELINES = 1 << 16


class DatedFindings(Findings):
    """What rows get by two raw cells: one names something, the other tells the day."""

    def _of(self, keys: Sequence[bytes], *others: Sequence[bytes]) -> list[bytes]:
        (days,) = others
        return list(map(self._on, keys, days))

    def _on(self, raw: bytes, raw_day: bytes) -> bytes:
        timeline = self._timelines.get(raw) or self._timeline(raw)
        days = self._days.get(raw_day) or self._read_days(raw_day)
        day = days[1]
        if not day:
            self.without_day += 1
        place = bisect_right(timeline.turns, day) if day else -1
        form = timeline.forms[place]
        if form is None:
            form = timeline.forms[place] = self._form(timeline.text, timeline.match, day)
        return form

    def _timeline(self, raw: bytes) -> _Timeline:
        text = self._text_of(raw)
        match = self._columns.read(text)
        made = _Timeline(text, match, self._columns.turns(match))
        if len(raw) <= LONGEST_REMEMBERED:
            if len(self._timelines) >= _MOST_TIMELINES:
                self._forget()
            self._timelines[raw] = made
        return made

    def _read_days(self, raw: bytes) -> tuple[str, str]:
        """Return the first and last day that a raw cell tells; empty when the record knows of none."""
        if len(self._days) >= MOST_REMEMBERED:
            self._days.clear()
        days = self._days[raw] = self._columns.days(self._text_of(raw)) or ("", "")
        return days

    def _forget(self) -> None:
        super()._forget()
        self._timelines: dict[bytes, _Timeline] = {}
        self._days: dict[bytes, tuple[str, str]] = {}


class _Timeline:
    """What rows of one string get, by stretches of days.

    Args:
        text: the string.
        match: what it names.
        turns: the days on which something changed, in order.
    """

    __slots__ = ("forms", "match", "text", "turns")

    def __init__(self, text: str, match: Match, turns: list[str]) -> None:
        self.text, self.match, self.turns = text, match, turns
        # What is before each turn and after the last, and without a day; made when it is needed.
        self.forms: list[bytes | None] = [None] * (len(turns) + 2)
