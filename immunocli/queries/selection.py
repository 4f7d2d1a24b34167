"""Chooses uses by therapy, cancer, type, target, biomarker, setting, line, approval, market and day."""

from __future__ import annotations

from immunocli import dates
from immunocli.names.find import named
from immunocli.queries.aims import targets
from immunocli.queries.as_they_stood import AsTheyStood
from immunocli.queries.candidates import candidates, has_fields
from immunocli.queries.marked_cancers import (
    asks_for_other,
    biomarkers,
    naming,
    narrowed,
    read,
    relation_to,
    surely,
)
from immunocli.queries.typed_filters import boxed_as, one_of, source_of
from immunocli.records import status_on_day
from immunocli.records.values import ANY_TUMOR, APPROVALS, LINES, MARKETS, SETTINGS, STATUSES, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from immunocli.queries.by_product import OwnLabel
    from immunocli.store.typed_store import Store

    Row = dict[str, Any]

_CURRENT = ("current", "listed")


class Selection(AsTheyStood):
    """Which uses are wanted; counts what it leaves out that a reader should know of.

    Args:
        store: where to look.
        therapy, cancer, type, target, biomarker: names as a person types them; several mean "or".
        setting, line: one or more of SETTINGS and LINES; a line finds all that may be given in it.
        approval: `accelerated` or `regular`: how the use was first approved.
        status: `current` (in the label of that day under a license in force), `past`, `any`,
            `replaced`, `withdrawn` or `revoked`; None is `current`, but `any` for a published list.
        market: `sold`, `not-sold` or `any`: whether a product that has the use could be had in the US on that day.
        since: keep what was first approved on or after this date; a partial one means its first day.
        as_of: answer as the record stood on that day; a partial date means its last day.
        source: id of a source; for a list of therapies, exactly what that list says.
        agnostic: with cancers, also the approvals for any solid tumor; without, only those.
        exact: leave out uses for something wider.
        boxed: only therapies whose label had a boxed warning on that day; a text: one that mentions it.
        no_boxed: only those whose label is known to have had none.
        uses: all of the therapies, where somebody has read them already.
        asked: the therapies by their ids, where somebody has found them already, and those that were asked
            for by the name of a product.

    Raises:
        NotFound, Ambiguous: a name is not known, or not clear.
        UsageError: a value is not one that exists.
    """

    def __init__(
        self,
        store: Store,
        *,
        therapy: Sequence[str] = (),
        cancer: Sequence[str] = (),
        type: Sequence[str] = (),
        target: Sequence[str] = (),
        biomarker: Sequence[str] = (),
        setting: Sequence[str] = (),
        line: Sequence[str] = (),
        approval: str | None = None,
        status: str | None = None,
        market: str | None = None,
        since: str | None = None,
        as_of: str | None = None,
        source: str | None = None,
        agnostic: bool = False,
        exact: bool = False,
        boxed: bool | str = False,
        no_boxed: bool = False,
        uses: Sequence[dict[str, Any]] | None = None,
        asked: tuple[list[str], dict[str, OwnLabel]] | None = None,
    ) -> None:
        self.store = store
        self.edition = store.edition
        self.today: str = self.edition["as_of"]
        self.day = dates.day_within(as_of, self.edition["known_from"], self.today)
        self.as_of = None if as_of is None else self.day
        # `own`: those asked for by the name of a product.
        self.therapy, self.own = asked or _asked(store, therapy, self.day)
        self.meant = read(store, cancer)
        self.cancer, self.having, self.lacking = self.meant.cancers, self.meant.having, self.meant.lacking
        self.type = _resolved(store, "type", type)
        # `idle`: terms of targets on which nothing acts.
        self.target, self.idle = targets(store, target) if target else ([], [])
        self.biomarker = list(dict.fromkeys(one for name in biomarker for one in biomarkers(store, name)))
        self.naming = naming(store, self.biomarker)  # what asks for one of them
        self.setting = [one_of(SETTINGS, "setting", name) for name in setting]
        self.line = [one_of(LINES, "line", name) for name in line]
        self.approval = None if approval is None else one_of(APPROVALS, "approval", approval)
        self.source = None if source is None else source_of(store, source)
        claimed = None if source is None else store.claimed(source)
        self.listing = claimed is not None
        self.claimed = claimed or []
        usual = "any" if self.listing else "current"
        self.status = usual if status is None else one_of(STATUSES, "status", status)
        self.market = "any" if market is None else one_of(MARKETS, "market", market)
        self.since = None if since is None else dates.first_within(since, self.day)
        if self.listing:
            from immunocli.queries.published_lists import refuse_what_is_not_told  # few ask for a list

            refuse_what_is_not_told(self)
        self.agnostic, self.exact, self.boxed, self.no_boxed = agnostic, exact, boxed, no_boxed
        self._of_boxes = bool(boxed or no_boxed)
        super().__init__(store, self.day, self.today, self.own, boxed_as(store, boxed, no_boxed))
        self.scopes = {one: store.scope(one) for one in self.cancer}
        if self.having or self.lacking:
            self.scopes = {one: narrowed(store, scope, one, self.meant) for one, scope in self.scopes.items()}
        self.uses = uses
        self.hidden_box: set[str] = set()  # those that may have the box that was asked for
        # Past, of another market; for the cancer, but not as it was described.
        self.hidden_past = self.hidden_market = self.hidden_wider = self.hidden_course = 0
        self.relations: set[str] = set()  # of the current ones of the wanted uses to the cancers
        # First days of uses that current ones have taken over, each with its group, by therapy.
        self.taken_over: dict[str, list[tuple[int, str]]] = {}
        self.hidden_agnostic: set[str] = set()
        # Those that ask for another biomarker than the one that was told, by it: dMMR, of what has MSI-H.
        self.hidden_other: dict[str, dict[str, None]] = {}
        # Those that the label of the product asked for may have, by therapy: that is not known.
        self.hidden_unsure: dict[str, list[str]] = {}
        self.perhaps: dict[str, list[str]] = {}  # those of a license that may have ended

    @property
    def query(self) -> dict[str, Any]:
        """What was asked, with every name as it was understood."""
        given = {
            name: getattr(self, name)
            for name in (
                "therapy", "cancer", "having", "lacking", "type", "target", "biomarker", "setting", "line", "approval",
                "status", "market", "since", "as_of", "source", "agnostic", "exact", "boxed", "no_boxed",
            )
        }  # fmt: skip
        given["not_a_target"] = self.idle
        given["told"] = self.meant.course.decides if self.meant.course else []
        given["product"] = {one: own.labels for one, own in self.own.items() if own.labels}
        return {key: value for key, value in given.items() if value and (key, value) != ("market", "any")}

    def chosen(self) -> list[tuple[str, list[Row]]]:
        """Return the therapies that have wanted uses, by name, each with those uses, oldest first."""
        rows = self._rows()
        if self.listing:
            from immunocli.queries.published_lists import claimed_rows

            rows = claimed_rows(self)
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(row["therapy"], []).append(row)
        for found in groups.values():
            found.sort(key=lambda row: (rank(row["relation"]), row["approved"] or "", row["id"]))
        self._read(groups)
        names = {one: str(self._held(one)["name"]).casefold() for one in groups}
        return sorted(
            groups.items(), key=lambda pair: (min(rank(r["relation"]) for r in pair[1]), names[pair[0]])
        )

    def holds_for(self, therapy: str, approved: str | None) -> bool:
        """Note how a therapy stands on the day; say whether it began late enough, and has the box asked for, or none."""
        self._read([therapy])
        if therapy not in self.revoked:
            self._look_at(therapy)
        return self.began_late_enough(approved) and (not self._of_boxes or therapy in self.warned)

    def began_late_enough(self, approved: str | None) -> bool:
        """Say whether a first approval, perhaps known to its year only, came on or after `since`."""
        return self.since is None or (approved is not None and dates.last_day(approved) >= self.since)

    def therapies(self) -> list[str] | None:
        """Return the ids of the therapies that may be meant by other filters than cancers; None is all."""
        wanted: set[str] | None = set(self.therapy) if self.therapy else None
        for kind, ids in (("type", self.type), ("target", self.target)):
            if ids or (kind == "target" and self.idle):
                found = {one for r in self.store.records(kind, ids) for one in r["therapies"]}
                wanted = found if wanted is None else wanted & found
        if self.source is not None:
            cited = set(self.claimed if self.listing else self.store.citing(self.source))
            wanted = cited if wanted is None else wanted & cited
        return None if wanted is None else sorted(wanted)

    def _is_asked(self, status: str, current: bool) -> bool:
        """Say whether a use that stands so is one of those that were asked for."""
        if self.status in ("current", "past"):
            return current == (self.status == "current")
        return self.status in ("any", status)

    def _rows(self) -> Iterator[Row]:
        """Yield every wanted use as it stood on the day."""
        wanted = self.therapies()
        uses = candidates(self, wanted)
        self._read(dict.fromkeys(use["therapy"] for use in uses))
        agnostic = self.store.agnostic
        for use in uses:
            therapy = use["therapy"]
            if wanted is not None and therapy not in wanted:
                continue
            if therapy not in self.revoked:
                self._look_at(therapy)
            maybe = therapy in self.maybe_warned
            if self._of_boxes and therapy not in self.warned and not maybe:
                continue
            row = status_on_day.use_on(use, self.day, self.revoked[therapy])
            if row is None or not has_fields(self, row, use):
                continue
            row["relation"] = relation_to(self.scopes, self.meant, row, agnostic)
            if row["relation"] is None and self.cancer:
                continue
            if not self.cancer and self.agnostic and row["cancer"] not in agnostic:
                continue
            current = row["status"] in _CURRENT
            if self.exact and row["relation"] == WIDER:
                self.hidden_wider += current
                continue
            if self.meant.course is not None and not self.meant.course.allows(row):
                self.hidden_course += current and not maybe
                continue
            if maybe:
                if self._is_asked(row["status"], current):
                    self.hidden_box.add(therapy)
                continue
            if row["relation"] == ANY_TUMOR and not self.agnostic and not surely(self.scopes, row):
                if current:
                    self.hidden_agnostic.add(therapy)
                continue
            if therapy in self.own and use["id"] in self.own[therapy].unsure:
                self.hidden_unsure.setdefault(therapy, []).extend([use["id"]] * current)
                continue
            row["market"] = self.use_markets.get(use["id"], self.markets[therapy])
            other_market = self.market != "any" and row["market"] != self.market
            if row["status"] == status_on_day.UNKNOWN:
                self.perhaps.setdefault(therapy, []).extend([use["id"]] * (not other_market))
                if self.status != "any":
                    continue  # neither listed nor denied
            if self.status == "current" and not current:
                self.hidden_past += not other_market
                if row["status"] == "replaced":
                    self.taken_over.setdefault(therapy, []).append((rank(row["relation"]), row["approved"]))
            elif self.status not in ("current", "any", row["status"]) and (self.status != "past" or current):
                continue
            elif other_market:
                self.hidden_market += 1
            elif row["relation"] != ANY_TUMOR and (other := asks_for_other(self.scopes, row)):
                for one in other:
                    self.hidden_other.setdefault(one, {}).setdefault(therapy)
            else:
                row["_use"] = use
                if current:
                    self.relations.add(str(row["relation"]))
                yield row


def rank(relation: str | None) -> int:
    """Return the group in which a row is listed: what names the cancer, then wider, then any tumor."""
    return {WIDER: 1, ANY_TUMOR: 2}.get(relation or "", 0)


def _asked(store: Store, names: Sequence[str], day: str) -> tuple[list[str], dict[str, OwnLabel]]:
    if not names:
        return [], {}
    from immunocli.queries.by_product import asked  # most questions name no therapy

    return asked(store, names, day)


def _resolved(store: Store, kind: str, names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(one for name in names for one in named(store, kind, name)))
