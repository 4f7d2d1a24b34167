"""Finds what is approved for another form of a cancer, set apart by another biomarker, that a tumor may be too."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.records.relation import fits
from immunocli.records.values import ANY_TUMOR
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from immunocli.queries.selection import Selection
    from immunocli.store.typed_store import Store


def of_overlapping(selection: Selection, listed: Collection[str]) -> Iterator[Notice]:
    """Yield a line for each form that a cancer may be as well: a triple-negative one may be HER2-low.

    It is neither the form asked for nor wider, so that its uses are not listed; yet they may apply.

    Args:
        selection: about one cancer, and all that is approved for it.
        listed: the therapies that are listed already.
    """
    from immunocli.queries.selection import Selection as Further

    day = f" --as-of {selection.as_of}" if selection.as_of else ""
    store, one = selection.store, selection.cancer[0]
    scope = selection.scopes[one]
    for other in _forms_beside(store, one, scope):
        further = Further(store, cancer=[store.title("cancer", other)], exact=True, as_of=selection.as_of)
        ids = [
            therapy
            for therapy, rows in further.chosen()
            if therapy not in listed and any(row["cancer"] == other and fits(scope, row) for row in rows)
        ]
        if further.cancer != [other] or not ids:
            continue
        named = all_of([store.title("therapy", therapy) for therapy in ids])
        told = (
            f"{named} {'is' if len(ids) == 1 else 'are'} approved for {store.title('cancer', other)}, which "
            f"{store.title('cancer', one)} may be too; see: immuno indications --cancer {other}{day}"
        )
        yield Notice("overlapping", told, cancer=other, therapies=ids)


def _forms_beside(store: Store, one: str, scope: dict[str, Any]) -> Iterator[str]:
    """Yield the forms of the same cancer that have a biomarker of their own, and none that rules the other out."""
    related = {one, *scope["below"], *scope["path"], *store.agnostic}
    above = list(store.records("cancer", [one])[0]["part_of"])
    for up in above:  # HER2-negative is not yet what all its forms have in common
        if store.scope(up)["has"] or store.scope(up)["lacks"]:
            above += [each for each in store.records("cancer", [up])[0]["part_of"] if each not in above]
    beside = dict.fromkeys(form for up in above for form in store.scope(up)["below"] if form not in related)
    for form in beside:
        other = store.scope(form)
        has = {*other["has"]}
        if (
            has - {*scope["has"]}
            and has.isdisjoint(scope["lacks"])
            and {*other["lacks"]}.isdisjoint(scope["has"])
        ):
            yield form


def of_beside(selection: Selection) -> Iterator[Notice]:
    """Yield a line for each cancer that stands beside the one asked for, outside it, and that a tumor may be called too."""
    from immunocli.queries.marked_cancers import relation_to
    from immunocli.queries.selection import Selection as Further

    store, one = selection.store, selection.cancer[0]
    for other in store.records("cancer", [one])[0].get("beside", ()):
        further = Further(store, cancer=[store.title("cancer", other)], exact=True, as_of=selection.as_of)
        rows = [row for _, found in further.chosen() for row in found]
        uses = [
            row["id"]
            for row in rows
            if relation_to(selection.scopes, selection.meant, row, store.agnostic) in (None, ANY_TUMOR)
        ]
        if not uses:
            continue
        day = f" --as-of {selection.as_of}" if selection.as_of else ""
        count = "1 use" if len(uses) == 1 else f"{len(uses)} uses"
        told = (
            f"{count} for {store.title('cancer', other)} not shown (immuno indications --cancer {other}{day})"
        )
        yield Notice("beside-not-shown", told, cancer=other, count=len(uses), uses=sorted(uses))
