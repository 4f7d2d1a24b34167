"""Shows where words stand in a record."""

from __future__ import annotations

from immunocli.records import status_on_day
from immunocli.words import stems as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.store.typed_store import Store

_LONGEST = 100
_STEP = 4
_FIELDS = {
    "type": ("definition", "mechanism"),
    "target": ("description",),
    "cancer": ("description",),
    "term": ("definition", "technical"),
    "faq": ("answer",),
    "part": ("role",),
}


def snippet(store: Store, kind: str, one: str, roots: Sequence[str]) -> str:
    """Return the stretch of a record's text that holds most of the words.

    Args:
        store: where it is.
        kind: of the record.
        one: its id.
        roots: stems of the words.
    """
    same = store.same_words
    wanted = set(roots)
    best, found = 0, ""
    for mark, text in _texts(store, kind, one):
        pieces = text.split()
        marks = [not wanted.isdisjoint(words.stems(piece, same)) for piece in pieces]
        if found and sum(marks) <= best:
            continue
        for start in range(0, len(pieces), _STEP):
            end, length = start, 0
            while end < len(pieces) and length + len(pieces[end]) < _LONGEST:
                length += len(pieces[end]) + 1
                end += 1
            if sum(marks[start:end]) > best or not found:
                best = sum(marks[start:end])
                before = "... " if start else ""
                after = " ..." if end < len(pieces) else ""
                found = mark + before + " ".join(pieces[start:end]) + after
    return found


def _texts(store: Store, kind: str, one: str) -> list[tuple[str, str]]:
    """Return the record's texts, each with what must stand before any stretch of it."""
    record: dict[str, Any] = store.record(kind, one) or {}
    if kind == "therapy":
        held = [product["name"] for product in record["products"]]
        called = ", ".join([*held, *(alias["name"] for alias in record["aliases"])][:12])
        today = store.edition["as_of"]
        revoked = status_on_day.revoked_on(record["products"], today)
        rows = [_use(use, today, revoked) for use in record["indications"]]
        return [("", record["mechanism"]), ("", called), *rows, ("", record["notes"] or "")]
    names = [name if isinstance(name, str) else name["name"] for name in record.get("aliases", ())]
    texts = [record[field] or "" for field in _FIELDS[kind]] + [", ".join(names)]
    return [("", text) for text in texts]


def _use(use: dict[str, Any], day: str, revoked: str | None) -> tuple[str, str]:
    row = status_on_day.use_on(use, day, revoked)
    if row is None:
        return "", ""
    return "" if row["status"] == "current" else f"{row['status'].upper()}: ", row["summary"]
