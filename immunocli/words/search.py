"""Finds everything that mentions some words, best first."""

from __future__ import annotations

from immunocli.names.forms import normalise
from immunocli.records import history
from immunocli.records.hit import Hit
from immunocli.words import stems as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed import Store

KINDS = ("therapy", "type", "target", "cancer", "term", "faq", "part")
_SNIPPET = 100
# A record that has the very name searched for comes before all that only mention it.
_NAMED = 100.0


def search(store: Store, asked: str, limit: int = 20) -> list[Hit]:
    """Return the records that fit the words, best first.

    Plain words, no patterns. Records are ranked by BM25 with titles and names weighing more than
    text; one whose name is what was asked comes first.

    Args:
        store: where to search.
        asked: one or more words.
        limit: how many to return at most.
    """
    asked = asked[:2000]
    stems = list(dict.fromkeys(words.stems(asked, store.same_words)))
    scores: dict[int, float] = {}
    for stem in stems:
        rarity, places = store.weighed("word", stem) or (0.0, ())
        for number, weight in places:
            scores[number] = scores.get(number, 0.0) + rarity * weight
    documents = store.documents(_best(scores, 4 * limit + 40))
    named = {
        (kind, one): _NAMED + len(KINDS) - place
        for place, kind in enumerate(KINDS)
        for one in (store.name(kind, normalise(asked)) or [[]])[0]
    }
    ranked = [
        (scores[number] + named.pop((kind, one), 0.0), kind, one, title)
        for number, (kind, one, title) in documents.items()
    ]
    ranked += [(score, kind, one, _title(store, kind, one)) for (kind, one), score in named.items()]
    ranked.sort(key=lambda hit: (-hit[0], KINDS.index(hit[1]), hit[2]))
    return [
        Hit(
            {
                "kind": kind,
                "id": one,
                "title": title,
                "snippet": _snippet(store, kind, one, stems),
                "score": round(score, 2),
            }
        )
        for score, kind, one, title in ranked[:limit]
    ]


def _best(scores: dict[int, float], limit: int) -> list[int]:
    return sorted(scores, key=lambda number: (-scores[number], number))[:limit]


def _title(store: Store, kind: str, one: str) -> str:
    return store.titles(kind)[one]


def _texts(store: Store, kind: str, one: str) -> list[tuple[str, str]]:
    """Return the record's texts, each with what must stand before any stretch of it."""
    record: dict[str, Any] = store.record(kind, one) or {}
    if kind == "therapy":
        held = [product["name"] for product in record["products"]]
        called = ", ".join([*held, *(alias["name"] for alias in record["aliases"])][:12])
        today = store.edition["as_of"]
        revoked = history.revoked_on(record["products"], today, today)
        rows = [_use(use, today, revoked) for use in record["indications"]]
        return [("", record["mechanism"]), ("", called), *rows, ("", record["notes"] or "")]
    fields = {
        "type": ("definition", "mechanism"),
        "target": ("description",),
        "cancer": ("description",),
        "term": ("definition", "technical"),
        "faq": ("answer",),
        "part": ("role",),
    }[kind]
    names = [one if isinstance(one, str) else one["name"] for one in record.get("aliases", ())]
    texts = [record[field] or "" for field in fields] + [", ".join(names)]
    return [("", text) for text in texts]


def _use(use: dict[str, Any], day: str, revoked: str | None) -> tuple[str, str]:
    row = history.use_on(use, day, revoked)
    assert row is not None
    return "" if row["status"] == "current" else f"{row['status'].upper()}: ", row["summary"]


def _snippet(store: Store, kind: str, one: str, stems: list[str]) -> str:
    """Return the stretch of the record's text that holds most of the words."""
    same = store.same_words
    best, found = 0, ""
    for mark, text in _texts(store, kind, one):
        pieces = text.split()
        marks = [bool(set(words.stems(piece, same)) & set(stems)) for piece in pieces]
        for start in range(0, len(pieces), 4):
            end = start
            length = 0
            while end < len(pieces) and length + len(pieces[end]) < _SNIPPET:
                length += len(pieces[end]) + 1
                end += 1
            if sum(marks[start:end]) > best or not found:
                best = sum(marks[start:end])
                before = "... " if start else ""
                after = " ..." if end < len(pieces) else ""
                found = mark + before + " ".join(pieces[start:end]) + after
    return found
