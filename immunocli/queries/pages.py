"""Finds what a name means, whatever kind of thing it names."""

from __future__ import annotations

from immunocli.errors import Ambiguous, NotFound, UsageError
from immunocli.names.find import exact, unknown
from immunocli.records import Cancer, Part, Question, Record, Target, Term, Therapy, Type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.store.typed import Data

RECORDS: dict[str, type[Record]] = {
    "therapy": Therapy,
    "cancer": Cancer,
    "type": Type,
    "target": Target,
    "term": Term,
    "faq": Question,
    "part": Part,
}
# What `show` knows, in the order in which a name is tried.
SHOWN = ("therapy", "cancer", "type", "target")


def page(data: Data, name: str, kinds: Sequence[str] = SHOWN) -> tuple[Record, list[str]]:
    """Return the record that `name` names, with the other therapies in the same product.

    Args:
        data: where to look.
        name: as a person types it; an exact name of any of `kinds`, or one in doses and brackets.
        kinds: what it may be, in the order in which it is tried.

    Raises:
        UsageError: the name is empty.
        NotFound: nothing has that name.
        Ambiguous: it names several therapies, or is only near a name.
    """
    if not name.strip():
        raise UsageError("the name is empty")
    for kind in kinds:
        found = exact(data, kind, name)
        if found and found[0]:
            return _record(data, kind, name, found)
    for kind in kinds:
        if kind in ("therapy", "cancer"):
            from immunocli.names.resolve import resolve  # structure is the rarer road

            match = resolve(data, kind, name)
            if match.ids and match.review == "no":
                return _record(data, kind, name, [match.ids, match.match, match.evidence])
    raise _nowhere(data, name, kinds)


def _record(data: Data, kind: str, name: str, found: Any) -> tuple[Record, list[str]]:
    ids, _, label = found
    if len(ids) > 1 and kind == "therapy":
        owner = _owner(data, ids, label)
        if owner is None:
            raise _several(data, kind, name, ids)
        return RECORDS[kind](data.get(kind, owner)), [one for one in ids if one != owner]
    if len(ids) > 1:
        raise _several(data, kind, name, ids)
    return RECORDS[kind](data.get(kind, ids[0])), []


def _owner(data: Data, ids: list[str], brand: str) -> str | None:
    """Return the therapy on whose page a product that holds several stands."""
    for one in ids:
        if any(name["name"] == brand for name in data.get("therapy", one)["brand_history"]):
            return one
    return None


def _several(data: Data, kind: str, name: str, ids: list[str]) -> Ambiguous:
    from immunocli.text import quote

    names = [data.get(kind, one)["name"] for one in ids]
    return Ambiguous(f"{quote(name)} names several {kind} records: {', '.join(names)}", names)


def _nowhere(data: Data, name: str, kinds: Sequence[str]) -> Exception:
    """Return the error with the nearest names of all kinds, the nearest kind first."""
    problems = [unknown(data, kind, name) for kind in kinds]
    near = [label for problem in problems for label in problem.suggestions]
    best = next((problem for problem in problems if problem.suggestions), problems[0])
    best.suggestions = list(dict.fromkeys(near))[:3]
    return best


def define(data: Data, name: str) -> Term:
    """Return the glossary's term of that name.

    Raises:
        UsageError, NotFound, Ambiguous: see `page`; a therapy is no term, and the error says so.
    """
    therapy = exact(data, "therapy", name)
    if therapy and therapy[0] and exact(data, "term", name) is None:
        from immunocli.text import quote

        raise NotFound(f"{quote(name)} is a therapy, not a term; see: immuno show {therapy[0][0]}")
    found, _ = page(data, name, ("term",))
    assert isinstance(found, Term)
    return found
