"""Makes the rows of the exported tables from what the catalogue answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from immunocli.catalogue import Catalogue
from immunocli.render.as_json import encode
from immunocli.render.cells import cell

Row = dict[str, Any]


def rows(catalogue: Catalogue) -> dict[str, list[Row]]:
    """Return every row of every table, by the table's name, each with all of its columns.

    Args:
        catalogue: what to export.
    """
    found: dict[str, list[Row]] = {"edition": [dict(catalogue.edition)]}
    found["types"] = _plain(catalogue, "type", "id", "name", "definition", "mechanism")
    found["type_ancestors"] = [
        {"type": one.id, "ancestor": up} for one in catalogue.vocabulary("type") for up in one.path
    ]
    found["targets"] = _plain(catalogue, "target", "id", "name", "description")
    _cancers(catalogue, found)
    therapies = [catalogue.therapy(one) for one in catalogue.titles("therapy")]
    _therapies(therapies, found)
    _warnings(catalogue, therapies, found)
    _uses(therapies, found)
    found["cancer_uses"] = [
        {"cancer": cancer, "use": use.id, "relation": use.relation}
        for cancer in catalogue.titles("cancer")
        for use in catalogue.indications(cancer=cancer, status="any", agnostic=True)
    ]
    found["names"] = list(_names(catalogue, therapies))
    found["terms"] = _plain(catalogue, "term", "id", "term", "definition", "technical", "topic", "urgency")
    found["questions"] = _plain(catalogue, "faq", "id", "question", "answer", "urgency")
    found["parts"] = _plain(catalogue, "part", "id", "shelf", "name", "role")
    found["sources"] = [one.as_dict() for one in catalogue.documents(None)]
    return found


def _plain(catalogue: Catalogue, kind: str, *fields: str) -> list[Row]:
    """Return some fields of every record of a kind, and its sources."""
    return [
        {field: one[field] for field in fields} | {"sources": cell(one["sources"])}
        for one in catalogue.vocabulary(kind)
    ]


def _cancers(catalogue: Catalogue, found: dict[str, list[Row]]) -> None:
    records = catalogue.vocabulary("cancer").records
    found["cancers"] = [
        {
            **{field: one[field] for field in ("id", "name", "description")},
            "solid": int(one.solid),
            "broad": int(one.broad),
            **one.concept,
            "sources": cell(one.sources),
        }
        for one in records
    ]
    found["cancer_ancestors"] = [{"cancer": one.id, "ancestor": up} for one in records for up in one.path]
    found["cancer_codes"] = [
        {"cancer": one.id, "system": system, "code": code}
        for one in records
        for system, codes in one.codes.items()
        for code in codes
    ]


def _therapies(therapies: list[Any], found: dict[str, list[Row]]) -> None:
    same = ("id", "name", "type", "mechanism", "status", "license", "market", "first_approved", "notes")
    found["therapies"] = [
        {
            **{field: one[field] for field in same},
            **{key: cell(value) or None for key, value in one.identifiers.items()},
            "makers": cell(one.makers),
            "sources": cell(one.sources),
        }
        for one in therapies
    ]
    found["therapy_targets"] = [
        {"therapy": one.id, "target": target} for one in therapies for target in one.targets
    ]
    products = [(one.id, product) for one in therapies for product in one.products]
    found["products"] = [
        {
            "id": number,
            "therapy": therapy,
            "name": product["name"],
            "form": product["form"],
            "is_foreign": int(product["foreign"]),
            "is_biosimilar": int(product["biosimilar"]),
            "uses": _uses_of(product),
            "treats": product["treats"],
            "license_number": product["license"]["number"],
            "license_from": product["license"]["from"],
            "license_until": product["license"]["until"],
            "license_ended_by": product["license"]["ended_by"],
            "market": product["market"]["status"],
            "market_until": product["market"]["until"],
            "market_ended_by": product["market"]["ended_by"],
            "note": product["market"]["note"],
            "sources": cell(product["sources"]),
        }
        for number, (therapy, product) in enumerate(products, 1)
    ]


def _uses_of(product: Row) -> str | None:
    """Return `all`, the ids of the uses known to be in a product's label, or nothing where none is known."""
    uses = product["uses"]
    return cell([one for one, own in uses.items() if own]) if isinstance(uses, dict) else uses


