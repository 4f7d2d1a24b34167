"""What every question needs of the data: the edition, names for people, documents, notices."""

from __future__ import annotations

import immunocli
from immunocli.store.typed_store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from immunocli.found import Found, Notice
    from immunocli.names.resolve import Resolver
    from immunocli.queries.filters import Names
    from immunocli.queries.labels_asked import Labels
    from immunocli.records.fields import Record
    from immunocli.records.on_label import OnLabel
    from immunocli.records.overview import Inventory
    from immunocli.records.source import Source
    from immunocli.records.therapy_day import Standing

RESOLVED = ("therapy", "cancer", "term")


class Lookups:
    """Plain look-ups in one data set.

    Args:
        directory: a data directory; None is the data that came with the program.
    """

    def __init__(self, directory: str | None = None) -> None:
        self._store = Store(directory)

    @property
    def directory(self) -> str:
        """Where the data lies."""
        return self._store.directory

    @property
    def is_kept(self) -> bool:
        """Whether what is read is kept for the next time; if not, each time all data are read anew."""
        return self._store.is_kept

    @property
    def edition(self) -> dict[str, Any]:
        """The edition: `edition`, `as_of`, `checked`, `known_from` (YYYY-MM-DD), `schema_version`."""
        return dict(self._store.edition)

    def cite(
        self, names: Sequence[str], *, cancer: Names = None, as_of: str | None = None, uses: bool = False
    ) -> Found[Source]:
        """Return the documents that anything in the record rests on, the FDA's own first.

        Args:
            names: of a therapy, use, term, answer, type, cancer, target, part, or source ids.
            cancer: for a therapy: only its uses for that; with it, or a day, first the label in force: `stands_for`.
            as_of: only what was true on that day; for a therapy its uses, products and warnings then.
            uses: of therapies, only what their uses rest on.
        """
        from immunocli.found import listed
        from immunocli.queries.documents import documents
        from immunocli.queries.sources import cited
        from immunocli.records.source import Source

        cancers, day = self._ids("cancer", cancer), as_of and self._day(as_of)
        told, ids, standing, notices = cited(self._store, listed(names), cancers, day, uses)
        query = {"name": told, "cancer": cancers, "as_of": day, "uses": uses}
        return self._found(Source, documents(self._store, ids, standing), query, notices)

    def cite_edition(self) -> Found[Source]:
        """Return this edition of the data as a document of its own."""
        from immunocli.queries.sources import edition_as_source
        from immunocli.records.source import Source

        return self._found(Source, [edition_as_source(self.edition)], {"edition": True})

    def sources_of(self, kind: str, one: str) -> list[str]:
        """Return the ids of the documents that a record of a kind rests on, by its id, as `cite` has them."""
        from immunocli.queries.documents import cited_by

        return cited_by(self._store, kind, one)

    def info(self) -> Found[Inventory]:
        """Return what the data set holds and how well it is sourced."""
        from immunocli.queries.sources import inventory
        from immunocli.records.overview import Inventory

        held = [Inventory(inventory(self._store))]
        return self._found(Inventory, held, {}, columns=tuple(Inventory.fields))

    def documents(self, ids: Iterable[str] | None = None) -> list[Source]:
        """Return documents by their ids, or all, the FDA's own first."""
        from immunocli.queries.documents import documents

        return documents(self._store, self._store.ids("source") if ids is None else ids)

    def titles(self, kind: str) -> dict[str, str]:
        """Return the names that people read, by id, in listing order, of a kind as `vocabulary` has it."""
        return self._store.titles(kind)

    def title(self, kind: str, one: str) -> str:
        """Return the name that people read of a record by its id; empty where there is no such record."""
        return self._store.title(kind, one)

    def names(self, kind: str) -> list[str]:
        """Return every name of a kind as it is written, sorted, for completion."""
        return self._store.labels(kind)

    def sites(self) -> dict[str, str]:
        """Return the nearest group that people ask by, its own site, of each cancer by id."""
        return self._store.sites

    def about(self, therapies: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return what lists tell of therapies by id: `name`, `type`, `targets` and more."""
        return self._store.briefs(therapies)

    def day(self, date: str | None = None) -> str:
        """Return the day, `YYYY-MM-DD`, that a date means; None is the record's own, what is no known day an error."""
        return self._day(date)

    def days(self, date: str | None = None) -> tuple[str, str]:
        """Return the first and the last day that a date means, as far as the record knows of them; see `day`."""
        from immunocli.dates import first_day

        last = self._day(date)
        return last if date is None else max(first_day(date), self._store.edition["known_from"]), last

    def standing(
        self, therapies: Iterable[str], day: str | None = None, products: Sequence[str] = ()
    ) -> dict[str, Standing]:
        """Return how therapies stood on a day, by id: approved, withdrawn, not yet approved, ...

        Args:
            therapies: ids.
            day: a date; a partial one means its last day. None is the record's own day.
            products: of which a therapy is told as the one that it has.

        Raises:
            UsageError: it is no date, or a day that the record does not know of.
        """
        from immunocli.queries.on_a_day import standing

        return standing(self._store, therapies, self._day(day), products)

    def turns(self, therapies: Iterable[str]) -> list[str]:
        """Return the days on which anything that `standing` tells of therapies changed, in order."""
        from immunocli.queries.on_a_day import turns

        return turns(self._store, therapies)

    def identifiers(self, kind: str, ids: Iterable[str]) -> dict[str, dict[str, list[str]]]:
        """Return what other registries (`rxnorm`, `ncit`, `oncotree`, ...) call records of a kind, by id and registry."""
        from immunocli.queries.on_a_day import identifiers

        return identifiers(self._store, kind, ids)

    def beginning(self, kind: str, begun: str) -> list[tuple[str, str, list[str]]]:
        """Return the names of a kind that begin so: each as it is written, how it is a name, and the ids."""
        from immunocli.names.forms import normalize

        plain = normalize(begun)
        if begun.strip() and not plain:
            return []  # signs alone begin nothing
        return [(label, how, list(ids)) for ids, how, label in self._store.names(kind, plain).values() if ids]

    def source_ids(self, begun: str = "") -> list[str]:
        """Return the ids of the documents that begin so; of the published lists alone for nothing."""
        return self._store.source_ids(begun.lower())

    def kinds_of(self, name: str, kinds: Sequence[str]) -> list[str]:
        """Return those of some kinds in which this is a name, exactly; nothing is guessed."""
        from immunocli.names.kinds_meant import kinds_of

        return kinds_of(self._store, name, kinds)

    def parts_of(self, words: Sequence[str], kinds: Sequence[str]) -> list[tuple[str, str]]:
        """Return kind and name of each thing that words name together; see `names.find.spoken`."""
        from immunocli.names.find import spoken

        return [(one.kind, one.label) for one in spoken(self._store, words, kinds)]

    def is_boxed_topic(self, words: str) -> bool:
        """Say whether boxed warnings are known to be about such a thing: an organ, a sign."""
        from immunocli.queries.box_filter import is_topic

        return is_topic(self._store, words)

    def asides(self, words: Iterable[str]) -> list[str]:
        """Return the questions, by their ids, that words ask which no record answers: prices, doses, other countries."""
        from immunocli.queries.not_read import asides

        return asides(self._store, words)

    def narrowest(self, markers: Sequence[str]) -> list[str]:
        """Return those of the biomarkers of a use that say the rest: HER2 IHC 3+, which is HER2-positive."""
        from immunocli.records.asked_markers import narrowest

        return narrowest({one: self._store.marker_rules(one) for one in markers}, markers)

    def programs(self, term: str, as_of: str | None = None) -> list[tuple[str, str, str]]:
        """Return of which therapies a program of the FDA, as `rems`, is told, up to which day, and in which words."""
        from immunocli.queries.programs import told

        return told(self._store, term, self._day(as_of))

    def not_approved(self, target: str) -> list[str]:
        """Return the names of medicines that act on a target, by its id, and that the FDA has not approved."""
        return self._store.aimed(target)

    def what_else(self, name: str) -> tuple[str, str] | None:
        """Return what is known of a name that is none of ours, with its code: `not-in-scope`, `investigational`."""
        from immunocli.names.known_not_ours import what_else

        return what_else(self._store, name)

    def signs(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        """Return signs to watch for: `id`, `name`, `rung`, `text`."""
        return self._store.signs(ids)

    @property
    def urgency(self) -> dict[str, dict[str, Any]]:
        """The rungs of the ladder of urgency by id: `name`, `text` (what to do), `order`."""
        return self._store.urgency

    def reader(self, kind: str = "therapy") -> Resolver:
        """Return what reads many strings of a kind: `therapy`, `cancer` or `term`."""
        return self._resolver(kind, many=True)

    def on_label(self, drug: str, cancer: str, day: str | None = None) -> list[OnLabel]:
        """Return whether a use in the label of a day covered a cancer, for each therapy that a string names.

        `yes` and `no` are said only when all is surely read; see the record for what `yes` does not weigh.

        Args:
            drug: as it stands in a table: "Keytruda 200mg".
            cancer: as it stands there, perhaps with biomarkers: "HER2-positive gastric cancer".
            day: a date; a partial one is doubtful when the answer changed within it. None is the record's own.

        Raises:
            UsageError: it is no date, or a day that the record does not know of.
        """
        return self.labels().answer(drug, cancer, *self.days(day))

    def labels(self) -> Labels:
        """Return what holds many strings against the label: see `on_label`."""
        from immunocli.queries.labels_asked import Labels

        return Labels(self._store, self.reader("therapy"), self.reader("cancer"))

    def _resolver(self, kind: str, *, many: bool) -> Resolver:
        if kind not in RESOLVED:
            told = f"--kind is one of: {', '.join(RESOLVED)}"
            raise immunocli.UsageError(told, wrong=kind, known=RESOLVED)
        return self._store.reader(kind, many=many)

    def _found(
        self,
        of: type[Record] | str,
        records: Sequence[Any],
        query: dict[str, Any],
        notices: Sequence[Notice] = (),
        columns: Sequence[str] = (),
    ) -> Found[Any]:
        from immunocli.found import Found, given, stale  # completion asks for names alone

        told, cited = [*notices, *stale(self.edition)], self._cited_then(records, query.get("as_of"))
        if not isinstance(of, str):
            columns, of = columns or of.columns, of.kind
        return Found(of, cited, given(query), self.edition, told, columns)

    def _addressed(self, found: Found[Any], *, full: bool) -> Found[Any]:
        """Return an answer with the addresses of sources, where it is to be whole."""
        if full:
            from immunocli.queries.documents import with_urls

            found.records = with_urls(self._store, found.records)
        return found

    def _cited_then(self, records: Sequence[Any], day: str | None) -> Sequence[Any]:
        """Return records with the documents alone that could be read on a day that was asked about."""
        if not day:
            return records
        from immunocli.queries.documents import cited_then  # of a past day alone

        return cited_then(self._store, records, day)

    def _day(self, as_of: str | None) -> str:
        from immunocli.dates import day_within

        return day_within(as_of, self._store.edition["known_from"], self._store.edition["as_of"])

    def _ids(self, kind: str, names: Names) -> list[str]:
        if names is None:
            return []
        from immunocli.found import listed
        from immunocli.queries.typed_filters import resolved

        return resolved(self._store, kind, listed(names, kind))
