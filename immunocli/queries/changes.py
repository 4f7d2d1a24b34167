"""Lists what changed in the record: one decision, one entry, newest first."""

from __future__ import annotations

import immunocli
from immunocli import dates
from immunocli.found import Notice
from immunocli.records import status_on_day, warning_on_day
from immunocli.records.change import Change
from immunocli.records.known_then import as_known
from immunocli.records.values import CHANGES

# Whom a use is for, as people say it.
_PEOPLE = {"adult": "adults", "pediatric": "children", "adult-and-pediatric": "adults and children"}

_APPROVING = ("approved", "converted", "returned")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from immunocli.queries.selection import Selection

    Event = dict[str, Any]


def changes(
    selection: Selection, since: str | None, until: str | None, events: Sequence[str] = ()
) -> list[Change]:
    """Return what changed, newest first, the uses of one decision together.

    Args:
        selection: which uses count; its status should be `any`.
        since: first date that counts, `YYYY[-MM[-DD]]`; a partial one means its first day; None is
            twelve months before `until`.
        until: last date that counts; a partial one means its last day; None is the selection's day.
        events: which of CHANGES; empty means all.

    Raises:
        UsageError: a date or an event is not one, or the record does not know of those days.
    """
    for event in events:
        if event not in CHANGES:
            from immunocli.text import quote

            raise immunocli.UsageError(
                f"--event {quote(event)} is not one of: {', '.join(CHANGES)}", wrong=event, known=CHANGES
            )
    first, last = _span(selection, since, until)
    found = [
        event
        for event in _events(selection)
        if first <= dates.last_day(event["date"]) and dates.reached(event["date"], last)
        if not events or event["event"] in events
    ]
    decisions = [_decision(group) for group in _together(found)]
    decisions.sort(key=lambda one: (one.event and CHANGES.index(one.event), one.therapies, one.cancers))
    decisions.sort(key=lambda one: one.date, reverse=True)
    return decisions


def _span(selection: Selection, since: str | None, until: str | None) -> tuple[str, str]:
    """Return the first and the last day that count."""
    first, last = dates.span_within(since, until, selection.edition["known_from"], selection.day)
    return first or _a_year_before(last), last


# What a line to paste can ask for again, by the key of what was asked.
_PASTED = (
    "event",
    "therapy",
    "cancer",
    "type",
    "target",
    "biomarker",
    "market",
    "agnostic",
    "since",
    "until",
    "as_of",
)


def none_then(selection: Selection, query: Mapping[str, Any]) -> Notice:
    """Return the line that says between which days nothing changed, and how what changed before is found.

    Args:
        selection: which uses count.
        query: what was asked, `since`, `until` and `event` among it.
    """
    first, last = _span(selection, query["since"], query["until"])
    told = f"no such change in the record from {first} to {last}"
    begun = selection.edition["known_from"]
    earlier = changes(selection, begun, last, query["event"]) if begun <= last else []
    if not earlier:
        return Notice("none", f"{told}, nor before", since=first, until=last)
    newest = earlier[0].date
    asked = {**query, "since": newest}
    command = f"--since {newest}"
    if all(key in _PASTED for key, value in asked.items() if value):
        command = f"immuno changes {_as_options(asked)}"
    told += f"; the last before: {newest} ({command})"
    return Notice("none", told, since=first, until=last, newest=newest)


def _as_options(query: Mapping[str, Any]) -> str:
    """Return what was asked as the options that ask it."""
    told = []
    for key in _PASTED:
        value = query.get(key)
        flag = f"--{key.replace('_', '-')}"
        if value is True:
            told.append(flag)
        else:
            told += [f"{flag} {one}" for one in ([value] if isinstance(value, str) else value or ())]
    return " ".join(told)


def _a_year_before(day: str) -> str:
    year = int(day[:4]) - 1
    month, date = day[5:7], min(int(day[8:]), dates.days_in(year, int(day[5:7])))
    return f"{year}-{month}-{date:02d}"


def _events(selection: Selection) -> Iterator[Event]:
    """Yield every event of the uses asked for, then those of their therapies' products and warnings."""
    seen = []
    for therapy, rows in selection.chosen():
        seen.append(therapy)
        for row in rows:
            use = row["_use"]
            summary = ""
            for event in status_on_day.events_on(use, selection.day):
                before, summary = summary, event["says"].get("summary", summary)
                said = summary if event["event"] == "approved" else with_before(summary, before)
                told = _event(event["date"], event["event"], therapy, row, said, event["sources"])
                approval = _approval(event, row) if event["event"] in _APPROVING else ""
                yield {**told, "news": _news(event["says"]), "latest": event["latest"], "approval": approval}
    if not (selection.biomarker or selection.setting or selection.line or selection.approval):
        for one in selection.records(seen):
            yield from _product_events(one, selection.day)
            yield from _warning_events(one, selection.day)


