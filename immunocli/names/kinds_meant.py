"""Finds of which kinds a name is, and the type that is meant by a word of its names, or by a target."""

from __future__ import annotations

import immunocli
from immunocli.names.find import FILLERS, cancer_of, exact, other_of, split, unclear

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.store.names_read import Name
    from immunocli.store.typed_store import Store

_LEAST = 5  # shorter words are abbreviations of many things


def kinds_of(store: Store, name: str, kinds: Sequence[str]) -> list[str]:
    """Return those of some kinds in which this is a name, exactly, or can be meant alone."""
    found = {kind: exact(store, kind, name) for kind in kinds}
    if "cancer" in found and not any(entry and entry[0] for entry in found.values()):
        found["cancer"] = cancer_of(store, name)
    if "type" in found and "term" not in found and not any(entry and entry[0] for entry in found.values()):
        found["type"] = type_of(store, name)
    return [kind for kind, entry in found.items() if entry and entry[0]]


def type_of(store: Store, name: str) -> Name | None:
    """Return the type that a name leads to where only one can be meant: `checkpoint` is checkpoint inhibitor.

    Its words stand together in names of no other type, forms of that type aside; what is a name of anything else is
    not read so, but a target, after which one type is called.
    """
    found = exact(store, "type", name)
    words = split(name)
    aimed = None if found else exact(store, "target", name)
    if aimed and aimed[0]:
        told = _against(store, aimed[0])
        return [[told[0][0]], "synonym", told[0][1]] if len(told) == 1 else None
    if found is not None or not words or len(words[-1]) < _LEAST or FILLERS.issuperset(words):
        return found
    if other_of(store, name) is not None or any(exact(store, kind, name) for kind in ("therapy", "cancer")):
        return None
    meant = {
        one for ids, _, label in store.names("type").values() for one in ids if {*words} <= {*split(label)}
    }
    tops = [one["id"] for one in store.records("type", meant) if not meant & {*one["part_of"]}]
    return [tops, "synonym", store.titles("type")[tops[0]]] if len(tops) == 1 else None


def acting_on(store: Store, name: str, targets: Sequence[str]) -> immunocli.NotFound | immunocli.Ambiguous:
    """Return the error for a target where a type was asked for: there are PD-1 inhibitors, PD-1 is none."""
    types = _against(store, targets)
    if types:
        return unclear("type", name, [title for _, title in types])
    from immunocli.text import quote

    told = f"{quote(name)} is a target, no type"
    return immunocli.NotFound(told, wrong=name, advice=f"immuno therapies --target {targets[0]}")


def _against(store: Store, targets: Sequence[str]) -> list[tuple[str, str]]:
    """Return the types that are called after targets, ids and names: PD-1 inhibitor after PD-1."""
    begun = tuple(f"{store.titles('target')[one]} " for one in targets)
    return [(one, title) for one, title in store.titles("type").items() if title.startswith(begun)]
