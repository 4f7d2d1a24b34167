"""Finds records by a name that a person typed: the one way that every command and question takes."""

from __future__ import annotations

from immunocli.errors import Ambiguous, Investigational, NotFound, NotInScope, UsageError
from immunocli.names.forms import LONGEST_NAME, normalise, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.store.typed import Name, Store

# What `show` knows, in the order in which a name is tried.
SHOWN = ("therapy", "cancer", "type", "target", "term", "part")
_COMMANDS = {
    "therapy": "immuno therapies",
    "cancer": "immuno cancers",
    "type": "immuno types",
    "target": "immuno targets",
    "term": "immuno terms",
    "faq": "immuno faq",
    "part": "immuno immune-system",
    "biomarker": "immuno terms --topic biomarker",
}
_SPELLED_BY_READER = ("therapy", "cancer")


class Finding:
    """What a name was found to name.

    Args:
        kind: of the record.
        ids: one, or all therapies of a product.
        match: how it was recognized.
        label: the name as the data writes it.
    """

    __slots__ = ("ids", "kind", "label", "match")

    def __init__(self, kind: str, ids: Sequence[str], match: str, label: str) -> None:
        self.kind, self.ids, self.match, self.label = kind, list(ids), match, label


def exact(store: Store, kind: str, name: str) -> Name | None:
    """Return what the name leads to that equals `name` once normalized, or None.

    A plural finds its singular. Names that are known to be none of ours have no ids.
    """
    plain = normalise(name[: 4 * LONGEST_NAME])
    if not plain or len(plain) > LONGEST_NAME:
        return None
    found = store.name(kind, plain)
    if found is None and kind != "therapy":
        for form in singular(plain):
            found = found or store.name(kind, form)
    return found


def find(store: Store, name: str, kinds: Sequence[str] = SHOWN) -> Finding:
    """Return what `name` names: an exact name of any of `kinds`, or one among doses and brackets.

    Args:
        store: where to look.
        name: as a person types it.
        kinds: what it may be, in the order in which it is tried.

    Raises:
        UsageError: the name is empty.
        NotFound: nothing has that name; NotInScope, Investigational when it is known what it is.
        Ambiguous: it names several records, or is only near a name.
    """
    if not name.strip():
        raise UsageError("the name is empty")
    for kind in kinds:
        found = exact(store, kind, name)
        if found and found[0]:
            if found[1] == "related" and "therapy" in kinds and _other(store, name) is not None:
                break  # a drug that a term only mentions: what it is comes first
            return Finding(kind, *found)
    near: Finding | None = None
    for kind in kinds:
        if kind in _SPELLED_BY_READER:
            from immunocli.names.resolve import Resolver  # structure is the rarer road

            match = Resolver(store, kind).resolve(name)
            if match.ids and match.review == "no":
                return Finding(kind, match.ids, match.match, match.evidence)
            if match.ids and near is None:
                near = Finding(kind, match.ids, match.match, match.name)
    if near is not None:
        raise _unclear(near.kind, name, near.label.split(";"))
    raise unknown(store, kinds, name)


def named(store: Store, kind: str, name: str) -> list[str]:
    """Return the ids that `name` names, to filter by; see `find`.

    Args:
        store: where to look.
        kind: `therapy`, `cancer`, `type`, `target`, `biomarker`, `term`, `faq` or `part`.
        name: as a person types it.
    """
    if not name.strip():
        raise UsageError(f"the name of a {_words(kind)} is empty")
    return find(store, name, (kind,)).ids


def one(store: Store, kind: str, name: str) -> str:
    """Return the id of the one record of that kind that `name` names; several are ambiguous too."""
    ids = named(store, kind, name)
    if len(ids) > 1:
        raise _unclear(kind, name, [store.titles(kind)[each] for each in ids])
    return ids[0]


def spoken(store: Store, words: Sequence[str], kinds: Sequence[str] = SHOWN) -> list[Finding]:
    """Return what words name: together when they are one name, else each alone.

    Args:
        store: where to look.
        words: as they were typed, without quotes around what belongs together.
        kinds: see `find`.
    """
    if len(words) > 1:
        joined = " ".join(words)
        for kind in kinds:
            found = exact(store, kind, joined)
            if found and found[0]:
                return [Finding(kind, *found)]
        whole = [exact(store, kind, word) for word in words for kind in kinds]
        if not any(found and found[0] for found in whole):
            return [find(store, joined, kinds)]
    return [find(store, word, kinds) for word in words]


def unknown(store: Store, kinds: Sequence[str], name: str) -> NotFound | Ambiguous:
    """Return the error for a name that nothing has: what it is if that is known, else what is near."""
    from immunocli.text import clean, quote

    other = _other(store, name)
    if other is not None:
        _, answer, what, see, label = other
        day = store.edition["as_of"]
        told = f"{quote(label)} is {clean(what).replace('{as_of}', day)}"
        if answer == "investigational":
            return Investigational(told if day in told else f"{told}, as of {day}", see)
        return NotInScope(told, see)
    from immunocli.names.suggest import nearest  # only errors pay for comparing spellings

    near = [label for kind in kinds for label in nearest(store.names(kind), name)]
    if near:
        return _unclear(kinds[0] if len(kinds) == 1 else "record", name, list(dict.fromkeys(near)))
    kind = kinds[0] if len(kinds) == 1 else ""
    where = f"; try: {_COMMANDS[kind]}" if kind in _COMMANDS else "; try: immuno search WORDS"
    return NotFound(f"no {_words(kind) or 'record'} named {quote(name)}{where}")


def _other(store: Store, name: str) -> list[Any] | None:
    """Return what is told of a name that is known and none of ours: `[id, answer, what, see, name]`."""
    plain = normalise(name) if len(name) <= LONGEST_NAME else ""
    known = (store.other(kind, plain) for kind in ("therapy", "cancer") if plain)
    return next((one for one in known if one is not None), None)


def _unclear(kind: str, name: str, near: Sequence[str]) -> Ambiguous:
    from immunocli.text import quote

    return Ambiguous(f"no {_words(kind)} is named exactly {quote(name)}", list(near))


def _words(kind: str) -> str:
    return {"faq": "question", "part": "part of the immune system"}.get(kind, kind)
