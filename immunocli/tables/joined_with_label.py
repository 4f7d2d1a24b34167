"""Remembers how rows that tell a therapy, a cancer and perhaps a day are held against the label."""

from __future__ import annotations

from bisect import bisect_right

from immunocli.tables.read_dated import DatedFindings
from immunocli.tables.read_strings import LONGEST_REMEMBERED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.queries.cancer_cells import CancerCell
    from immunocli.queries.label_days import OnDays
    from immunocli.queries.labels_asked import Labels
    from immunocli.records.match import Match
    from immunocli.tables.added_columns import Columns

    # What was read of the two strings, as far as it decides.
    Key = tuple[object, ...]

_MOST_STRINGS = 1 << 15
_MOST_PAIRS = 1 << 12
# What rows get takes some 500 bytes each.
_MOST_FORMS = 1 << 15


class JoinedFindings(DatedFindings):
    """What rows get by three raw cells: one names a therapy, one a cancer, one tells the day, if there is one.

    What is remembered is bounded: strings, pairs of therapy and cancer, and what each pair is between
    two days on which something changed.
    """

    # How many forms of rows all pairs have.
    _kept: int

    def __init__(
        self, columns: Columns, counting: bool = False, escaping: bool = False, shared: bool = False
    ) -> None:
        super().__init__(columns, counting, escaping, shared)
        self._labels: Labels = columns.labels()
        self._today, self._begins = columns.today, columns.begins

    def _of(self, keys: Sequence[bytes], *others: Sequence[bytes]) -> list[bytes]:
        if len(others) == 1:
            return [self._told(one, cancer, self._today) for one, cancer in zip(keys, others[0], strict=True)]
        days, cancers = others
        found = []
        for raw, raw_day, raw_cancer in zip(keys, days, cancers, strict=True):
            span = self._days.get(raw_day) or self._read_days(raw_day)
            self.without_day += not span[1]
            found.append(self._told(raw, raw_cancer, span))
        return found

    def _told(self, raw: bytes, raw_cancer: bytes, span: tuple[str, str]) -> bytes:
        drug = self._drugs.get(raw) or self._drug(raw)
        cell = self._cells.get(raw_cancer) or self._cell(raw_cancer)
        if not cell.ids:
            self.without_cancer += 1
        pair = self._pairs.get((drug.key, cell.key)) or self._pair(drug, cell)
        places = (bisect_right(pair.turns, span[0]), bisect_right(pair.turns, span[1])) if span[1] else None
        form = pair.forms.get(places)
        if form is None:
            form = pair.forms[places] = self._made_of(pair, drug, span)
            self._count_form()
        return form

    def _made_of(self, pair: _Pair, drug: _Drug, span: tuple[str, str]) -> bytes:
        """Return what a row gets, the same object for the same form."""
        told = self._labels.between(pair.held, drug.match, pair.cell, *span)
        day = self._day_of(drug.match, span[1]) if self._columns.dated else None
        cells = self._columns.cells(drug.text, drug.match, day, told)
        form = self._one_object(self._appended(cells))
        if not drug.match.ids:
            self._unclear = True
        elif any(one.on_label == "doubtful" for one in told) or drug.match.review == "yes":
            self._doubtful.add(form)
        return form

    def _count_form(self) -> None:
        self._kept += 1
        if self._kept >= _MOST_FORMS:
            self._pairs.clear()
            self._kept = 0

    def _drug(self, raw: bytes) -> _Drug:
        text = self._text_of(raw)
        match = self._columns.read(text)
        # Without a key the string itself is told in what the row gets.
        made = _Drug(text, match, self._columns.decisive(text, match) or (text,))
        if len(raw) <= LONGEST_REMEMBERED:
            if len(self._drugs) >= _MOST_STRINGS:
                self._drugs.clear()
            self._drugs[raw] = made
        return made

    def _cell(self, raw: bytes) -> CancerCell:
        made = self._labels.cell(self._text_of(raw))
        if len(raw) <= LONGEST_REMEMBERED:
            if len(self._cells) >= _MOST_STRINGS:
                self._cells.clear()
            self._cells[raw] = made
        return made

    def _pair(self, drug: _Drug, cell: CancerCell) -> _Pair:
        held = self._labels.on_days(drug.match, cell)
        turns = {turn for one in held for turn in one.turns}
        made = _Pair(cell, held, sorted(turns.union(self._turns_of(drug.match))))
        if len(self._pairs) >= _MOST_PAIRS:
            self._pairs.clear()
        self._pairs[drug.key, cell.key] = made
        return made

    def _day_of(self, match: Match, day: str) -> str:
        """Return the first day on which therapies stood as on a day: so their standing is read once."""
        if not day:
            return day
        turns = self._turns_of(match)
        place = bisect_right(turns, day)
        return max(turns[place - 1], self._begins) if place else self._begins

    def _turns_of(self, match: Match) -> list[str]:
        """Return the days on which the standing of what was named changed; each therapy is read once."""
        found = self._turns.get(match.id)
        if found is None:
            if len(self._turns) >= _MOST_PAIRS:
                self._turns.clear()
            found = self._turns[match.id] = self._columns.turns(match)
        return found

    def _forget(self) -> None:
        super()._forget()
        self._turns: dict[str, list[str]] = {}
        self._drugs: dict[bytes, _Drug] = {}
        self._cells: dict[bytes, CancerCell] = {}
        self._pairs: dict[tuple[Key, Key], _Pair] = {}
        self._kept = 0


class _Drug:
    """What a string names.

    Args:
        text: the string.
        match: what it names.
        key: all that what a row gets depends on.
    """

    __slots__ = ("key", "match", "text")

    def __init__(self, text: str, match: Match, key: Key) -> None:
        self.text, self.match, self.key = text, match, key


class _Pair:
    """A therapy and a cancer on all days.

    Args:
        cell: what was read of the cancer.
        held: what tells the days of each therapy.
        turns: the days on which anything of it changed, in order.
    """

    __slots__ = ("cell", "forms", "held", "turns")

    def __init__(self, cell: CancerCell, held: Sequence[OnDays], turns: list[str]) -> None:
        self.cell, self.held, self.turns = cell, list(held), turns
        # By the places of first and last day among the turns; None is without a day.
        self.forms: dict[tuple[int, int] | None, bytes] = {}
