"""Tells the uses for a cancer in the words of the label, and what happened to each: a line with its day."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Grid, Heading
from immunocli.pages.labels import RELATIONS
from immunocli.records.in_a_line import WHOM
from immunocli.records.values import ANY_TUMOR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.pages.blocks import Block

_SAID = {"approved": "granted", "converted": "made regular"}


def wordings(uses: Sequence[dict[str, Any]], day: str, asked: str) -> list[Block]:
    """Return the uses in the words of the label, by how they concern the cancers asked for, then those that ended.

    Args:
        uses: with their events.
        day: the day that is told.
        asked: the cancers that were asked for.
    """
    current = [use for use in uses if use["status"] == "current"]
    blocks: list[Block] = []
    for relations, title in RELATIONS:
        told = [use for use in current if use["relation"] in relations]
        if told:
            title = f"{title.removesuffix('it')}{asked}" if title.endswith(" it") else title
            blocks += [Heading(f"{title}, as of {day}"), *_each(told)]
    perhaps = [use for use in uses if use["status"] == "unknown"]
    if perhaps:
        title = f"Approved for {asked}; whether still on {day} is not known"
        blocks += [Heading(title), *_each(perhaps)]
    ended = [use for use in uses if use["status"] not in ("current", "unknown")]
    ended = [use for use in ended if use["relation"] != ANY_TUMOR] or ([] if current else ended)
    if ended:
        title = (
            "Earlier uses, ended or covered by others since" if current else f"It was approved for {asked}"
        )
        blocks += [Heading(title), *_each(ended)]
    return blocks


def _each(uses: Sequence[dict[str, Any]]) -> list[Block]:
    """Return some uses: those of one event with its day behind them, the others with a line for each event."""
    blocks: list[Block] = []
    for use in uses:
        lines = _lines(use)
        if len(lines) == 1:
            blocks.append(Bullets([f"{use['summary']} ({', '.join(lines[0])})".replace(", granted", "")]))
        else:
            blocks += [Bullets([use["summary"]]), Grid(["", "", ""], [["", *line] for line in lines])]
    return blocks


def _lines(use: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what happened to a use: day and event."""
    lines = []
    summary = ""
    for event in use["events"]:
        before, summary = summary, event["says"].get("summary", summary)
        other = f"; before: {before}" if before not in ("", summary) else ""
        lines.append((day_of(event), _what(event) + other))
    if use["status"] == "revoked":  # no event of its own: the license ended
        lines.append((use["ended"] or "on a day that is not known", "license ended"))
    return lines


def day_of(event: Mapping[str, Any]) -> str:
    """Return the day of an event, marked where it is but the latest possible one."""
    return f"by {event['date']}" if event["latest"] else str(event["date"])


def _what(event: dict[str, Any]) -> str:
    """Return what happened, and why; of a wording that only names people anew, whom it names."""
    said = _SAID.get(event["event"], event["event"])
    if event["approval"] == "accelerated":
        said += ", accelerated"
    if event["reason"]:
        reason = event["reason"].removesuffix(".")
        return reason if reason.casefold().startswith(said) else f"{said}: {reason}"
    whom = WHOM.get(event["says"].get("population") or "")
    return (
        f"{said}: {whom}"
        if whom and event["event"] == "reworded" and "summary" not in event["says"]
        else said
    )
