"""The one door: every question, asked of one data set, answered with what to know of the answer."""

from __future__ import annotations

import immunocli
from immunocli.found import Found, listed
from immunocli.lookups import Lookups

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, Unpack

    from immunocli.queries.filters import Among, Filters, Names
    from immunocli.queries.selection import Selection
    from immunocli.records.cancer import Cancer
    from immunocli.records.change import Change
    from immunocli.records.fields import Record
    from immunocli.records.hit import Hit
    from immunocli.records.indication import Indication
    from immunocli.records.match import Match
    from immunocli.records.overview import Comparison, Crossing, Lane
    from immunocli.records.question import Question
    from immunocli.records.target import Target
    from immunocli.records.term import Term
    from immunocli.records.therapy import Therapy
    from immunocli.records.therapy_type import Type

    _Kind = type[Record]


class Catalogue(Lookups):
    """A data set of cancer immunotherapies.

    Threads, and processes forked from this one, may share it; pickled, it opens the same directory
    again. Every question imports only what it needs. Names may be written in any of the ways that
    people write them; dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Questions about uses take the filters of `queries.filters.Filters`; one takes a name or several, any of
    which may hold. They raise NotFound or Ambiguous for a name, UsageError for a filter or a value.

    Args:
        directory: a data directory; None is the data that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return Catalogue, (self._store.directory,)

    def __repr__(self) -> str:
        return f"<Catalogue {self.edition['edition']} in {self.directory}>"

    def therapies(self, *, full: bool = False, **filters: Unpack[Filters]) -> Found[Therapy]:
        """Return the therapies with wanted uses, by name: `therapies(cancer="melanoma")`.

        With `full` each has everything that is known of it, else what a list tells.
        """
        from immunocli.queries.therapies import therapies, wholes
        from immunocli.records.therapy import Therapy

        selection = self._select(filters)
        found = therapies(selection, sources=full)
        found = wholes(selection, found) if full else found
        return self._addressed(self._answer(Therapy, found, selection), full=full)

    def indications(self, *, full: bool = False, **filters: Unpack[Filters]) -> Found[Indication]:
        """Return the wanted uses, by therapy: `indications(cancer="bladder", as_of="2021-01")`.

        With `full` each has its events, notes and the addresses of its sources.
        """
        from immunocli.queries.therapies import uses
        from immunocli.records.indication import Indication

        selection = self._select(filters)
        return self._addressed(self._answer(Indication, uses(selection, full=full), selection), full=full)

    def changes(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        event: Names = None,
        full: bool = False,
        **filters: Unpack[Among],
    ) -> Found[Change]:
        """Return what changed, newest first, one decision one entry; the last twelve months by default.

        Args:
            since: first day that counts; a partial date means its first day.
            until: last day that counts; a partial date means its last day.
            event: any of `records.values.CHANGES`.
            full: each with the addresses of its sources.
            filters: whose.
        """
        from immunocli.queries.changes import changes
        from immunocli.queries.overview_notices import on_changes
        from immunocli.records.change import Change

        selection = self._select_dated("changes", filters, "any")
        events = listed(event, "event")
        found = changes(selection, since, until, events)
        query = selection.query | {"since": since, "until": until, "event": events}
        del query["status"]
        news = self._found(Change, found, query, on_changes(selection, found, query))
        return self._addressed(news, full=full)

    def timeline(self, by: str = "therapy", **filters: Unpack[Among]) -> Found[Lane]:
        """Return a lane for each `therapy`, or for each of its uses by `cancer` or by `target`: from approval to its end."""
        from immunocli.queries.timelines import timeline, told_by
        from immunocli.records.overview import Lane

        selection = self._select_dated("timeline", filters, "any")
        return told_by(self._answer(Lane, timeline(selection, by), selection), by)

    def matrix(self, by: str = "type", turned: bool = False, **filters: Unpack[Among]) -> Found[Crossing]:
        """Return how many therapies have a current use by `type`, `subtype` or `target`; by `therapy` since when."""
        from immunocli.queries import crossings
        from immunocli.records.overview import Crossing

        selection = self._select_dated("matrix", filters, crossings.status_for(by))
        rows, columns, told = crossings.crossed(selection, by, turned=turned)
        query = {**selection.query, "status": "current", "by": by, "turned": turned}
        return self._found(Crossing, rows, query, told, columns)

    def show(
        self,
        names: Sequence[str],
        kinds: Sequence[str] = (),
        *,
        as_of: str | None = None,
        cancer: Names = None,
        full: bool = False,
    ) -> Found[Record]:
        """Return the whole records that names mean; words that together are one name need no quotes.

        Args:
            names: as they were typed.
            kinds: what they may be, in the order in which it is tried; empty means any.
            as_of: the day.
            cancer: for therapies: only the uses that concern it.
            full: with the addresses of sources too.

        Raises:
            NotFound, Ambiguous: nothing has a name, or it is not clear which is meant.
        """
        from immunocli.queries.showing import shown

        day, cancers, names = self._day(as_of), self._ids("cancer", cancer), listed(names)
        records, about = shown(self._store, names, kinds, day, cancers)
        query = {"name": names, "cancer": cancers, "as_of": as_of and day, **about.query}
        alike = len({record.kind for record in records}) == 1
        of, columns = (type(records[0]), ()) if alike else ("page", ("id", "name"))
        found = self._found(of, records, query, about.notices, columns)
        return self._addressed(found, full=full)

    def therapy(self, name: str, *, as_of: str | None = None, cancer: Names = None) -> Therapy:
        """Return the therapy of that name with everything that is known of it, as it stood on a day."""
        return self._one(name, "therapy", as_of=as_of, cancer=cancer)  # type: ignore[no-any-return]  # of the kind asked for

    def cancer(self, name: str, *, as_of: str | None = None) -> Cancer:
        """Return the cancer of that name."""
        return self._one(name, "cancer", as_of=as_of)  # type: ignore[no-any-return]  # of the kind asked for

    def path(self, cancer: str) -> list[str]:
        """Return the id of a cancer and of all that it is part of, nearest first."""
        return list(self._store.path(cancer))

    def type(self, name: str) -> Type:
        """Return the type of therapy of that name."""
        return self._one(name, "type")  # type: ignore[no-any-return]  # of the kind asked for

    def target(self, name: str) -> Target:
        """Return the target of that name."""
        return self._one(name, "target")  # type: ignore[no-any-return]  # of the kind asked for

    def compare(
        self, names: Sequence[str], *, cancer: Names = None, as_of: str | None = None, full: bool = False
    ) -> tuple[Found[Comparison], list[Record]]:
        """Return two to four therapies, types, or products of one therapy, side by side, and their whole records.

        Raises:
            UsageError: not two to four different ones, or of several kinds.
        """
        from immunocli.queries.comparing import of_compared, side_by_side
        from immunocli.queries.not_read import not_read, without_aside
        from immunocli.records.overview import Comparison

        names, aside = without_aside(self._store, listed(names))
        if not 2 <= len(names) <= 4:
            raise immunocli.UsageError(f"compare takes two to four therapies, not {len(names)}")
        found = [self.show([name], ("therapy", "type"), as_of=as_of, cancer=cancer) for name in names]
        records = [one[0] for one in found]
        cancers, day = found[0].query.get("cancer", ()), found[0].day
        ids, rows = side_by_side(self._store, records, self.sites(), day, names, cancers, full=full)
        told = [each for one in found for each in one.notices if each.code.startswith("product-")]
        told += of_compared(self._store, records, day, cancers)
        told += not_read(self._store, aside)
        own = [part for each in found for part in each.query.get("product", {}).items()]
        products = {one: [name for of, names in own if of == one for name in names] for one, _ in own}
        asked, columns = {**found[0].query, "name": ids, "product": products}, ("property", *ids)
        return self._found(Comparison, rows, asked, told, columns), records

    def vocabulary(
        self, kind: str, names: Sequence[str] = (), *, as_of: str | None = None, full: bool = False
    ) -> Found[Any]:
        """Return all cancers, types, targets, terms, parts or questions, or one with all that is part of it.

        Args:
            kind: `cancer`, `type`, `target`, `term`, `part` or `faq`.
            names: words of one name, or several names; empty means all.
            as_of: the therapies are those of that day.
            full: with the addresses of sources.
        """
        from immunocli.names.find import spoken
        from immunocli.queries.vocabularies import kind_of, perhaps_for, tell

        day = as_of and self._day(as_of)
        ids = list(self._store.titles(kind))
        wanted: list[str] = []
        if names:
            wanted = [one for found in spoken(self._store, listed(names), (kind,)) for one in found.ids]
            heads = self._store.records(kind, wanted)
            ids = [one for head in heads for one in (head["id"], *head.get("below", ()))]
        records = tell(self._store, kind, dict.fromkeys(ids), day)
        told = perhaps_for(self._store, kind, wanted, day)
        found = self._found(kind_of(kind), records, {"name": wanted, "as_of": day}, told)
        return self._addressed(found, full=full)

    def define(self, name: str) -> Term:
        """Return the glossary's term of that name; for the name of a therapy the error says so."""
        return self.terms([name])[0]

    def terms(self, names: Sequence[str], *, as_of: str | None = None, full: bool = False) -> Found[Term]:
        """Return what words mean; words that together are one term need no quotes; `full`: with addresses."""
        from immunocli.queries.defining import defined, explained_under
        from immunocli.records.term import Term

        records, under = defined(self._store, listed(names), self._day(as_of))
        query = {"term": [record.id for record in records], "as_of": as_of and self._day(as_of)}
        return self._addressed(self._found(Term, records, query, explained_under(under)), full=full)

    def ask(self, question: str, limit: int = 3, *, full: bool = False) -> Found[Question]:
        """Return the answers that fit a question asked in one's own words, best first.

        One is `sure` when it clearly answers; a notice names urgent help, or what is declined; `full`: with addresses.
        """
        from immunocli.queries.asking import answered
        from immunocli.records.question import Question

        found, notices = answered(self._store, question, limit)
        return self._addressed(self._found(Question, found, {"question": question}, notices), full=full)

    def search(self, words: str, limit: int = 20) -> Found[Hit]:
        """Return the records that mention the words, best first; see `ask` for alarms."""
        from immunocli.queries.asking import searched
        from immunocli.records.hit import Hit

        found, notices = searched(self._store, words, limit)
        return self._found(Hit, found, {"words": words}, notices)

    def resolve(self, text: str, kind: str = "therapy") -> Match:
        """Return what a string names: `resolve("Keytruda 200mg").id` is `pembrolizumab`.

        Args:
            text: as it stands in a table or was typed.
            kind: `therapy`, `cancer` or `term`.
        """
        return self._resolver(kind, many=False).resolve(text)

    def resolve_all(self, texts: Iterable[str], kind: str = "therapy") -> Iterator[Match]:
        """Return what each string names, in order; each distinct string is read once.

        Args:
            texts: any number of strings.
            kind: `therapy`, `cancer` or `term`.
        """
        from immunocli.names.distinct_strings import each_once

        return each_once(self._resolver(kind, many=False).resolve, texts)

    def _one(self, name: str, kind: str, **about: Any) -> Any:
        return self.show([name], (kind,), **about)[0]

    def _select(self, filters: Filters | dict[str, Any]) -> Selection:
        from immunocli.queries import selection, typed_filters

        return selection.Selection(self._store, **typed_filters.understood(self._store, filters))

    def _select_dated(self, question: str, filters: Among, status: str) -> Selection:
        from immunocli.queries import typed_filters

        typed_filters.refuse_untaken(question, filters)
        return typed_filters.without_list(question, self._select({**filters, "status": status}))

    def _answer(self, of: _Kind, records: Sequence[Any], selection: Selection) -> Found[Any]:
        from immunocli.queries.answer_notices import on_selection

        return self._found(of, records, selection.query, on_selection(selection, records))
