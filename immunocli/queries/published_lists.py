"""Tells the pairs of a published list in the form of uses, exactly as it lists them."""

from __future__ import annotations

import immunocli
from immunocli.queries.documents import published_by
from immunocli.records import status_on_day
from immunocli.records.values import ANY_TUMOR, NARROWER, SAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from immunocli.queries.selection import Selection

# What a list's pairs do not carry: nothing can be chosen by it.
_NOT_TOLD = ("biomarker", "setting", "line", "approval")


def refuse_what_is_not_told(selection: Selection) -> None:
    """Refuse to choose pairs of a list by what no list tells.

    Raises:
        UsageError: the selection does.
    """
    asked = [name for name in _NOT_TOLD if getattr(selection, name)]
    if selection.status == "replaced":
        asked.append("status replaced")
    if asked:
        told = ", ".join(f"--{name}" for name in asked)
        raise immunocli.UsageError(
            f"--source {selection.source} is a list of pairs of a therapy and a cancer, and tells nothing "
            f"that {told} could choose by; leave out one of them"
        )


def was_published(selection: Selection) -> bool:
    """Say whether the list that was asked for could be read on the day."""
    return bool(published_by(selection.store, [str(selection.source)], selection.day))


def claimed_rows(selection: Selection) -> Iterator[dict[str, Any]]:
    """Yield the pairs of a published list in the form of uses."""
    if not was_published(selection):
        return
    wanted = selection.therapies()
    past = selection.day < selection.today
    for therapy in selection.store.records("therapy", wanted or []):
        one = therapy["id"]
        claims = [claim for claim in therapy["claims"] if claim["source"] == selection.source]
        if not claims or not selection.holds_for(one, therapy_begun(selection, one)):
            pairs = [pair for claim in claims for pair in claim["cancers"]]
            if one in selection.maybe_warned and any(
                _relation(selection, pair["cancer"]) != "" for pair in pairs
            ):
                selection.hidden_box.add(one)
            continue
        market = selection.markets[one]
        for claim in claims:
            for pair in claim["cancers"]:
                relation = _relation(selection, pair["cancer"])
                if relation == "" or not _stands_as_asked(selection, one, pair["cancer"]):
                    continue
                if selection.market not in ("any", market):
                    selection.hidden_market += 1
                    continue
                yield _claim_as_row(one, claim, pair, past) | {"relation": relation, "market": market}


def therapy_begun(selection: Selection, therapy: str) -> str | None:
    """Return the first approval of a therapy that had come by the day."""
    first: str | None = selection.told(therapy)["first_approved"]
    return first


def stands(selection: Selection, therapy: str, cancers: Iterable[str]) -> str:
    """Return how the uses of a therapy stand on the day that a list's pairs are about."""
    nodes = {one for cancer in cancers for one in selection.store.scope(cancer)["nodes"]}
    revoked = status_on_day.revoked_on(selection.brief(therapy)["products"], selection.day)
    told = [
        status_on_day.use_on(use, selection.day, revoked)
        for use in selection.store.uses_of([therapy])
        if use["cancer"] in nodes
    ]
    return status_on_day.standing([row for row in told if row], revoked) or "never-approved"


def _relation(selection: Selection, cancer: str) -> str | None:
    """Return how a pair's cancer relates to those asked for; empty: it was not asked for."""
    for_any = cancer in selection.store.agnostic
    if not selection.cancer:
        return "" if selection.agnostic and not for_any else None
    if cancer in selection.cancer:
        return SAME
    if any(cancer in scope["nodes"] for scope in selection.scopes.values()):
        return NARROWER
    return ANY_TUMOR if selection.agnostic and for_any else ""


def _stands_as_asked(selection: Selection, therapy: str, cancer: str) -> bool:
    if selection.status == "any":
        return True
    status = stands(selection, therapy, [cancer])
    if status == status_on_day.UNKNOWN:
        selection.perhaps.setdefault(therapy, []).append(cancer)
        return False
    ended = status in ("withdrawn", "revoked", "replaced")
    if selection.status == "current":
        selection.hidden_past += ended
        return status == "approved"
    return ended if selection.status == "past" else status == selection.status


def _claim_as_row(
    therapy: str, claim: Mapping[str, Any], pair: Mapping[str, Any], past: bool
) -> dict[str, Any]:
    """Return a pair of a list in the form of a use: what it does not say is unknown.

    How it compares with the record is known of the record's own day alone.
    """
    empty = ("setting", "line", "population", "age", "approval", "approved", "converted", "ended")
    listed = f"Listed as {claim['listed_type']} for {pair['listed_as']}"
    return dict.fromkeys((*empty, "replaced_by", "reason", "regulator", "verified")) | {
        "id": f"{claim['source']}-{therapy}-{pair['cancer']}",
        "therapy": therapy,
        "cancer": pair["cancer"],
        "summary": listed if past else f"{listed}; today: {pair['verdict']}",
        "biomarkers": [],
        "excludes": [],
        "with": [],
        "status": "listed",
        "sources": [claim["source"]],
        "events": [],
        "notes": None if past else pair["note"],
        "verdict": None if past else pair["verdict"],
    }
