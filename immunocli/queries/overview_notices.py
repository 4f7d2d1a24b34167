"""Says what a reader should know of the news and of a matrix: what it leaves out, what counts twice."""

from __future__ import annotations

from immunocli.dates import last_day
from immunocli.found import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.queries.selection import Selection
    from immunocli.records.fields import Record
    from immunocli.store.typed_store import Store


def on_changes(selection: Selection, found: Sequence[Record], query: dict[str, Any]) -> list[Notice]:
    """Return the notices of the news: that nothing changed, and from when on anything is known."""
    from immunocli.queries.changes import none_then

    notices = [notice for label in selection.own.values() for notice in label.notices()]
    if any(selection.hidden_unsure.values()):
        from immunocli.queries.not_known import of_unsure

        notices += of_unsure(selection)
    from immunocli.queries.answer_notices import of_idle

    notices += of_idle(selection)
    notices += [] if found else [none_then(selection, query)]
    notices += _any_tumor(selection)
    if "new-product" in query["event"] and "approved" not in query["event"]:
        notices += _first_products(selection, query)
    since, begun = query["since"], selection.edition["known_from"]
    if since is not None and last_day(since) < begun:
        told = f"the record begins on {begun}: what came before is not known"
        notices.append(Notice("record-begins", told, known_from=begun))
    return notices


def _any_tumor(selection: Selection) -> list[Notice]:
    """Return the line that says that news of approvals for any solid tumor, which a cancer may be, are not shown."""
    ids = sorted(selection.hidden_agnostic)
    if not ids:
        return []
    which = "1 therapy" if len(ids) == 1 else f"{len(ids)} therapies"
    told = f"not shown: what changed for any solid tumor with a marker, of {which} (--agnostic)"
    return [Notice("any-tumor-not-shown", told, count=len(ids), therapies=ids)]


def _first_products(selection: Selection, query: dict[str, Any]) -> list[Notice]:
    """Return the line that says which therapies came with their first product: these are told as approvals."""
    from immunocli.queries.changes import changes

    new = {}
    for entry in changes(selection, query["since"], query["until"], ["approved"]):
        for one in entry["therapies"]:
            begun = [spans[0][0] for _, spans in selection.brief(one)["spans"]]
            if entry["date"] == min(begun, default=None):
                new[one] = selection.brief(one)["name"]
    if not new:
        return []
    what = "1 therapy came" if len(new) == 1 else f"{len(new)} therapies came"
    told = f"{what} with a first product, told as an approval (--event approved): {', '.join(new.values())}"
    return [Notice("first-products", told, count=len(new), therapies=list(new))]


def on_matrix(selection: Selection, unsold: Sequence[str], cancers: Sequence[str]) -> list[Notice]:
    """Return the notices of a matrix with rows for cancers, in which therapies count that are not sold."""
    from immunocli.queries.answer_notices import of_idle, of_unknown

    return (
        of_idle(selection)
        + of_unknown(selection)
        + counted_unsold(unsold)
        + rows_within_rows(selection.store, cancers)
    )


def counted_unsold(therapies: Sequence[str]) -> list[Notice]:
    """Return the line that says how many of the therapies counted are licensed and not sold."""
    count = len(therapies)
    if not count:
        return []
    told = f"{count} of these {'is' if count == 1 else 'are'} licensed but not sold (--market sold)"
    return [Notice("not-sold-counted", told, count=count, therapies=list(therapies))]


def rows_within_rows(store: Store, cancers: Sequence[str]) -> list[Notice]:
    """Return the line that says which rows of an overview are part of which others.

    Args:
        store: where cancers and their names are.
        cancers: ids, a row each.
    """
    rows = set(cancers)
    parts = {
        one: above
        for one, scope in store.scopes(cancers).items()
        if (above := [up for up in scope["path"][1:] if up in rows])
    }
    if not parts:
        return []
    wider = {up for above in parts.values() for up in above}
    titles = store.titles_of("cancer", {*parts, *wider})
    told = "; ".join(
        f"{titles[up]} includes {', '.join(titles[one] for one in parts if up in parts[one])}"
        for up in sorted(wider, key=lambda up: titles[up].casefold())
    )
    message = f"{told}: a therapy counts in each row that it is for"
    return [Notice("rows-within-rows", message, part_of=parts)]
