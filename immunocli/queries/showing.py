"""Finds what names mean and tells it whole, whatever kind of thing it is."""

from __future__ import annotations

from immunocli.errors import Ambiguous, NotFound
from immunocli.names.find import SHOWN, exact, spoken
from immunocli.queries.therapies import whole
from immunocli.queries.vocabularies import tell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.names.find import Finding
    from immunocli.records.fields import Record
    from immunocli.store.typed import Store


def shown(
    store: Store, names: Sequence[str], kinds: Sequence[str], day: str, cancers: Sequence[str]
) -> tuple[list[Record], dict[str, list[str]]]:
    """Return the whole records that names mean, and the other therapies in the same product, by id.

    Args:
        store: where to look.
        names: as they were typed; words that together are one name need no quotes.
        kinds: what they may be, in the order in which it is tried; empty means any.
        day: `YYYY-MM-DD`.
        cancers: ids; for therapies, only the uses that concern them.

    Raises:
        NotFound, Ambiguous: nothing has a name, or it is not clear which is meant.
    """
    found: list[Record] = []
    together: dict[str, list[str]] = {}
    for one in spoken(store, names, tuple(kinds) or SHOWN):
        if one.kind == "therapy" and one.match == "combination" and _no_product(store, one):
            found += [whole(store, each, day, cancer=cancers) for each in one.ids]
        elif one.kind == "therapy":
            owner = _owner(store, one.ids, one.label, " ".join(names))
            others = [each for each in one.ids if each != owner]
            if others:
                together[owner] = others
            found.append(whole(store, owner, day, cancer=cancers))
        elif len(one.ids) > 1:
            raise _several(store, one.kind, one.ids, one.label)
        else:
            found += tell(store, one.kind, one.ids, day)
    return found, together


def defined(store: Store, names: Sequence[str], day: str) -> tuple[list[Any], list[tuple[str, str]]]:
    """Return the terms that words mean, and those words that are only explained under another term.

    Raises:
        NotFound: there is none; for the name of a therapy the error says so.
        Ambiguous: it is only near one.
    """
    joined = " ".join(names)
    if exact(store, "term", joined) is None:
        therapy = exact(store, "therapy", joined)
        if therapy and therapy[0]:
            from immunocli.text import quote

            told = f"{quote(joined)} is a therapy, not a term"
            raise NotFound(told, wrong=joined, advice=f"immuno show {therapy[0][0]}")
    found = spoken(store, names, ("term",))
    records = tell(store, "term", [one for each in found for one in each.ids], day)
    titles = store.titles("term")
    under = [(one.label, titles[one.ids[0]]) for one in found if one.match == "related"]
    return records, under


def _no_product(store: Store, one: Finding) -> bool:
    """Say whether a combination is of products each with a page, not one product of several."""
    return not any(
        held["name"] == one.label
        for record in store.records("therapy", one.ids)
        for held in record["products"]
    )


def _owner(store: Store, ids: Sequence[str], product: str, asked: str) -> str:
    """Return the therapy on whose page a product that holds several stands."""
    if len(ids) == 1:
        return ids[0]
    for one in store.records("therapy", ids):
        if any(held["name"] == product for held in one["products"]):
            return str(one["id"])
    raise _several(store, "therapy", ids, asked)


def _several(store: Store, kind: str, ids: Sequence[str], asked: str) -> Ambiguous:
    from immunocli.text import quote

    names = [store.titles(kind)[one] for one in ids]
    return Ambiguous(f"{quote(asked)} names several {kind} records: {', '.join(names)}", names, wrong=asked)
