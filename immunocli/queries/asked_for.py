"""Reads filters as they were typed: which there are, and what their values may be."""

from __future__ import annotations

import immunocli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.store.typed import Store

# Other words for the values of an option, as people type them.
_AS_TYPED = {
    "status": {"approved": "current", "active": "current"},
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
_YES = ("agnostic", "exact", "boxed")


def understood(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Return filters as `Selection` takes them: one name or several, and nothing that is left out.

    Raises:
        UsageError: there is no such filter.
    """
    known = (*_SEVERAL, *_ONE, *_YES)
    given: dict[str, Any] = {}
    for name, value in filters.items():
        if name not in known:
            from immunocli.text import quote

            raise immunocli.UsageError(
                f"no filter {quote(name)}; there are: {', '.join(known)}", wrong=name, known=known
            )
        if value is not None:
            given[name] = [value] if name in _SEVERAL and isinstance(value, str) else value
    return given


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


def source_of(store: Store, name: str) -> str:
    """Return the id of a document.

    Raises:
        NotFound: there is none.
    """
    if not name or store.record("source", name) is None:
        from immunocli.text import quote

        raise immunocli.NotFound(f"no source {quote(name)}", wrong=name, advice="immuno cite keytruda")
    return name