def _warnings(catalogue: Catalogue, therapies: list[Any], found: dict[str, list[Row]]) -> None:
    warnings = [(one.id, warning) for one in therapies for warning in one.warnings]
    found["warnings"] = [
        {
            "therapy": therapy,
            "id": warning["id"],
            "boxed": None if warning["boxed"] is None else int(warning["boxed"]),
            "text": warning["text"],
            "products": cell(warning["products"]) or None,
            "since": warning["from"],
            "latest": int(warning["latest"]),
            "sources": cell(warning["sources"]),
        }
        for therapy, warning in warnings
    ]
    found["warning_signs"] = [
        {"therapy": therapy, "warning": warning["id"], "sign": sign}
        for therapy, warning in warnings
        for sign in warning["signs"]
    ]
    told = dict.fromkeys(row["sign"] for row in found["warning_signs"])
    found["signs"] = [
        {"id": one["id"], "name": one["name"], "urgency": one["rung"], "text": one["text"]}
        for one in catalogue.signs(told)
    ]


def _uses(therapies: list[Any], found: dict[str, list[Row]]) -> None:
    same = (
        "id", "therapy", "cancer", "summary", "setting", "line", "population", "age", "approval", "approved",
        "converted", "ended", "status", "replaced_by", "verified",
    )  # fmt: skip
    uses = [use for one in therapies for use in one.indications]
    found["uses"] = [
        {
            **{field: use[field] for field in same},
            "biomarkers": cell(use["biomarkers"]),
            "excludes": cell(use["excludes"]),
            "partners": cell(use["with"]),
        }
        for use in uses
    ]
    numbered = [(use["id"], number, event) for use in uses for number, event in enumerate(use["events"], 1)]
    found["events"] = [
        {
            "use": use,
            "number": number,
            "latest": int(event["latest"]),
            **{field: event[field] for field in ("date", "event", "approval", "reason")},
            "says": encode(event["says"]),
        }
        for use, number, event in numbered
    ]
    found["event_sources"] = [
        {"use": use, "number": number, "source": source}
        for use, number, event in numbered
        for source in event["sources"]
    ]


def _names(catalogue: Catalogue, therapies: list[Any]) -> Iterator[Row]:
    seen: set[tuple[str, str, str]] = set()

    def name(kind: str, record: str, written: str, sort: str, sources: list[str]) -> Iterator[Row]:
        if (kind, record, written) not in seen:
            seen.add((kind, record, written))
            yield {"kind": kind, "record": record, "name": written, "sort": sort, "sources": cell(sources)}

    for one in therapies:
        yield from name("therapy", one.id, one.name, "name", one.sources)
        for product in one.products:
            sort = "biosimilar" if product["biosimilar"] else "brand"
            yield from name("therapy", one.id, product["name"], sort, product["sources"])
        for alias in one.aliases:
            yield from name("therapy", one.id, alias["name"], alias["kind"], alias["sources"])
    for cancer in catalogue.vocabulary("cancer"):
        yield from name("cancer", cancer.id, cancer.name, "name", cancer.sources)
        for alias in cancer.aliases:
            yield from name("cancer", cancer.id, alias["name"], alias["kind"], alias["sources"])
    for kind, title in (("type", "name"), ("target", "name"), ("term", "term"), ("part", "name")):
        for record in catalogue.vocabulary(kind):
            yield from name(kind, record.id, record[title], "name", record.sources)
            for written in record.aliases:
                yield from name(kind, record.id, written, "synonym", record.sources)
