"""Reads the targets of a question: what the record holds, and known terms on which none of its therapies acts."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.names.find import exact, named
from immunocli.text import any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.store.typed_store import Store


def targets(store: Store, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the targets that names mean, and the terms among them on which no therapy of the record acts.

    Raises:
        NotFound, Ambiguous: a name is neither.
    """
    found: dict[str, None] = {}
    idle: dict[str, None] = {}
    for name in names:
        term = idle_term(store, name)
        if term is None:
            found.update(dict.fromkeys(named(store, "target", name)))
        else:
            idle[term] = None
    return list(found), list(idle)


def idle_term(store: Store, name: str) -> str | None:
    """Return the term of a target that a name is of, as TIGIT, where nothing in the record acts on it."""
    if exact(store, "target", name) is not None:
        return None
    found = exact(store, "term", name)
    if found is None or len(found[0]) != 1:
        return None
    (term,) = store.records("term", found[0])
    return found[0][0] if is_idle(term) else None


def is_idle(term: Mapping[str, Any]) -> bool:
    """Say whether a stored term is of the target shelf, and no therapy of the record is told to act on it."""
    return term["topic"] == "target" and not (term["targets"] or term["types"] or term["therapies"])


def acted_on_by_none(store: Store, term: str) -> bool:
    """Say whether nothing in the record acts on what an idle term means, nor on what it is a part or a group of."""
    (record,) = store.records("term", [term])
    return not any(one["targets"] for one in store.records("term", record["see_also"]))


def of_idle(store: Store, terms: Sequence[str], ids: Sequence[str]) -> list[Notice]:
    """Return what there is to say of targets that were asked for and found nothing of themselves; mostly nothing.

    Args:
        store: where to look.
        terms: those that are terms alone.
        ids: of targets.
    """
    bare = {one["id"]: one["name"] for one in store.records("target", ids) if not one["therapies"]}
    names = {one: store.title("term", one) for one in terms}
    surely = [one for one in terms if acted_on_by_none(store, one)]
    open_ = [one for one in terms if one not in surely]
    notices = []
    if surely or bare:
        none = any_of([*(names[one] for one in surely), *bare.values()])
        known = [f"immuno define {names[one]}" for one in surely] + [f"immuno show {one}" for one in bare]
        told = f"no therapy of this record acts on {none}; see: {', '.join(known)}"
        notices.append(Notice("none-acts-on", told, targets=[*surely, *bare]))
    if open_:
        known = [f"immuno define {names[one]}" for one in open_]
        told = f"no therapy is listed by {any_of([names[one] for one in open_])} as its target; see: {', '.join(known)}"
        notices.append(Notice("target-not-listed", told, targets=open_))
    return notices
