"""Knows the documents that each single record rests on."""

from __future__ import annotations

from immunocli.dates import reached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from immunocli.records.source import Source
    from immunocli.store.typed_store import Store

# Documents whose publisher stands first, then the rest by rank of what they can carry.
FIRST = "FDA"


class Standing:
    """The documents that stand for uses on a day, each with their ids: labels, and what was read in place of one."""

    __slots__ = ("labels", "others")

    def __init__(self) -> None:
        self.labels: dict[str, list[str]] = {}
        self.others: dict[str, list[str]] = {}


def documents(store: Store, ids: Iterable[str], standing: Standing | None = None) -> list[Source]:
    """Return documents by their ids, the FDA's own first; before them those that stand for uses, labels first."""
    from immunocli.records.source import Source  # whoever counts documents needs none

    standing = standing or Standing()
    found = []
    for record in store.records("source", dict.fromkeys(ids)):
        one = record["id"]
        fields = {key: value for key, value in record.items() if key != "kind"}
        stands = [*standing.labels.get(one, ()), *standing.others.get(one, ())]
        role = "label" if one in standing.labels else "in-place" if stands else None
        found.append(Source({**fields, "sort": record["kind"], "stands_for": stands, "stands_as": role}))
    ranks = ("label", "in-place", None)
    return sorted(found, key=lambda one: (ranks.index(one.stands_as), one.publisher != FIRST, one.id))


def with_urls(store: Store, records: Sequence[Any]) -> list[Any]:
    """Return records with the documents that each rests on, as addresses and as references, in their order."""
    kinds = [one for one in records if "urls" in one.fields]
    ids = dict.fromkeys(source for one in kinds for source in one["sources"])
    held = {one["id"]: one for one in store.records("source", ids)}
    # No value in a list holds a ";".
    urls = {one: (source["url"] or "").replace(";", "%3B") for one, source in held.items()}
    cited = {one: _reference(source, urls[one]) for one, source in held.items()}
    return [
        one.replaced(
            urls=[urls[source] for source in one["sources"]],
            cited=[cited[source] for source in one["sources"]],
        )
        if "urls" in one.fields
        else one
        for one in records
    ]


def _reference(source: Mapping[str, Any], url: str) -> str:
    """Return a document in a line, as a list of references has it."""
    title = source["title"].removesuffix("...").rstrip()
    told = ", ".join(filter(None, (f"{source['publisher']}: {title}", source["published"]))).replace(";", ",")
    return f"{told} <{url}>" if url else told


def cited_by(store: Store, kind: str, one: str) -> list[str]:
    """Return the ids of the documents that a record rests on.

    Args:
        store: where to look.
        kind: of the record: `therapy`, `use`, `source` or any kind with `sources`.
        one: its id.
    """
    if kind == "source":
        return [one]
    if kind == "use":
        owner = store.owner(one)
        uses = store.uses_of([owner]) if owner else []
        return _of_uses(use for use in uses if use["id"] == one)
    if kind == "therapy":
        return store.rests_on(one)
    record: dict[str, Any] = store.record(kind, one) or {}
    return list(record.get("sources", ()))


def published_by(store: Store, ids: Iterable[str], day: str) -> list[str]:
    """Return the documents that could be read on a day; one without a date may be of any."""
    since = store.out_since
    return [one for one in ids if one not in since or reached(since[one], day)]


def cited_then(store: Store, records: Sequence[Any], day: str) -> Sequence[Any]:
    """Return records with the documents alone that could be read on a day; on the record's own, all."""
    if day >= store.edition["as_of"]:
        return records
    return [type(one)(_cited_then(store, one.as_dict(), day)) for one in records]


# Keys under which ids of documents stand, at any depth.
_CITING = ("sources", "by")


def _cited_then(store: Store, value: Any, day: str) -> Any:
    if isinstance(value, list):
        return [_cited_then(store, one, day) for one in value]
    if not isinstance(value, dict):
        return value
    told = {key: _cited_then(store, one, day) for key, one in value.items()}
    for key in _CITING:
        if isinstance(one := told.get(key), list):
            told[key] = published_by(store, one, day)
    return told


def _of_uses(uses: Iterable[dict[str, Any]]) -> list[str]:
    cited = (one for use in uses for event in use["events"] for one in event["sources"])
    return list(dict.fromkeys(cited))
