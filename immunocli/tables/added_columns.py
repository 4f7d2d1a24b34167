"""Knows which columns a table may get, and what stands in them for a string that was read."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.names.forms import LONGEST_NAME
from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell
from immunocli.tables.days import ORDERS, date_in
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.queries.labels_asked import Labels
    from immunocli.records.match import Match
    from immunocli.records.on_label import OnLabel

# What is added without being asked for.
USUAL = {
    "therapy": ("id", "name", "type", "targets", "match", "review"),
    "cancer": ("id", "name", "path", "match", "review"),
}
# What may be added, by where it is read.
STANDING = ("status", "approved", "market", "license", "brands", "cancers")
_OF_MATCH = ("unread", "evidence", "suggestions")
# The products that a string names: for therapies alone.
_PRODUCT = "product"
_OF_RECORD = {"therapy": (), "cancer": ("part_of", "description")}
_REGISTRIES = {
    "therapy": ("rxnorm", "unii", "ncit", "atc"),
    "cancer": ("ncit", "oncotree", "mondo", "doid", "tcga", "icd10", "icdo", "mesh"),
}
# Strings are read up to here; what goes on is marked for review.
LONGEST_READ = 10_000
# They tell of the row's cancer, whatever therapies it has.
_OF_CELL = ("cancer_id", "cancer_name", "cancer_review")
_MOST_STANDINGS = 1 << 14


class Columns:
    """The columns that a table gets.

    Args:
        catalogue: where everything is read.
        kind: `therapy` or `cancer`.
        more: names of further columns.
        dated: rows have days: the standing is that of each row's day.
        order: of days in numbers alone: `mdy` or `dmy`; None: those that may be two days are refused.
        joined: rows have a cancer too, which is held against the label.

    Raises:
        UsageError: there is no such column.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        kind: str = "therapy",
        more: Sequence[str] = (),
        dated: bool = False,
        order: str | None = None,
        joined: bool = False,
    ) -> None:
        if kind not in USUAL:
            raise UsageError(
                f"--kind {quote(kind)} is not one of: {', '.join(USUAL)}", wrong=kind, known=USUAL
            )
        if dated and kind != "therapy":
            raise UsageError("--date tells how therapies stood; it does not go with --kind cancer")
        if joined and kind != "therapy":
            raise UsageError("--cancer-column stands beside a column of therapies; leave out --kind cancer")
        if order not in (None, *ORDERS):
            told = f"--date-format {quote(str(order))} is not one of: {', '.join(ORDERS)}"
            raise UsageError(told, wrong=str(order), known=ORDERS)
        if order is not None and not dated:
            raise UsageError("--date-format is for the column of --date", option="--date")
        known = self.known(kind)
        for name in more:
            if name not in known:
                raise UsageError(
                    f"--add: no column {quote(name)}; there are: {', '.join(known)}", wrong=name, known=known
                )
        usual = USUAL[kind]
        further = [name for name in dict.fromkeys(more) if name not in usual]
        if dated and "status" not in further:
            further.insert(0, "status")
        self._of_label = label_columns() if joined else ()
        self.names = (*usual, *self._of_label, *further)
        self.kind = kind
        self.dated = dated
        self._order = order
        self._catalogue = catalogue
        self._reader = catalogue.reader(kind)
        self._records: dict[str, dict[str, Any]] = {}
        self._standings: dict[tuple[str, str | None, str], dict[str, Any]] = {}
        self._stands = bool(set(further) & set(STANDING))
        self._tells_string = bool(set(further) & set(_OF_MATCH))
        self._nothing = ("",) * len(self.names)

    @staticmethod
    def known(kind: str) -> tuple[str, ...]:
        """Return the names of all columns that there are for a kind."""
        standing = (*STANDING, _PRODUCT) if kind == "therapy" else ()
        return (*USUAL[kind], *standing, *_REGISTRIES[kind], *_OF_RECORD[kind], *_OF_MATCH)

    def read(self, text: str) -> Match:
        """Return what a string names."""
        return self._reader.resolve(text[:LONGEST_READ])

    def decisive(self, text: str, match: Match) -> tuple[str, ...] | None:
        """Return what decides on the cells of a row without a day; None: its string is told in them."""
        if self._tells_string or len(text) > LONGEST_NAME:
            return None
        return match.id, match.match, match.review, match.product

    def cells(
        self, text: str, match: Match, day: str | None = None, labels: Sequence[OnLabel] = ()
    ) -> tuple[str, ...]:
        """Return the cells of a row.

        Args:
            text: its string.
            match: what that names.
            day: of a dated row; empty when it is none; None: rows have no days.
            labels: how each therapy was held against the label, or that it was not.
        """
        ids = match.ids
        # A long string in which nothing was found, ours or others', is never blank without a word.
        empty = not ids and not match.evidence
        long = len(text) > LONGEST_READ or (empty and len(text) > LONGEST_NAME)
        if empty and not long and not match.suggestions and not labels:
            return self._nothing
        values: dict[str, Any] = match.as_dict() if ids else {name: match[name] for name in _OF_MATCH}
        values["review"] = "yes" if long else match.review if ids else ""
        if ids:
            self._tell(values, [self._record(one) for one in ids])
            if self._stands and day != "":
                self._tell_standing(values, match, day)
        for name in self._of_label if labels else ():
            told = [one[name] for one in labels]
            values[name] = told[0] if name in _OF_CELL else _placed(told)
        return tuple(harmless(cell(values.get(name))) for name in self.names)

    def labels(self) -> Labels:
        """Return what holds rows against the label."""
        return self._catalogue.labels()

    @property
    def today(self) -> tuple[str, str]:
        """The record's own day, as the first and the last that is meant."""
        return self._catalogue.days()

    @property
    def begins(self) -> str:
        """The first day that the record knows of."""
        return str(self._catalogue.edition["known_from"])

    def turns(self, match: Match) -> list[str]:
        """Return the days on which the standing of what a string names changed, in order."""
        return self._catalogue.turns(match.ids) if self._stands else []

    def days(self, text: str) -> tuple[str, str] | None:
        """Return the first and the last day that a cell tells; None when the record knows of no such day.

        Raises:
            UsageError: it may be either of two days.
        """
        date = date_in(text, self._order)
        if date is None:
            return None
        try:
            return self._catalogue.days(date)
        except UsageError:
            return None

    def _tell(self, values: dict[str, Any], records: list[dict[str, Any]]) -> None:
        """Add what the records of all ids say: types and targets once each, the rest a place for each."""
        if self.kind == "therapy":
            values["type"] = [one["type"] for one in records]
            values["targets"] = list(dict.fromkeys(target for one in records for target in one["targets"]))
        for name in self.names[len(USUAL[self.kind]) + len(self._of_label) :]:
            if name not in _OF_MATCH and name not in STANDING and name != _PRODUCT:
                values[name] = _placed(one.get(name) for one in records)

    def _tell_standing(self, values: dict[str, Any], match: Match, day: str | None) -> None:
        found = [self._standing(one, day, match.product) for one in match.ids]
        for name in STANDING:
            values[name] = _placed(one[name] for one in found)

    def _standing(self, one: str, day: str | None, product: str) -> dict[str, Any]:
        key = (one, day, product)
        found = self._standings.get(key)
        if found is None:
            if len(self._standings) >= _MOST_STANDINGS:
                self._standings.clear()
            found = self._standings[key] = self._catalogue.standing(
                [one], day, product.split(";") if product else ()
            )[one].as_dict()
        return found

    def _record(self, one: str) -> dict[str, Any]:
        """Return what is told of a record, and remember it: reading takes time."""
        found = self._records.get(one)
        if found is None:
            found = dict(self._catalogue.identifiers(self.kind, [one])[one])
            if self.kind == "therapy":
                found |= self._catalogue.about([one])[one]
            elif set(self.names) & set(_OF_RECORD["cancer"]):
                found |= self._catalogue.cancer(one).as_dict()
            self._records[one] = found
        return found


def label_columns() -> tuple[str, ...]:
    """Return the columns that tell whether a therapy was on label."""
    from immunocli.records.on_label import OnLabel  # few tables are asked that

    return OnLabel.columns


def _placed(values: Iterable[Any]) -> Any:
    """Return a value for each of several ids, joined in their order; one id's list stays a list."""
    listed = list(values)
    if len(listed) == 1:
        return listed[0]
    # Within a place, several values are told apart by |.
    return [value if isinstance(value, list) and value else value or "" for value in listed]
