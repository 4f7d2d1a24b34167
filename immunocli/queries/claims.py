"""Tells the pairs of a published list in the form of uses, exactly as it lists them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.queries.selection import Selection


def claimed_rows(selection: Selection) -> Iterator[dict[str, Any]]:
    """Yield the pairs of a published list in the form of uses."""
    if selection.biomarker or selection.setting or selection.line or selection.approval:
        return
    wanted = selection.therapies()
    nodes = {one for scope in selection.scopes.values() for one in scope["nodes"]}
    for therapy in selection.store.records("therapy", wanted or []):
        for claim in therapy["claims"]:
            for pair in claim["cancers"] if claim["source"] == selection.source else ():
                if not selection.cancer or pair["cancer"] in nodes:
                    yield _claim_as_row(therapy["id"], claim, pair, selection.cancer)


def _claim_as_row(
    therapy: str, claim: dict[str, Any], pair: dict[str, Any], asked: Sequence[str]
) -> dict[str, Any]:
    """Return a pair of a list in the form of a use: what it does not say is unknown."""
    empty = ("setting", "line", "population", "age", "approval", "approved", "converted", "ended")
    return dict.fromkeys((*empty, "replaced_by", "reason", "regulator", "verified", "market")) | {
        "id": f"{claim['source']}-{therapy}-{pair['cancer']}",
        "therapy": therapy,
        "cancer": pair["cancer"],
        "summary": f"Listed as {claim['listed_type']} for {pair['listed_as']}; today: {pair['verdict']}",
        "biomarkers": [],
        "excludes": [],
        "with": [],
        "status": "listed",
        "relation": None if not asked else "same" if pair["cancer"] in asked else "narrower",
        "sources": [claim["source"]],
        "events": [],
        "notes": pair["note"],
        "verdict": pair["verdict"],
    }
