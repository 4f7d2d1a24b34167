"""Finds what names rest on, whatever they name, and counts what the record holds."""

from __future__ import annotations

import immunocli
from immunocli.queries.documents import FIRST, Standing, cited_by, published_by
from immunocli.records import status_on_day
from immunocli.records.source import Source
from immunocli.records.therapy_in_short import warnings_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.store.typed_store import Store


def cited(
    store: Store, names: Sequence[str], cancers: Sequence[str], day: str | None = None, uses: bool = False
) -> tuple[list[str], list[str], Standing, list[Notice]]:
    """Return what names mean, the ids of the documents that it rests on, which stand for uses, and what to know.

    Args:
        store: where to look.
        names: of a therapy, use, term, answer, type, cancer, target or part, or the id of a source;
            an id may have its kind before it, as `term:fatigue`;
            ids of documents and uses may be several, in one name with `;` between them too.
        cancers: ids; for a therapy, only its uses for these.
        day: `YYYY-MM-DD`: only what was true on that day rests on them; None is the record's own, and so is its
            last day, but that there the documents which stand for uses are told.
        uses: of therapies, only what their uses rest on.

    Raises:
        UsageError: only what uses rest on is wanted, and no therapy is named.
    """
    told, ids, standing, notices = _cited(store, names, cancers, day, uses)
    past = day not in (None, store.edition["as_of"])
    return told, published_by(store, ids, str(day)) if past else ids, standing, notices


def _cited(
    store: Store, names: Sequence[str], cancers: Sequence[str], day: str | None, uses: bool
) -> tuple[list[str], list[str], Standing, list[Notice]]:
    from immunocli.names.find import spoken

    joined = "-".join(names).lower()
    words = [one for name in names for one in name.lower().replace(";", " ").split()]
    known = _by_id(store, [joined]) or (_by_id(store, words) if words != [joined] else {})
    if known:
        return (
            list(known),
            list(dict.fromkeys(id for cited in known.values() for id in cited)),
            Standing(),
            [],
        )
    kinds = ("therapy", "cancer", "type", "target", "term", "faq", "part")
    # Records of several kinds may share an id: `faq:fatigue` is the answer, not the term.
    kind, _, one = joined.partition(":")
    if kind in kinds and store.record(kind, one) is not None:
        return [one], cited_by(store, kind, one), Standing(), []
    found = [(each.kind, one) for each in spoken(store, names, kinds) for one in each.ids]
    therapies = [one for kind, one in found if kind == "therapy"]
    if uses:
        if len(therapies) < len(found):
            told = "only therapies have uses: leave out what names none, or --uses"
            raise immunocli.UsageError(told, option="--uses")
        if not (cancers or day):
            ids = [source for one in store.uses_of(therapies) for source in cited_by(store, "use", one["id"])]
            return therapies, list(dict.fromkeys(ids)), Standing(), []
    if not therapies or not (cancers or day):
        return (
            [one for _, one in found],
            [id for each in found for id in cited_by(store, *each)],
            Standing(),
            [],
        )
    from immunocli.queries.answer_notices import on_selection
    from immunocli.queries.in_force import in_force
    from immunocli.queries.selection import Selection

    selection = Selection(store, therapy=therapies, cancer=cancers, status="any", as_of=day)
    rows = [row for _, uses in selection.chosen() for row in uses]
    standing = in_force(store, rows, selection.day)
    if not (cancers or uses) and day == store.edition["as_of"]:  # all of the record rests on all of them
        every = [id for each in found for id in cited_by(store, *each)]
        return [one for _, one in found], every, standing, on_selection(selection, rows)
    ids = [source for row in rows for source in status_on_day.sources_on(row["_use"], selection.day)]
    if not (cancers or uses):
        for record in store.records("therapy", therapies):
            held = status_on_day.products_on(record["products"], selection.day, selection.today)
            held += warnings_on(record["warnings"], selection.day, record["products"])
            ids += [source for each in held for source in each["sources"]]
    ids = list(dict.fromkeys(ids))
    rest = [each for each in found if each[0] != "therapy"]
    ids += [id for each in rest for id in cited_by(store, *each)]
    return [one for _, one in found], ids, standing, on_selection(selection, rows)


def _by_id(store: Store, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the documents behind each of some ids of documents and of uses; nothing unless all are such."""
    known = {}
    for one in ids:
        kind = "source" if store.record("source", one) is not None else "use" if store.owner(one) else ""
        if not kind:
            return {}
        known[one] = cited_by(store, kind, one)
    return known


def edition_as_source(edition: Mapping[str, Any]) -> Source:
    """Return an edition of the data as a document of its own."""
    return Source(
        {
            "id": f"immuno-{edition['edition']}",
            "title": f"immuno: cancer immunotherapies and their FDA record, edition {edition['edition']}",
            "publisher": "The immuno project",
            "published": edition["as_of"],
            "accessed": edition["checked"],
            "url": None,
            "sort": "data",
            "stands_for": [],
            "stands_as": None,
        }
    )


def inventory(store: Store) -> dict[str, Any]:
    """Return what the data set holds and how well it is sourced.

    Counts of therapies, uses, sources and so on; the oldest and newest day a use was checked; the
    share of uses that cite an FDA document, in percent.
    """
    day = store.edition["as_of"]
    uses = store.all_uses()
    therapies = store.records("therapy", store.titles("therapy"))
    revoked = {one["id"]: status_on_day.revoked_on(one["products"], day) for one in therapies}
    rows = [status_on_day.use_on(use, day, revoked[use["therapy"]]) for use in uses]
    current = [row for row in rows if row and row["status"] == "current"]
    ids = {source for use in uses for source in status_on_day.sources_on(use, day)}
    publishers = {one["id"]: one["publisher"] for one in store.records("source", ids)}
    with_fda = [
        use for use in uses if any(publishers[one] == FIRST for one in status_on_day.sources_on(use, day))
    ]
    checks = [use["verified"] for use in uses]
    return {
        **store.edition,
        "therapies": len(therapies),
        "approved_therapies": len({row["therapy"] for row in current}),
        "indications": len(uses),
        "current_indications": len(current),
        "events": sum(len(use["events"]) for use in uses),
        "products": sum(len(one["products"]) for one in therapies),
        "warnings": sum(len(one["warnings"]) for one in therapies),
        "claims": sum(len(claim["cancers"]) for one in therapies for claim in one["claims"]),
        **{f"{kind}s": len(store.titles(kind)) for kind in ("cancer", "type", "target", "term")},
        "questions": len(store.titles("faq")),
        "signs": store.count("sign"),
        "sources": store.count("source"),
        "names_of_others": store.count("other"),
        "oldest_check": min(checks, default=None),
        "newest_check": max(checks, default=None),
        "fda_sourced_percent": f"{100 * len(with_fda) / len(uses):.1f}" if uses else "",
        "directory": store.directory,
    }
