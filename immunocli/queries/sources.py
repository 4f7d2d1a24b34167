"""Finds the documents that a therapy's record rests on."""

from __future__ import annotations

from immunocli.records import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed import Data


def sources_of(data: Data, therapy: str) -> list[Source]:
    """Return the documents cited anywhere in a therapy's record, FDA's own first.

    Args:
        data: where the record is.
        therapy: its id.
    """
    record: dict[str, Any] = data.get("therapy", therapy)
    cited = dict.fromkeys(record["sources"] + record["market"]["sources"] + record["inclusion"]["by"])
    for claim in record["claims"]:
        cited[claim["source"]] = None
    for row in data.get("rows", therapy):
        cited.update(dict.fromkeys(row["sources"]))
    for brand in record["brand_history"]:
        cited.update(dict.fromkeys(brand["sources"]))
    found = [Source(data.get("source", one)) for one in cited]
    return sorted(found, key=lambda source: (source.publisher != "FDA", source.id))


def inventory(data: Data) -> dict[str, Any]:
    """Return what the data set holds and how well it is sourced.

    Counts of therapies, indications, sources and so on; the oldest and newest day a row was
    checked; the share of indications that cite an FDA document, in percent.
    """
    rows = [row for _, table in data.under("rows/") for row in table]
    sources = dict(data.under("source/"))
    with_fda = [row for row in rows if any(sources[one]["publisher"] == "FDA" for one in row["sources"])]
    checks = [row["verified"] for row in rows]
    claims = [claim for therapy in data.all("therapy") for claim in therapy["claims"]]
    return {
        **data.edition,
        "therapies": len(data.ids("therapy")),
        "approved_therapies": sum(t["status"] == "approved" for t in data.all("therapy")),
        "indications": len(rows),
        "active_indications": sum(row["status"] == "active" for row in rows),
        "claims": sum(len(claim["cancers"]) for claim in claims),
        "cancers": len(data.ids("cancer")),
        "types": len(data.ids("type")),
        "targets": len(data.ids("target")),
        "terms": len(data.ids("term")),
        "questions": len(data.ids("faq")),
        "sources": len(sources),
        "oldest_check": min(checks, default=None),
        "newest_check": max(checks, default=None),
        "fda_sourced_percent": round(100 * len(with_fda) / len(rows), 1) if rows else None,
        "directory": data.directory,
    }
