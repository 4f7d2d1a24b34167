"""Says that a therapy that was asked for by name has uses that this record does not hold."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.queries.documents import published_by
from immunocli.records.further_uses import further_on
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from immunocli.queries.by_product import OwnLabel
    from immunocli.queries.selection import Selection
    from immunocli.store.typed_store import Store

# Products that are named of those that a use is of.
_NAMED = 2


def of_asked(selection: Selection) -> Iterator[Notice]:
    """Yield a line for each therapy that was asked for by name and has such uses; of one cancer they tell nothing."""
    if selection.cancer or selection.listing:
        return
    for record in selection.store.records("therapy", selection.therapy):
        yield from of_therapy(selection.store, record, selection.day, selection.own.get(record["id"]))


def of_therapy(
    store: Store, record: Mapping[str, Any], day: str, own: OwnLabel | None = None
) -> list[Notice]:
    """Return the line on the uses of a therapy, or of a product, that are out of scope; mostly none.

    Args:
        store: where the documents are.
        record: the therapy, with all its products.
        day: `YYYY-MM-DD`.
        own: its product that was asked for by name.
    """
    labels = own.labels if own else []
    if own and own.is_for_else:
        return []  # that is told already
    found = further_on(record, day, labels)
    if not found:
        return []
    name = all_of(labels) or record["name"]
    told = f"not all uses of {name} are told; out of the scope of this record: "
    told += "; ".join(_said(one, named=not labels) for one in found)
    cited = list(dict.fromkeys(source for one in found for source in one["sources"]))
    if day < store.edition["as_of"]:
        cited = published_by(store, cited, day)
    uses = [one["text"] for one in found]
    return [Notice("uses-out-of-scope", told, therapy=record["id"], uses=uses, sources=cited)]


def _said(one: Mapping[str, Any], *, named: bool) -> str:
    since = f"since {one['from']}" if one["from"] else ""
    products = _few(one["products"]) if named else ""
    about = ", ".join(filter(None, (products, since)))
    return f"{one['text']} ({about})" if about else str(one["text"])


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:_NAMED])} and {more} more"
