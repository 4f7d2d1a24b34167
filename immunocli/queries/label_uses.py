"""Holds the uses of a label against a cancer: which cover it surely, which perhaps, which did or will."""

from __future__ import annotations

from immunocli.dates import last_day
from immunocli.queries.marked_cancers import relation_to, surely
from immunocli.records import status_on_day
from immunocli.records.relation import asked, not_told
from immunocli.records.values import ANY_TUMOR, DOUBTFUL, NARROWER, NO, RELATIONS, YES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from immunocli.queries.cancer_cells import CancerCell
    from immunocli.store.typed_store import Store

    Row = dict[str, Any]

_OF_A_FORM, _ASKS_MARKER, _FOR_ANY = "only-a-form", "asks-for-marker", "any-tumor"
_SEVERAL = "several-cancers"
# What uses ask for that is not held against a row.
_ASKED = ("setting", "line", "with", "population", "age")
_MARKERS = ("biomarkers", "excludes")
_DESCRIBED = "description"
_ANYTHING: tuple[object, ...] = (None, "any", [])
# How a use that holds no more may have ended, what is told before what.
_ENDED = ("withdrawn", "revoked", "replaced")
_NOT_YET, _NONE = "not-yet", "none"
# Uses that hold are for another stage, line of treatment or age.
_OTHER = "other-use"


def concerning(store: Store, uses: Sequence[Row], cell: CancerCell, cancer: str) -> list[Row]:
    """Return the uses that concern one of the cancers of a cell, as any of their wordings has it.

    Args:
        store: where the cancers are.
        uses: with their events.
        cell: what was read.
        cancer: id of one of its cancers.
    """
    scopes, agnostic = {cancer: cell.scopes[cancer]}, store.agnostic
    found = []
    for use in uses:
        days = dict.fromkeys(last_day(event["date"]) for event in use["events"] if event["says"])
        rows = (status_on_day.use_on(use, day, None) for day in days)
        if any(row and relation_to(scopes, cell.told, row, agnostic) for row in rows):
            found.append(use)
    return found


def held_against(
    store: Store, rows: Sequence[Row], cell: CancerCell, cancer: str, uses: Sequence[Row]
) -> Row:
    """Return whether uses covered one of the cancers of a cell on a day.

    Args:
        store: where the cancers are.
        rows: the uses as they stood on the day.
        cell: what was read.
        cancer: id of one of its cancers.
        uses: those that concern it, on whatever day.
    """
    scopes = {cancer: cell.scopes[cancer]}
    wanted = {use["id"] for use in uses}
    found: dict[str, list[Row]] = {YES: [], DOUBTFUL: [], NO: []}
    doubts: dict[str, None] = {}
    course, otherwise = cell.told.course, False
    for row in rows:
        relation = relation_to(scopes, cell.told, row, store.agnostic) if row["id"] in wanted else None
        if relation is None:
            continue
        if course is not None and not course.allows(row):
            otherwise = otherwise or row["status"] == "current"
            continue
        row = {**row, "relation": relation}
        why = _doubts(store, scopes, row) if row["status"] == "current" else []
        doubts.update(dict.fromkeys(why))
        found[NO if row["status"] != "current" else DOUBTFUL if why else YES].append(row)
    answer = next((one for one in (YES, DOUBTFUL) if found[one]), NO)
    told = _told(cell, found[answer])
    if answer == NO:
        ways = {row["status"] for row in found[NO]}
        ended = [one for one in _ENDED if one in ways]
        told["use_status"] = _OTHER if otherwise else ended[0] if ended else _NOT_YET if uses else _NONE
        told["not_weighed"], told["use_asks"], told["use_words"] = [], [], []
        told["use_ended"] = None if otherwise else _latest([row["ended"] for row in found[NO]])
    why = [one for one in (_OF_A_FORM, _ASKS_MARKER, _FOR_ANY) if one in doubts and answer == DOUBTFUL]
    return {"on_label": answer, "why": why, **told}


def _doubts(store: Store, scopes: Mapping[str, Row], row: Row) -> list[str]:
    """Return why a use that holds does not surely cover a cancer."""
    if row["relation"] == ANY_TUMOR:
        return [] if surely(scopes, row) else [_FOR_ANY]
    (scope,) = scopes.values()
    if row["relation"] == NARROWER and not not_told(scope, row):
        return [_OF_A_FORM]
    required, ruled_out = asked(scope, row)
    found = [_ASKS_MARKER for one in required if one not in scope["has"]]
    for one in ruled_out:
        if one in scope["nodes"]:
            found.append(_OF_A_FORM)  # the others are covered
        elif one not in scope["lacks"] and not store.title("cancer", one):
            found.append(_ASKS_MARKER)
    return found


def _told(cell: CancerCell, rows: Sequence[Row]) -> Row:
    """Return what is told of the uses that decide."""
    weighed = [one for one in _ASKED if any(row.get(one) not in _ANYTHING for row in rows)]
    course = cell.told.course
    if rows and course is not None and (course.idle or course.open_scores):
        weighed.append(_DESCRIBED)
    sources = [one for row in rows for one in row["sources"]]
    return {
        "use_status": "current",
        "relation": min((str(row["relation"]) for row in rows), key=RELATIONS.index, default=None),
        "uses": [row["id"] for row in rows],
        "use_approved": status_on_day.earliest(row["approved"] for row in rows),
        "not_weighed": weighed,
        "use_asks": list(dict.fromkeys(one for row in rows for one in _asks(row))),
        "use_words": list(dict.fromkeys(_in_a_list(row["summary"]) for row in rows)) if weighed else [],
        "use_ended": None,
        "use_from": None,
        "use_sources": list(dict.fromkeys(sources)),
    }


def _asks(row: Row) -> Iterator[str]:
    """Yield what a use asks for, each with what it is about: line:second-or-later, biomarkers:her2-positive."""
    for name in (*_ASKED, *_MARKERS):
        value = row.get(name)
        if value in _ANYTHING:
            continue
        for one in value if isinstance(value, list) else [value]:
            yield f"{name}:{' or '.join(one) if isinstance(one, list) else one}"


def _in_a_list(words: str) -> str:
    """Return words as a value of a list, which holds no sign that parts values."""
    return words.replace(";", ",")


def _latest(days: Sequence[str | None]) -> str | None:
    """Return the last of some days; None where one is not known, or there is none."""
    return None if None in days else max(map(str, days), default=None)


def at_once(answers: Sequence[Row]) -> Row:
    """Return the answers for several cancers as one: where they differ, which is meant is not known."""
    told = dict(answers[0])
    if len(answers) == 1:
        return told
    for name in ("why", "uses", "not_weighed", "use_asks", "use_words", "use_sources"):
        told[name] = list(dict.fromkeys([one for answer in answers for one in answer[name]]))
    told["use_approved"] = status_on_day.earliest(answer["use_approved"] for answer in answers)
    said = [answer["on_label"] for answer in answers]
    told["use_ended"] = (
        _latest([one["use_ended"] for one in answers if one["uses"]]) if {*said} == {NO} else None
    )
    if len(set(said)) > 1:
        told["on_label"] = DOUBTFUL
        told["why"].append(_SEVERAL)
        nearest = next(answer for answer in answers if answer["on_label"] != NO)
        told["use_status"], told["relation"] = nearest["use_status"], nearest["relation"]
    return told
