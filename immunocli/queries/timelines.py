"""Sets therapies along the years: a lane for each, from approval to the end."""

from __future__ import annotations

from itertools import pairwise

import immunocli
from immunocli.dates import reached
from immunocli.queries.therapies import nearest
from immunocli.records import ended, status_on_day
from immunocli.records.overview import Lane

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.found import Found
    from immunocli.queries.selection import Selection

BY = ("therapy", "cancer", "target")
# What has no target stands below what has one.
_LAST = "\U0010ffff"


def timeline(selection: Selection, by: str = "therapy") -> list[Lane]:
    """Return a lane for each therapy with wanted uses, by first approval; one for each of its cancers or targets.

    Args:
        selection: which uses are wanted.
        by: one of BY: what lanes stand under, by its name.

    Raises:
        UsageError: by is none of BY.
    """
    if by not in BY:
        raise immunocli.UsageError(f"--by is one of: {', '.join(BY)}", wrong=by, known=BY)
    lanes = []
    for one, rows in selection.chosen():
        if by == "cancer":
            for cancer in _asked(selection, rows):
                under = [row for row in rows if cancer in row["_use"]["groups"]]
                lanes.append(_lane(selection, one, under, cancer=cancer))
        elif by == "target":
            targets = selection.brief(one)["targets"] or [None]
            asked = [target for target in targets if not selection.target or target in selection.target]
            lanes += [_lane(selection, one, rows, target=target) for target in asked]
        else:
            lanes.append(_lane(selection, one, rows))
    lanes.sort(key=lambda lane: (lane.approved, lane.therapy))
    if by != "therapy":
        titles = selection.store.titles(by)
        lanes.sort(key=lambda lane: titles.get(lane[by] or "", _LAST).casefold())
    return lanes


def told_by(found: Found[Lane], by: str) -> Found[Lane]:
    """Return an answer with what its lanes stand under in front."""
    if by != BY[0]:
        found.query["by"], found.columns = by, (by, *found.columns)
    return found


def _asked(selection: Selection, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the broad cancers of uses; where cancers were asked for, those that have to do with these."""
    found = dict.fromkeys(group for row in rows for group in row["_use"]["groups"])
    scopes = selection.scopes.items()
    asked = {other for one, scope in scopes for other in (one, *scope["path"], *scope["below"])}
    return [one for one in found if one in asked] or list(found)


def _lane(
    selection: Selection,
    one: str,
    rows: Sequence[dict[str, Any]],
    cancer: str | None = None,
    target: str | None = None,
) -> Lane:
    stretches = [
        _cut(
            span,
            selection.day,
            (row["ended"] or status_on_day.UNKNOWN)
            if row["status"] in ("revoked", status_on_day.UNKNOWN)
            else None,
        )
        for row in rows
        for span in status_on_day.spans(row["_use"])
        if reached(span[0], selection.day)
    ]
    seen = by = ""
    brief = selection.brief(one)
    if any(row["status"] in ("revoked", status_on_day.UNKNOWN) and not row["ended"] for row in rows):
        seen, by = ended.bounds(status_on_day.counted(brief["products"]), selection.day)
    current = any(row["status"] == "current" for row in rows)
    # What ended on an unknown day ended later than all that is known: the word sorts last.
    ends = [row["ended"] or status_on_day.UNKNOWN for row in rows if row["status"] != "current"]
    return Lane(
        {
            "cancer": cancer,
            "target": target,
            "therapy": one,
            "name": brief["name"],
            "approved": status_on_day.earliest(row["approved"] for row in rows),
            "ended": None if current else max(ends, default=None),
            "status": status_on_day.standing(rows),
            "uses": len(rows),
            "market": selection.markets.get(one, status_on_day.UNKNOWN),
            "type": brief["type"],
            "targets": brief["targets"],
            "cancers": sorted({group for row in rows for group in row["_use"]["groups"]}),
            "relation": nearest(rows),
            "segments": _merged(stretches, seen, by),
        }
    )


def _cut(span: Sequence[str], day: str, revoked: str | None) -> list[str]:
    """Return a stretch without an end that lies after the day; one that lasted ends with the license."""
    end = span[1] if reached(span[1] or None, day) else ""
    return [span[0], end or revoked or "", span[2]]


def _merged(stretches: Sequence[Sequence[str]], seen: str, by: str) -> list[dict[str, str]]:
    """Return when any use was regular, and when there were accelerated ones alone.

    Args:
        stretches: from, to and kind.
        seen: the last day on which a license whose end has no known day was in force, as far as known.
        by: the first by which it had ended.
    """
    far = "9999"
    lasting = status_on_day.UNKNOWN if any(end == status_on_day.UNKNOWN for _, end, _ in stretches) else ""
    stretches = [(start, "" if end == status_on_day.UNKNOWN else end, kind) for start, end, kind in stretches]
    marks = sorted({edge for start, end, _ in stretches for edge in (start, end or far)})
    found: list[dict[str, str]] = []
    for start, end in pairwise(marks):
        kinds = {kind for begun, ended, kind in stretches if begun <= start and end <= (ended or far)}
        if not kinds:
            continue
        kind = "regular" if "regular" in kinds else "accelerated"
        until = lasting if end == far else end
        if found and found[-1]["approval"] == kind and found[-1]["to"] == start:
            found[-1]["to"] = until
        else:
            found.append({"from": start, "to": until, "approval": kind, "last_seen": "", "ended_by": ""})
    for one in found:
        if one["to"] == status_on_day.UNKNOWN:
            one.update(last_seen=seen, ended_by=by)
    return found
