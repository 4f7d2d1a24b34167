"""Reads filters as they were typed: which there are, and what their values may be."""

from __future__ import annotations

import immunocli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.queries.selection import Selection
    from immunocli.store.typed_store import Store

# Other words for the values of an option, as people type them.
_AS_TYPED = {
    "status": {"approved": "current", "active": "current", "all": "any"},
    "setting": {
        "advanced": "advanced-metastatic", "metastatic": "advanced-metastatic", "relapsed": "relapsed-refractory",
        "refractory": "relapsed-refractory",
    },
    "line": {
        "1": "first", "1l": "first", "1st": "first", "first-line": "first",
        "2": "second", "2l": "second", "2nd": "second", "second-line": "second",
    },
}  # fmt: skip
_SEVERAL = ("therapy", "cancer", "type", "target", "biomarker", "setting", "line")
_ONE = ("approval", "status", "market", "since", "as_of", "source")
_YES = ("agnostic", "exact", "boxed", "no_boxed")


def understood(store: Store, filters: Mapping[str, Any]) -> dict[str, Any]:
    """Return filters as `Selection` takes them: one name or several, and nothing that is left out.

    Raises:
        UsageError: there is no such filter, or one is there that names nothing.
    """
    from immunocli.found import listed  # completion asks for names alone

    known = (*_SEVERAL, *_ONE, *_YES)
    given: dict[str, Any] = {}
    for name, value in filters.items():
        if name not in known:
            from immunocli.text import quote

            raise immunocli.UsageError(
                f"no filter {quote(name)}; there are: {', '.join(known)}", wrong=name, known=known
            )
        if value is not None:
            given[name] = listed(value or (), name) if name in _SEVERAL else value
    for name in _SEVERAL:
        if any("," in one for one in given.get(name, ())):
            given[name] = apart(store, name, given[name])
    return given


def refuse_untaken(question: str, filters: Mapping[str, Any]) -> None:
    """Refuse filters that a question about days would do nothing with.

    Raises:
        UsageError: there is one.
    """
    for name in ("status", "since"):
        if filters.get(name) is not None:
            raise immunocli.UsageError(f"{question} takes no filter {name}", wrong=name)


def without_list(question: str, selection: Selection) -> Selection:
    """Return a selection for a question about days, unless it is a published list: its pairs have none.

    Raises:
        UsageError: it is.
    """
    if selection.listing:
        told = f"{selection.source} is a list of pairs without days, and {question} tells of days"
        told += "; therapies and indications answer from it"
        raise immunocli.UsageError(told, wrong=selection.source or "")
    return selection


def apart(store: Store, kind: str, names: Iterable[str]) -> list[str]:
    """Return names, those that stand in one text with commas between them one by one: "PD-1,PD-L1".

    "lung, melanoma" are two cancers; "breast, triple-negative breast" is one, told by its site and its form, and
    "colon, mismatch repair deficient" by a biomarker.

    Args:
        store: where to look.
        kind: one of the filters that take several.
        names: as they were typed.
    """
    told: list[str] = []
    for name in names:
        parts = [part.strip() for part in name.split(",")]
        told += parts if len(parts) > 1 and _are_names(store, kind, name, parts) else [name]
    return told


def resolved(store: Store, kind: str, names: Iterable[str]) -> list[str]:
    """Return the ids of all that names name, those behind commas too."""
    from immunocli.names.find import named

    return [one for name in apart(store, kind, names) for one in named(store, kind, name)]


def _are_names(store: Store, kind: str, name: str, parts: Sequence[str]) -> bool:
    if kind in ("setting", "line"):
        return all(parts)
    from immunocli.names.find import cancer_of, exact, find

    known = [cancer_of(store, part) if kind == "cancer" else exact(store, kind, part) for part in parts]
    whole = exact(store, kind, name)
    if kind == "target" and not (whole and whole[0]):
        from immunocli.queries.aims import idle_term  # few targets are terms alone

        return all((one and one[0]) or idle_term(store, part) for one, part in zip(known, parts, strict=True))
    if not all(one and one[0] for one in known) or (whole and whole[0]):
        return False
    if kind != "cancer":
        return True
    markers = [
        one is not None and {*one[0]}.issubset(store.agnostic) and exact(store, "biomarker", part) is not None
        for one, part in zip(known, parts, strict=True)
    ]
    if any(markers) and not all(markers):  # "colon cancer, microsatellite instability-high"
        return False
    try:
        read = find(store, name, ("cancer",)).ids
    except immunocli.ImmunoError:
        return True
    held = {above for one in read for above in store.path(one)}
    return not all(held & {*one[0]} for one in known if one)


def one_of(known: Sequence[str], option: str, value: str) -> str:
    """Return a value that is one of a few words.

    Raises:
        UsageError: it is none of them.
    """
    value = _AS_TYPED.get(option, {}).get(value.lower(), value)
    if value.lower() not in known:
        from immunocli.text import quote

        told = f"--{option} {quote(value)} is not one of: {', '.join(known)}"
        raise immunocli.UsageError(told, wrong=value, known=known)
    return value.lower()


def boxed_as(
    store: Store, asked: bool | str, none: bool = False
) -> Callable[[Iterable[Mapping[str, Any]]], bool | None] | None:
    """Return what says of the warnings of a label whether its box is as asked; None: nothing is asked of it.

    What it says is None where that is not known.

    Args:
        store: where words are.
        asked: whether it has one, or what one in it mentions.
        none: it has none.

    Raises:
        UsageError: nothing is said by the words, or both are asked.
    """
    if not asked and not none:
        return None
    from immunocli.queries.box_filter import boxed, mentioning, without  # few ask for boxes

    if none:
        if asked:
            raise immunocli.UsageError("--boxed and --no-boxed exclude each other", option="--boxed")
        return without

    if isinstance(asked, bool):
        return boxed
    if not any(map(str.isalnum, asked)):
        raise immunocli.UsageError("--boxed-about is empty; give it a value or leave it out")
    return mentioning(store, asked)


def source_of(store: Store, name: str) -> str:
    """Return the id of a document.

    Raises:
        NotFound: there is none.
    """
    if not name or store.record("source", name) is None:
        from immunocli.text import quote

        raise immunocli.NotFound(f"no source {quote(name)}", wrong=name, advice="immuno cite keytruda")
    return name
