"""The one door: every question, asked of one data set, answered with what to know of the answer."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.found import Found
from immunocli.store.typed import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from immunocli.names.resolve import Resolver
    from immunocli.queries.selection import Selection
    from immunocli.records.cancer import Cancer
    from immunocli.records.change import Change
    from immunocli.records.fields import Record
    from immunocli.records.hit import Hit
    from immunocli.records.indication import Indication
    from immunocli.records.match import Match
    from immunocli.records.overview import Comparison, Crossing, Inventory, Lane
    from immunocli.records.question import Question
    from immunocli.records.source import Source
    from immunocli.records.target import Target
    from immunocli.records.term import Term
    from immunocli.records.therapy import Therapy
    from immunocli.records.therapy_type import Type

    # A name as a person types it, or several, any of which may hold.
    Names = str | Sequence[str] | None
    _Kind = type[Record]

RESOLVED = ("therapy", "cancer", "term")


class Catalogue:
    """A data set of cancer immunotherapies.

    Threads, and processes forked from this one, may share it; pickled, it opens the same directory
    again. Every question imports only what it needs. Names may be written in any of the ways that
    people write them; dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Args:
        directory: a data directory; None is the data that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __init__(self, directory: str | None = None) -> None:
        self._store = Store(directory)
        self._resolvers: dict[str, Resolver] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Catalogue, (self._store.directory,)

    def __repr__(self) -> str:
        return f"<Catalogue {self.edition['edition']} in {self.directory}>"

    @property
    def directory(self) -> str:
        """Where the data lies."""
        return self._store.directory

    @property
    def edition(self) -> dict[str, Any]:
        """The edition: `edition`, `as_of`, `checked`, `known_from` (YYYY-MM-DD), `schema_version`."""
        return dict(self._store.edition)

    def titles(self, kind: str) -> dict[str, str]:
        """Return the names that people read, by id, in listing order.

        Args:
            kind: `therapy`, `cancer`, `type`, `target`, `term`, `faq` or `part`.
        """
        return self._store.titles(kind)

    def names(self, kind: str) -> list[str]:
        """Return every name of a kind as it is written, sorted."""
        return self._store.labels(kind)

    def beginning(self, kind: str, begun: str) -> list[tuple[str, str, list[str]]]:
        """Return the names of a kind that begin so, in any letter case; for completion.

        Each as it is written, with how it is a name (`name`, `brand`, `synonym`, ...) and the ids.
        """
        from immunocli.names.forms import normalise

        found = self._store.names(kind, normalise(begun)).values()
        return [(label, how, list(ids)) for ids, how, label in found if ids]

    def source_ids(self, begun: str = "") -> list[str]:
        """Return the ids of the documents that begin so; of the published lists alone for nothing."""
        return self._store.source_ids(begun.lower())

    def kinds_of(self, name: str, kinds: Sequence[str]) -> list[str]:
        """Return those of some kinds in which this is a name, exactly; nothing is guessed."""
        from immunocli.names.find import exact

        found = {kind: exact(self._store, kind, name) for kind in kinds}
        return [kind for kind, entry in found.items() if entry and entry[0]]

    def signs(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        """Return signs to watch for: `id`, `name`, `rung`, `text`."""
        return self._store.signs(ids)

    @property
    def urgency(self) -> dict[str, dict[str, Any]]:
        """The rungs of the ladder of urgency by id: `name`, `text` (what to do), `order`."""
        return self._store.urgency

    def therapies(
        self,
        *,
        cancer: Names = None,
        type: Names = None,
        target: Names = None,
        biomarker: Names = None,
        setting: Names = None,
        line: Names = None,
        approval: str | None = None,
        status: str | None = None,
        market: str | None = None,
        since: str | None = None,
        as_of: str | None = None,
        source: str | None = None,
        agnostic: bool = False,
        exact: bool = False,
        full: bool = False,
    ) -> Found[Therapy]:
        """Return the therapies with wanted uses, by name: `therapies(cancer="melanoma")`.

        Args:
            full: each with everything that is known of it; else what a list tells.

        The filters are those of `queries.selection.Selection`; one takes a name or several.

        Raises:
            NotFound, Ambiguous, UsageError: a filter is not understood.
        """
        from immunocli.queries.therapies import therapies, whole
        from immunocli.records.therapy import Therapy

        selection = self._select(
            cancer=cancer, type=type, target=target, biomarker=biomarker, setting=setting, line=line,
            approval=approval, status=status, market=market, since=since, as_of=as_of, source=source,
            agnostic=agnostic, exact=exact,
        )  # fmt: skip
        found = therapies(selection)
        if full:
            told = ("status", "approved", "relation")
            found = [
                whole(self._store, one.id, selection.day).replaced(**{field: one[field] for field in told})
                for one in found
            ]
        return self._answer(Therapy, found, selection)

    def indications(
        self,
        *,
        therapy: Names = None,
        cancer: Names = None,
        type: Names = None,
        target: Names = None,
        biomarker: Names = None,
        setting: Names = None,
        line: Names = None,
        approval: str | None = None,
        status: str | None = None,
        market: str | None = None,
        since: str | None = None,
        as_of: str | None = None,
        source: str | None = None,
        agnostic: bool = False,
        exact: bool = False,
        full: bool = False,
    ) -> Found[Indication]:
        """Return the wanted uses, by therapy: `indications(cancer="bladder", as_of="2021-01")`.

        Args:
            full: each with its events and notes.

        For the rest see `therapies`.
        """
        from immunocli.queries.therapies import uses
        from immunocli.records.indication import Indication

        selection = self._select(
            therapy=therapy, cancer=cancer, type=type, target=target, biomarker=biomarker, setting=setting,
            line=line, approval=approval, status=status, market=market, since=since, as_of=as_of,
            source=source, agnostic=agnostic, exact=exact,
        )  # fmt: skip
        return self._answer(Indication, uses(selection, full=full), selection)

    def therapy(self, name: str, *, as_of: str | None = None, cancer: Names = None) -> Therapy:
        """Return the therapy of that name with everything that is known of it, as it stood on a day.

        Raises:
            NotFound, Ambiguous: there is none, or it is not clear which.
            UsageError: a day that the record does not know of.
        """
        found: Therapy = self.show([name], ("therapy",), as_of=as_of, cancer=cancer)[0]  # type: ignore[assignment]
        return found

    def cancer(self, name: str, *, as_of: str | None = None) -> Cancer:
        """Return the cancer of that name."""
        found: Cancer = self.show([name], ("cancer",), as_of=as_of)[0]  # type: ignore[assignment]
        return found

    def type(self, name: str) -> Type:
        """Return the type of therapy of that name."""
        found: Type = self.show([name], ("type",))[0]  # type: ignore[assignment]
        return found

    def target(self, name: str) -> Target:
        """Return the target of that name."""
        found: Target = self.show([name], ("target",))[0]  # type: ignore[assignment]
        return found

    def show(
        self,
        names: Sequence[str],
        kinds: Sequence[str] = (),
        *,
        as_of: str | None = None,
        cancer: Names = None,
    ) -> Found[Record]:
        """Return the whole records that names mean; words that together are one name need no quotes.

        Args:
            names: as they were typed.
            kinds: what they may be, in the order in which it is tried; empty means any.
            as_of: the day.
            cancer: for therapies: only the uses that concern it.

        Raises:
            NotFound, Ambiguous: nothing has a name, or it is not clear which is meant.
        """
        from immunocli.names.find import SHOWN, spoken
        from immunocli.queries.selection import the_day
        from immunocli.queries.therapies import whole
        from immunocli.queries.vocabularies import tell

        day = the_day(self._store.edition, as_of)
        cancers = self._ids("cancer", cancer)
        found: list[Record] = []
        others: dict[str, list[str]] = {}
        for one in spoken(self._store, list(names), tuple(kinds) or SHOWN):
            if one.kind == "therapy":
                owner = self._owner(one.ids, one.label, " ".join(names))
                others[owner] = [each for each in one.ids if each != owner]
                found.append(whole(self._store, owner, day, cancer=cancers))
            else:
                if len(one.ids) > 1:
                    self._several(one.kind, one.ids, one.label)
                found += tell(self._store, one.kind, one.ids, day)
        asked = {"name": list(names), "cancer": cancers, "as_of": None if as_of is None else day}
        query: dict[str, Any] = {key: value for key, value in asked.items() if value}
        together = {key: ids for key, ids in others.items() if ids}
        if together:
            query["in_one_product"] = together
        held = {record.kind for record in found}
        kind = held.pop() if len(held) == 1 else "page"
        columns = found[0].columns if kind != "page" else ("id", "name")
        return Found(kind, found, query, self.edition, self._noted(), columns)

    def changes(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        therapy: Names = None,
        cancer: Names = None,
        type: Names = None,
        target: Names = None,
        event: Names = None,
        as_of: str | None = None,
    ) -> Found[Change]:
        """Return what changed, newest first, one decision one entry; the last twelve months by default.

        Args:
            since: first day that counts; a partial date means its first day.
            until: last day that counts; a partial date means its last day.
            event: which of `records.change.CHANGES`.
        """
        from immunocli.queries.changes import changes

        selection = self._select(
            therapy=therapy, cancer=cancer, type=type, target=target, as_of=as_of, status="any"
        )
        found = changes(selection, since, until, _listed(event))
        more = {"since": since, "until": until, "event": _listed(event) or None}
        query = selection.query | {key: value for key, value in more.items() if value}
        query.pop("status", None)
        answer: Found[Change] = Found("change", found, query, self.edition, self._noted(), _columns("change"))
        if not found:
            from immunocli.found import Notice

            answer.notices.insert(0, Notice("none", "nothing changed in the record then"))
        return answer

    def compare(
        self, names: Sequence[str], *, cancer: Names = None, as_of: str | None = None
    ) -> tuple[Found[Comparison], list[Record]]:
        """Return two to four therapies, or types, side by side, and their whole records.

        Raises:
            UsageError: not two to four different ones, or of several kinds.
        """
        from immunocli.queries.overviews import compare, compare_types

        if not 2 <= len(names) <= 4:
            raise UsageError(f"compare takes two to four therapies, not {len(names)}")
        shown = [self.show([name], ("therapy", "type"), as_of=as_of, cancer=cancer) for name in names]
        records = [found[0] for found in shown]
        ids = [record["id"] for record in records]
        if len(set(ids)) < len(ids):
            raise UsageError("two of these names are the same therapy")
        if len({record.kind for record in records}) > 1:
            raise UsageError("compare takes therapies, or types, not both")
        if records[0].kind == "type":
            rows = compare_types([record.as_dict() for record in records])
        else:
            groups = {
                use["cancer"]: self.broad(use["cancer"]) for one in records for use in one["indications"]
            }
            rows = compare(records, groups)  # type: ignore[arg-type]
        query = {**shown[0].query, "name": ids}
        found = Found("comparison", rows, query, self.edition, self._noted(), ("property", *ids))
        return found, records

    def timeline(
        self,
        *,
        therapy: Names = None,
        cancer: Names = None,
        type: Names = None,
        target: Names = None,
        as_of: str | None = None,
        agnostic: bool = False,
    ) -> Found[Lane]:
        """Return a lane for each therapy: from approval on, accelerated and regular apart, to its end."""
        from immunocli.queries.overviews import timeline
        from immunocli.records.overview import Lane

        selection = self._select(
            therapy=therapy, cancer=cancer, type=type, target=target, as_of=as_of, agnostic=agnostic,
            status="any",
        )  # fmt: skip
        return self._answer(Lane, timeline(selection), selection)

    def matrix(
        self,
        by: str = "type",
        *,
        cancer: Names = None,
        type: Names = None,
        target: Names = None,
        as_of: str | None = None,
    ) -> Found[Crossing]:
        """Return how many therapies have a current use, cancers by `type`, `subtype` or `target`."""
        from immunocli.queries.overviews import BY, matrix

        if by not in BY:
            raise UsageError(f"--by is one of: {', '.join(BY)}")
        selection = self._select(cancer=cancer, type=type, target=target, as_of=as_of)
        rows, heads = matrix(selection, by)
        query = {**selection.query, "by": by}
        return Found("crossing", rows, query, self.edition, self._noted(), ("cancer", *heads))

    def vocabulary(self, kind: str, names: Sequence[str] = (), *, as_of: str | None = None) -> Found[Any]:
        """Return all cancers, types, targets, terms or parts, or one with all that is part of it.

        Args:
            kind: `cancer`, `type`, `target`, `term`, `part` or `faq`.
            names: words of one name, or several names; empty means all.
            as_of: the therapies are those of that day.
        """
        from immunocli.names.find import spoken
        from immunocli.queries.selection import the_day
        from immunocli.queries.vocabularies import tell

        day = the_day(self._store.edition, as_of)
        ids = list(self._store.titles(kind))
        wanted: list[str] = []
        if names:
            wanted = [one for found in spoken(self._store, list(names), (kind,)) for one in found.ids]
            heads = self._store.records(kind, wanted)
            ids = [one for head in heads for one in (head["id"], *head.get("below", ()))]
        records = tell(self._store, kind, dict.fromkeys(ids), None if as_of is None else day)
        query = {"name": wanted, "as_of": None if as_of is None else day}
        given = {key: value for key, value in query.items() if value}
        return Found(kind, records, given, self.edition, self._noted(), _columns(kind))

    def define(self, name: str) -> Term:
        """Return the glossary's term of that name.

        Raises:
            NotFound: there is none; for the name of a therapy the error says so.
            Ambiguous: it is only near one.
        """
        return self.terms([name])[0]

    def terms(self, names: Sequence[str], *, as_of: str | None = None) -> Found[Term]:
        """Return what words mean; words that together are one term need no quotes."""
        from immunocli.errors import NotFound
        from immunocli.names.find import exact, spoken
        from immunocli.queries.selection import the_day
        from immunocli.queries.vocabularies import tell
        from immunocli.text import quote

        joined = " ".join(names)
        if exact(self._store, "term", joined) is None:
            therapy = exact(self._store, "therapy", joined)
            if therapy and therapy[0]:
                raise NotFound(f"{quote(joined)} is a therapy, not a term; see: immuno show {therapy[0][0]}")
        day = the_day(self._store.edition, as_of)
        found = spoken(self._store, list(names), ("term",))
        records = tell(self._store, "term", [one for each in found for one in each.ids], day)
        notices = self._noted()
        for one in found:
            if one.match == "related":
                from immunocli.found import Notice

                title = self._store.titles("term")[one.ids[0]]
                notices.insert(0, Notice("related", f"{quote(one.label)} is explained under {quote(title)}"))
        query = {"term": [record.id for record in records]}
        return Found("term", records, query, self.edition, notices, _columns("term"))

    def ask(self, question: str, limit: int = 3) -> Found[Question]:
        """Return the answers that fit a question asked in one's own words, best first.

        A record is `sure` when it clearly answers what was asked; a notice names urgent help when
        the question tells of an alarm.
        """
        from immunocli.words.questions import ask

        records = ask(self._store, question, limit)
        return Found(
            "faq", records, {"question": question}, self.edition, self._alarms(question), _columns("faq")
        )

    def search(self, words: str, limit: int = 20) -> Found[Hit]:
        """Return the records that mention the words, best first."""
        from immunocli.words.search import search

        records = search(self._store, words, limit)
        return Found("hit", records, {"words": words}, self.edition, self._alarms(words), _columns("hit"))

    def resolve(self, text: str, kind: str = "therapy") -> Match:
        """Return what a string names: `resolve("Keytruda 200mg").id` is `pembrolizumab`.

        Args:
            text: as it stands in a table or was typed.
            kind: `therapy`, `cancer` or `term`.
        """
        return self._resolver(kind, many=False).resolve(text)

    def resolve_all(self, texts: Iterable[str], kind: str = "therapy") -> Iterator[Match]:
        """Yield what each string names, in order; each distinct string is read once.

        Args:
            texts: any number of strings.
            kind: `therapy`, `cancer` or `term`.
        """
        resolver = self._resolver(kind, many=True)
        known: dict[str, Match] = {}
        for text in texts:
            match = known.get(text)
            if match is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                match = known[text] = resolver.resolve(text)
            yield match

    def cite(self, names: Sequence[str], *, cancer: Names = None) -> Found[Source]:
        """Return the documents that anything in the record rests on, the FDA's own first.

        Args:
            names: of a therapy, use, term, answer, type, cancer, target, part, or source ids.
            cancer: for a therapy: only its uses for that.
        """
        from immunocli.names.find import spoken
        from immunocli.queries.sources import cited_by, documents

        cancers = self._ids("cancer", cancer)
        joined = "-".join(names).lower()
        if self._store.record("source", joined) is not None:
            cited, told = [joined], [joined]
        elif self._store.owner(joined) is not None:
            cited, told = cited_by(self._store, "use", joined), [joined]
        else:
            kinds = ("therapy", "cancer", "type", "target", "term", "faq", "part")
            found = spoken(self._store, list(names), kinds)
            told = [one for each in found for one in each.ids]
            cited = [
                source
                for each in found
                for one in each.ids
                for source in cited_by(self._store, each.kind, one, cancers)
            ]
        query = {"name": told} | ({"cancer": cancers} if cancers else {})
        records = documents(self._store, cited)
        return Found("source", records, query, self.edition, self._noted(), _columns("source"))

    def documents(self, ids: Iterable[str]) -> list[Source]:
        """Return documents by their ids, the FDA's own first."""
        from immunocli.queries.sources import documents

        return documents(self._store, ids)

    def cite_edition(self) -> Found[Source]:
        """Return this edition of the data as a document of its own."""
        from immunocli.records.source import Source

        edition = self.edition
        record = Source(
            {
                "id": f"immuno-{edition['edition']}",
                "title": f"immuno: cancer immunotherapies and their FDA record, edition {edition['edition']}",
                "publisher": "The immuno project",
                "published": edition["as_of"],
                "accessed": edition["checked"],
                "url": None,
                "sort": "data",
            }
        )
        return Found("source", [record], {"edition": True}, edition, self._noted(), Source.columns)

    def reader(self, kind: str = "therapy") -> Resolver:
        """Return what reads many strings of a kind: `therapy`, `cancer` or `term`."""
        return self._resolver(kind, many=True)

    def about(self, therapies: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return what lists tell of therapies by id: `name`, `type`, `targets` and more."""
        return self._store.briefs(therapies)

    def info(self) -> Found[Inventory]:
        """Return what the data set holds and how well it is sourced."""
        from immunocli.queries.sources import inventory
        from immunocli.records.overview import Inventory

        record = Inventory(inventory(self._store))
        return Found("data", [record], {}, self.edition, self._noted(), tuple(record.as_dict()))

    def _select(self, **filters: Any) -> Selection:
        from immunocli.queries.selection import Selection

        for name in ("therapy", "cancer", "type", "target", "biomarker", "setting", "line"):
            filters[name] = _listed(filters.get(name))
        return Selection(self._store, **filters)

    def _answer(self, of: _Kind, records: Sequence[Any], selection: Selection) -> Found[Any]:
        from immunocli.queries.noticing import on_selection

        notices = [*on_selection(selection, records), *self._noted()]
        return Found(of.kind, records, selection.query, self.edition, notices, of.columns)

    def _noted(self) -> list[Any]:
        """Return the notices that hold for every answer of this edition."""
        import time

        from immunocli.queries.noticing import stale

        try:
            return list(stale(self.edition, time.strftime("%Y-%m-%d")))
        except (ValueError, OverflowError, OSError):
            return []

    def _alarms(self, text: str) -> list[Any]:
        return self._noted()

    def _ids(self, kind: str, names: Names) -> list[str]:
        from immunocli.names.find import named

        return [one for name in _listed(names) for one in named(self._store, kind, name)]

    def broad(self, cancer: str) -> list[str]:
        """Return the broad cancers that a cancer with uses counts among."""
        uses = self._store.uses_naming([cancer])
        return list(uses[0]["groups"]) if uses else [cancer]

    def _owner(self, ids: Sequence[str], product: str, asked: str) -> str:
        """Return the therapy on whose page a product that holds several stands."""
        if len(ids) == 1:
            return ids[0]
        for one in self._store.records("therapy", ids):
            if any(held["name"] == product for held in one["products"]):
                return str(one["id"])
        return self._several("therapy", ids, asked)

    def _several(self, kind: str, ids: Sequence[str], asked: str) -> str:
        from immunocli.errors import Ambiguous
        from immunocli.text import quote

        names = [self._store.titles(kind)[one] for one in ids]
        raise Ambiguous(f"{quote(asked)} names several {kind} records: {', '.join(names)}", names)

    def _resolver(self, kind: str, *, many: bool) -> Resolver:
        if kind not in RESOLVED:
            from immunocli.text import quote

            raise UsageError(f"--kind {quote(kind)} is not one of: {', '.join(RESOLVED)}")
        from immunocli.names.resolve import Resolver

        key = f"{kind} {many}"
        found = self._resolvers.get(key)
        if found is None:
            found = self._resolvers[key] = Resolver(self._store, kind, many=many)
        return found


_REMEMBERED = 65_536


def _listed(names: Names) -> list[str]:
    """Return names as a list; an empty text stays, to be refused."""
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)


def _columns(kind: str) -> tuple[str, ...]:
    from immunocli.records.kinds import record_of

    return record_of(kind).columns
