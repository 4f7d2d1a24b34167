"""Holds the strings of many rows against the label: each string is read once."""

from __future__ import annotations

from immunocli.queries.cancer_cells import CancerCell, read_cell
from immunocli.queries.label_days import NO_CANCER, NO_DAY, NO_THERAPY, Label, OnDays, not_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.resolve import Resolver
    from immunocli.records.match import Match
    from immunocli.records.on_label import OnLabel
    from immunocli.store.typed_store import Store

_MOST_REMEMBERED = 1 << 12


class Labels:
    """Answers whether uses in labels covered cancers.

    Args:
        store: where the record is.
        drugs: who reads the names of therapies.
        cancers: who reads those of cancers.
    """

    def __init__(self, store: Store, drugs: Resolver, cancers: Resolver) -> None:
        self._store, self._drugs, self._cancers = store, drugs, cancers
        self._labels: dict[tuple[str, str], Label] = {}
        self._found: dict[tuple[str, ...], OnDays] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return Labels, (self._store, self._drugs, self._cancers)

    def cell(self, text: str) -> CancerCell:
        """Return what a cell says of cancers."""
        return read_cell(self._store, self._cancers, text)

    def answer(self, drug: str, cancer: str, first: str, last: str) -> list[OnLabel]:
        """Return the answer for each therapy that a string names; see `Catalogue.on_label`.

        Args:
            drug: as it stands in a table.
            cancer: as it stands there.
            first: the first day that is meant, `YYYY-MM-DD`.
            last: the last day that is meant.
        """
        match, cell = self._drugs.resolve(drug), self.cell(cancer)
        return self.between(self.on_days(match, cell), match, cell, first, last)

    def on_days(self, match: Match, cell: CancerCell) -> list[OnDays]:
        """Return what tells the days of each therapy that was named; none when nothing is recognized."""
        if not cell.ids:
            return []
        found = []
        for one in match.ids:
            key = (one, match.product, match.review, *cell.key)
            held = self._found.get(key)
            if held is None:
                if len(self._found) >= _MOST_REMEMBERED:
                    self._found.clear()
                label = self._label(one, match.product)
                held = self._found[key] = OnDays(self._store, label, cell, match.review)
            found.append(held)
        return found

    def _label(self, therapy: str, product: str) -> Label:
        """Return the label of a therapy, or of the products of it that are named: there are some hundreds."""
        found = self._labels.get((therapy, product))
        if found is None:
            (record,) = self._store.records("therapy", [therapy])
            names = product.split(";") if product else ()
            found = self._labels[therapy, product] = Label(record, names, self._store.edition["as_of"])
        return found

    def between(
        self, found: list[OnDays], match: Match, cell: CancerCell, first: str, last: str
    ) -> list[OnLabel]:
        """Return the answers for a date, or that something was not recognized."""
        day = last or None
        if not match.ids:
            return [not_told(cell, "", day, NO_THERAPY)]
        if not cell.ids:
            return [not_told(cell, one, day, NO_CANCER) for one in match.ids]
        if day is None:
            return [not_told(cell, one, day, NO_DAY) for one in match.ids]
        return [one.between(first, last) for one in found]