def _approval(event: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """Return how an event approved a use: a conversion makes it regular, else it is as first approved."""
    if event["event"] == "converted":
        return "regular"
    return str(event["says"].get("approval") or row["approval"] or "")


def with_before(summary: str, before: str) -> str:
    """Return how a use is worded from an event on, and how it was before where that is another."""
    if not before or before == summary:
        return summary
    return f"{summary} (before: {before.replace('; ', ', ')})"


def _news(says: Mapping[str, Any]) -> str:
    """Return what is new in an event whose line of words stayed as it was; empty when the line tells it."""
    if "summary" in says:
        return ""
    told = [_PEOPLE.get(says.get("population") or "", ""), says.get("age") or ""]
    return ", ".join(one for one in told if one)


def _event(
    date: str, event: str, therapy: str, row: Mapping[str, Any], summary: str, sources: list[str]
) -> Event:
    return {
        "date": date,
        "event": event,
        "therapies": [therapy],
        "cancers": [row["cancer"]],
        "summary": summary,
        "uses": [row["id"]],
        "sources": sources,
        "with": {one for group in row["with"] for one in group},
        "news": "",
        "latest": False,
        "approval": "",
    }


def _bare(date: str, event: str, therapy: str, summary: str, sources: list[str]) -> Event:
    row: dict[str, Any] = {"cancer": None, "id": None, "with": []}
    told = _event(date, event, therapy, row, summary, sources)
    return {**told, "cancers": [], "uses": []}


def _product_events(therapy: Mapping[str, Any], day: str) -> Iterator[Event]:
    first = status_on_day.earliest(use["events"][0]["date"] for use in therapy["indications"])
    for product in status_on_day.counted(therapy["products"]):
        name, license_, market = product["name"], product["license"], product["market"]
        begun, one, sources = license_["from"], therapy["id"], product["sources"]
        if begun and first and dates.last_day(begun) > dates.last_day(first):
            form = " (under the skin)" if product["form"] == "subcutaneous" else ""
            form = " (biosimilar)" if product["biosimilar"] else form
            yield _bare(begun, "new-product", one, f"{name}{form} licensed", sources)
        if license_["until"] and license_["until"] != status_on_day.UNKNOWN:
            why = license_["why"] and as_known(license_["why"], day)
            told = f"The license of {name} ended" + (f": {why}" if why else "")
            yield _bare(license_["until"], "license-ended", one, told, sources)
        if market["until"] and market["until"] != status_on_day.UNKNOWN:
            yield _bare(market["until"], "left-market", one, f"{name} left the US market", sources)


def _warning_events(therapy: Mapping[str, Any], day: str) -> Iterator[Event]:
    # What went with a license was not lifted: that the license ended is told.
    ends = {product["license"]["until"] for product in therapy["products"]}
    for stored in therapy["warnings"]:
        worded = warning_on_day.worded_on(stored, min(day, dates.last_day(stored["from"] or day)))
        warning = {**stored, "text": as_known(worded, day) or "Told in the label."}
        # The day of the first document seen with it, or without it, is not that of a change.
        if warning["boxed"] and warning["from"] and not warning["latest"]:
            yield _bare(warning["from"], "boxed-warning", therapy["id"], warning["text"], warning["sources"])
        lifted = warning["boxed"] and warning["until"] not in ends and not warning["last_with"]
        if lifted and dates.reached(warning["until"], day):
            told = f"No longer boxed: {warning['text']}"
            yield _bare(warning["until"], "warning-lifted", therapy["id"], told, warning["sources"])


def _together(events: Iterable[Event]) -> list[list[Event]]:
    """Group the events of one day and kind whose therapies are the same or are given together."""
    groups: dict[tuple[str, str, bool], list[list[Event]]] = {}
    for event in events:
        known = groups.setdefault((event["date"], event["event"], event["latest"]), [])
        mine = event["therapies"][0]
        linked = [
            group
            for group in known
            if any(
                mine in one["therapies"] or mine in one["with"] or event["with"] & {*one["therapies"]}
                for one in group
            )
        ]
        for group in linked:
            known.remove(group)
        known.append([one for group in linked for one in group] + [event])
    return [group for known in groups.values() for group in known]


def _decision(group: Sequence[Event]) -> Change:
    first = group[0]
    return Change(
        {
            "date": first["date"],
            "latest": first["latest"],
            "event": first["event"],
            "therapies": _each(group, "therapies"),
            "cancers": _each(group, "cancers"),
            "summary": _summary(group),
            "approval": sorted({one["approval"] for one in group if one["approval"]}),
            "uses": _each(group, "uses"),
            "sources": _each(group, "sources"),
        }
    )


def _summary(group: Sequence[Event]) -> str:
    told: dict[str, dict[str, None]] = {}
    for one in group:
        told.setdefault(one["news"], {})[one["summary"]] = None
    return "; ".join(
        (f"The label now says {news}: " if news else "") + "; ".join(told[news]) for news in told
    )


def _each(group: Sequence[Event], field: str) -> list[str]:
    return list(dict.fromkeys(one for event in group for one in event[field]))
