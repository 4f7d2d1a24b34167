"""Finds what is told of names that are known and none of ours, also where an amount stands behind them."""

from __future__ import annotations

from immunocli.names.around import PLAIN
from immunocli.names.doses import is_amount
from immunocli.names.forms import LONGEST_NAME, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed_store import Store


def other(store: Store, name: str) -> list[Any] | None:
    """Return what is told of a name that is known and none of ours: `[id, answer, what, see, name]`.

    Args:
        store: where the names are.
        name: as it was typed: "lorlatinib" or "lorlatinib 100 mg".
    """
    if len(name) > LONGEST_NAME or not (plain := normalize(name)):
        return None
    found = store.other("therapy", plain) or store.other("cancer", plain)
    if found is None and any(map(str.isdigit, name)):
        words, roles = [normalize(word) for word in name.replace("/", " ").split()], store.around("therapy")
        while words and (roles.get(words[-1]) in PLAIN or is_amount(words[-1], roles)):
            words.pop()
        found = store.other("therapy", "".join(words)) if words else None
    return found


def what_else(store: Store, name: str) -> tuple[str, str] | None:
    """Return what is known of a name that is none of ours, with its code: "imatinib is a kinase inhibitor"."""
    if other(store, name) is None:
        return None
    from immunocli.names.find import unknown  # it asks this module in its turn

    told = unknown(store, (), name)
    return told.code, told.message
