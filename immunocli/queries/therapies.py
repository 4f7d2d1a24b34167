"""Lists therapies and their uses, and tells a whole therapy, as of a day."""

from __future__ import annotations

from immunocli.records import status_on_day
from immunocli.records.values import RELATIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.queries.by_product import OwnLabel
    from immunocli.queries.selection import Selection
    from immunocli.records.indication import Indication
    from immunocli.records.therapy import Therapy
    from immunocli.store.typed_store import Store


# A use that holds.
_HELD = ("current", "listed")


def therapies(selection: Selection, *, sources: bool = False) -> list[Therapy]:
    """Return the therapies that have the wanted uses, by name.

    Their `status`, `approved` and `relation` are about the wanted uses, not of others, so that a use
    that was withdrawn never reads as approved. With cancers, `approved` is the first day of the uses
    that the relation is about: a use for any tumor never dates one that names the cancer. With `sources`,
    these are the documents that the wanted uses and the boxed warnings rest on.
    """
    from immunocli.records.therapy import Therapy

    found = []
    for one, rows in selection.chosen():
        told = selection.told(one)
        told["relation"] = nearest(rows)
        told["ended"] = _ended(rows)
        if selection.listing:
            from immunocli.queries.published_lists import stands  # few ask for a list

            told["status"] = stands(selection, one, [row["cancer"] for row in rows])
            told["approved"] = told["first_approved"]
        else:
            told["status"] = status_on_day.standing(rows, selection.revoked.get(one))
            told["approved"] = status_on_day.earliest(_begun(selection, one, rows, told["relation"]))
        if selection.began_late_enough(told["approved"]):
            if sources:
                told["sources"] = _sources(
                    [] if _box_alone(selection) else rows, told["warnings"], selection.day
                )
            found.append(Therapy(told))
    if selection.status == "any" and not (selection.cancer or selection.listing):
        found += [Therapy(one) for one in _never_approved(selection)]
        found.sort(key=lambda therapy: therapy.name.casefold())
    return found


def _box_alone(selection: Selection) -> bool:
    """Say whether nothing was asked of uses but that their label has a boxed warning."""
    asked = selection.query
    narrowing = ("cancer", "biomarker", "setting", "line", "approval", "since", "source", "agnostic")
    return bool(selection.boxed) and not any(asked.get(one) for one in narrowing)


def _sources(rows: Iterable[Mapping[str, Any]], warnings: Iterable[Mapping[str, Any]], day: str) -> list[str]:
    """Return the documents that uses and boxed warnings rest on, each once."""
    resting = [one for one in warnings if one["boxed"]]
    for row in rows:
        resting += status_on_day.events_on(row["_use"], day) if "_use" in row else [row]
    return list(dict.fromkeys(source for one in resting for source in one["sources"]))


def nearest(rows: Iterable[Mapping[str, Any]]) -> str | None:
    """Return how the uses of a therapy relate to what was asked: the nearest of those that hold.

    What ended counts only when all did: else a use that was withdrawn would read as approved.
    """
    held = list(rows)
    current = [row for row in held if row["status"] in _HELD] or held
    relations = [row["relation"] for row in current if row["relation"]]
    return min(relations, key=RELATIONS.index, default=None)


def _ended(rows: Iterable[Mapping[str, Any]]) -> str | None:
    """Return when the last of some uses ended; nothing while one holds, or where a day is not known."""
    ends = [row["ended"] if row["status"] not in _HELD else None for row in rows]
    return None if None in ends else max(map(str, ends), default=None)


def _begun(
    selection: Selection, therapy: str, rows: Iterable[Mapping[str, Any]], relation: str | None
) -> list[str]:
    """Return the first days of the uses of one group, those of uses that others took over too."""
    from immunocli.queries.selection import rank

    group = rank(relation)
    taken = selection.taken_over.get(therapy, [])
    begun = [row["approved"] for row in rows if rank(row["relation"]) == group]
    return begun + [day for of, day in taken if of == group]


def whole_rows(selection: Selection) -> list[dict[str, Any]]:
    """Return the wanted uses by therapy, oldest first, each with the documents it rests on."""
    past = selection.day < selection.today
    chosen = [row for _, rows in selection.chosen() for row in rows]
    return [_finished(row, selection.day, past, full=False) for row in chosen]


def uses(selection: Selection, *, full: bool = False) -> list[Indication]:
    """Return the wanted uses, by therapy and date of approval; those for something wider come last.

    Args:
        selection: which.
        full: with their events and notes, and with type, targets, brands and boxed warnings of the therapy.
    """
    from immunocli.queries.selection import rank
    from immunocli.records.indication import Indication

    chosen = [row for _, rows in selection.chosen() for row in rows]
    chosen.sort(key=lambda row: rank(row["relation"]))
    if full:
        for row in chosen:
            told = selection.told(row["therapy"])
            row.update({field: told[field] for field in ("type", "targets", "brands", "boxed")})
    return [
        Indication(_finished(row, selection.day, selection.day < selection.today, full=full))
        for row in chosen
        if selection.listing or selection.began_late_enough(row["approved"])
    ]


def _finished(row: dict[str, Any], day: str, past: bool, *, full: bool) -> dict[str, Any]:
    """Return a row with what was left for later: sources, day of checking, and the events when full."""
    use = row.pop("_use", None)
    if use is None:
        return row
    row["age"] = row.get("age")
    row["regulator"] = use["regulator"]
    events = status_on_day.events_on(use, day)
    row["sources"] = list(dict.fromkeys([one for event in events for one in event["sources"]]))
    row["verified"] = status_on_day.known_by(use["verified"], day) if past else use["verified"]
    if full:
        row["events"] = events
        row["notes"] = None if past else use["notes"]  # notes have no day
    return row


