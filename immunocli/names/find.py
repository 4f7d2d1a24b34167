"""Finds records by a name that a person typed, exactly or not at all."""

from __future__ import annotations

from immunocli.errors import Ambiguous, NotFound, UsageError
from immunocli.names.forms import LONGEST_NAME, normalise, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed import Data

_COMMANDS = {
    "therapy": "immuno therapies",
    "cancer": "immuno cancers",
    "type": "immuno types",
    "target": "immuno targets",
    "term": "immuno terms",
    "faq": "immuno faq",
    "part": "immuno immune-system",
}


def exact(data: Data, kind: str, name: str) -> Any:
    """Return `[ids, match, label]` of the name that equals `name` once normalised, or None.

    A plural finds its singular. Names that are known to be none of ours have no ids.
    """
    plain = normalise(name[: LONGEST_NAME + 1])
    if not plain or len(plain) > LONGEST_NAME:
        return None
    found = data.get("name", f"{kind}/{plain}")
    if found is None and kind != "therapy":
        for form in singular(plain):
            found = found or data.get("name", f"{kind}/{form}")
    return found


def named(data: Data, kind: str, name: str) -> list[str]:
    """Return the ids that `name` names, to filter by.

    Args:
        data: where to look.
        kind: `therapy`, `cancer`, `type`, `target`, `biomarker`, `term`, `faq` or `part`.
        name: as a person types it.

    Raises:
        UsageError: the name is empty.
        NotFound: nothing has that name.
        Ambiguous: only something near it exists; it is suggested, never taken.
    """
    if not name.strip():
        raise UsageError(f"the name of a {kind} is empty")
    found = exact(data, kind, name)
    if found and found[0]:
        return list(found[0])
    if kind in ("therapy", "cancer"):
        from immunocli.names.resolve import resolve  # structure and spelling are the rarer road

        match = resolve(data, kind, name)
        if match.ids and match.review != "yes":
            return match.ids
        if match.ids:
            raise _unclear(kind, name, [match.name])
    raise unknown(data, kind, name)


def one(data: Data, kind: str, name: str) -> Any:
    """Return the one record of that kind that `name` names.

    Raises:
        UsageError, NotFound, Ambiguous: see `named`; several records are ambiguous too.
    """
    ids = named(data, kind, name)
    if len(ids) > 1:
        raise _unclear(kind, name, ids)
    return data.get(kind, ids[0])


def unknown(data: Data, kind: str, name: str) -> NotFound | Ambiguous:
    """Return the error for a name that nothing has: with suggestions when something is near."""
    from immunocli.names.spelling import nearest  # only errors pay for comparing spellings

    near = nearest(data, kind, name)
    if near:
        return _unclear(kind, name, near)
    return _not_found(kind, name)


def _not_found(kind: str, name: str) -> NotFound:
    from immunocli.text import quote

    where = f"; {_COMMANDS[kind]} lists them" if kind in _COMMANDS else ""
    return NotFound(f"no {_words(kind)} named {quote(name)}{where}")


def _unclear(kind: str, name: str, near: list[str]) -> Ambiguous:
    from immunocli.text import quote

    return Ambiguous(f"no {_words(kind)} is named exactly {quote(name)}", near)


def _words(kind: str) -> str:
    return {"faq": "question", "part": "part of the immune system"}.get(kind, kind)