def whole(
    store: Store,
    one: str,
    day: str,
    *,
    cancer: Iterable[str] = (),
    stored: Mapping[str, Any] | None = None,
    own: OwnLabel | None = None,
    asked_for: Sequence[str] = (),
    beside: Sequence[str] = (),
    notices: list[Notice] | None = None,
) -> Therapy:
    """Return a therapy with everything that is known of it, as it stood on a day.

    Args:
        store: where to look.
        one: its id.
        day: `YYYY-MM-DD`.
        cancer: ids of cancers; only the uses that concern one of them are told.
        stored: its record, where somebody has read it already.
        own: one of its products: it is told as that one has it.
        asked_for: the names of products by which it was asked for, where they do not stand for all of it.
        beside: the other therapies in that product.
        notices: to be added to, where what is not known of that product is told, and what is out of scope.
    """
    from immunocli.queries.selection import Selection
    from immunocli.records.further_uses import further_on
    from immunocli.records.indication import Indication
    from immunocli.records.own_label import known_on
    from immunocli.records.therapy import Therapy

    today: str = store.edition["as_of"]
    past = day < today
    stored = stored or store.record("therapy", one)
    assert stored is not None
    selection = Selection(
        store, asked=([one], {one: own} if own else {}), cancer=list(cancer), status="any", as_of=day,
        agnostic=bool(cancer), uses=stored["indications"],
    )  # fmt: skip
    products, further = stored["products"], further_on(stored, day, own.labels if own else ())
    if further and notices is not None and not selection.cancer:
        from immunocli.queries.out_of_scope import of_therapy  # of few therapies

        notices += of_therapy(store, stored, day, own)
    if own:
        stored = own.record
    rows = [_finished(row, day, past, full=True) for _, found in selection.chosen() for row in found]
    told = selection.told(one)
    if notices is not None and any(selection.hidden_unsure.values()):
        from immunocli.queries.not_known import of_unsure  # hardly ever

        notices += of_unsure(selection)
    revoked = status_on_day.revoked_on(stored["products"], day)
    none = "unknown" if any(selection.hidden_unsure.values()) else "never-approved"
    told["status"] = status_on_day.standing(rows, revoked) or none
    told["relation"] = nearest(rows)
    told["ended"] = _ended(rows)
    told["approved"] = status_on_day.earliest(_begun(selection, one, rows, told["relation"]))
    kind = store.record("type", stored["type"])
    assert kind is not None
    aliases = stored["aliases"]
    if past:
        from immunocli.records.therapy_in_short import aliases_on  # of a past day alone

        aliases = aliases_on(aliases, products, day)
    return Therapy(
        told
        | {
            "asked_for": list(asked_for),
            "in_one_product": list(beside),
            "unsure": sorted(selection.hidden_unsure.get(one, ())),
            "license": status_on_day.license_on(stored["products"], day),
            "products": known_on(
                status_on_day.products_on(stored["products"], day, today), stored["indications"], day
            ),
            "aliases": aliases,
            "identifiers": stored["identifiers"],
            "makers": stored["makers"],
            "side_effects": _side_effects(store, kind, past),
            "indications": [Indication(row).as_dict() for row in rows],
            "further_uses": further,
            "claims": _claims(store, stored["claims"], day, past),
            "inclusion": stored["inclusion"],
            "notes": None if past else stored["notes"],
            "reviewed": status_on_day.known_by(stored["reviewed"], day) if past else stored["reviewed"],
            "sources": stored["sources"],
        }
    )


def wholes(selection: Selection, found: Sequence[Therapy]) -> list[Therapy]:
    """Return listed therapies with everything that is known of each; how they stand stays that of the uses asked for."""
    asked = ("status", "approved", "ended", "relation", "sources")
    told = [{name: one[name] for name in asked if name in one} for one in found]
    every = []
    for one in found:
        own = selection.own.get(one.id)
        labels = own.labels if own else ()
        every.append(whole(selection.store, one.id, selection.day, own=own, asked_for=labels))
    return [one.replaced(**about) for one, about in zip(every, told, strict=True)]


def _side_effects(store: Store, kind: Mapping[str, Any], past: bool) -> dict[str, Any]:
    effects = kind["side_effects"]
    signs = [
        {"id": sign["id"], "name": sign["name"], "urgency": sign["rung"]}
        for sign in store.signs(effects["signs"])
    ]
    note = None if past else effects["note"]
    return {"of_type": kind["id"], "typical": effects["typical"], "signs": signs, "note": note}


def _claims(store: Store, claims: Sequence[Mapping[str, Any]], day: str, past: bool) -> list[dict[str, Any]]:
    """Return what lists said that had been published by a day; their verdict is about today alone."""
    from immunocli.queries.documents import published_by  # of whole records alone

    told = []
    published = set(published_by(store, {claim["source"]: None for claim in claims}, day))
    for claim in claims:
        if claim["source"] not in published:
            continue
        pairs = [{**pair, "verdict": None, "note": None} if past else dict(pair) for pair in claim["cancers"]]
        told.append({**claim, "cancers": pairs})
    return told


def _never_approved(selection: Selection) -> list[dict[str, Any]]:
    """Return the therapies without any use, which only "any" status shows."""
    if selection.biomarker or selection.setting or selection.line or selection.approval:
        return []
    if (
        selection.agnostic
        or selection.boxed
        or selection.no_boxed
        or selection.since is not None
        or selection.market == "sold"
    ):
        return []
    from immunocli.records.therapy_in_short import in_short

    store = selection.store
    wanted = selection.therapies()
    found = []
    for stored in store.briefs(store.titles("therapy") if wanted is None else wanted).values():
        if not stored["spans"]:
            told = in_short(stored, selection.day, selection.today)
            told["status"] = "never-approved"
            found.append(told)
    return found
