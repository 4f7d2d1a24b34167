"""Tables that fit a screen: what all rows share moves into the title, then columns make way."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from immunocli.pages.labels import RELATIONS
from immunocli.render.answers import Answer
from immunocli.render.as_table.fitting import GAP, Fit, fit, squeezed, wide, wrapped
from immunocli.render.as_table.screens import Screen, styled
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Columns whose cells are never broken over lines.
WHOLE = frozenset(
    ("id", "status", "first_approved", "approved", "converted", "ended", "date", "event", "approval", "since")
)
# Columns of which one value for all rows is said above them.
_FOLDED = (
    "therapy", "type", "cancer", "status", "approval", "market", "setting", "line", "population", "event",
)  # fmt: skip
# Of therapies for a cancer: other uses may have begun earlier.
_WHICH_DAY = " · approved: first of these uses"
_LEADS = ("name", "therapy", "term", "question", "title", "id", "input", "property")
# What no narrowness drops: what it is, since when, how it stands, whether a person should look.
_KEPT = (
    "summary", "boxed", "definition", "role", "snippet", "approved", "ended", "date", "status", "event", "name", "review",
)  # fmt: skip


def listing(answer: Answer, columns: tuple[str, ...], screen: Screen) -> RenderableType:
    """Return a title and records as a table that fits, or stacked when not even the kept columns fit."""
    chosen = columns != answer.columns
    shown = answer.shown(columns)
    groups = _groups(answer, chosen)
    rows = [
        [clean(cell) for cell in row]
        for row in answer.rows(shown, [one for _, records in groups for one in records])
    ]
    title = clean(answer.title)
    whole = WHOLE
    if not chosen:
        shown, rows = _ended(shown, rows)
        whole = WHOLE - {"status"}
        title, shown, rows = _folded(title, shown, rows)
    if title and answer.kind == "therapy" and answer.query.get("cancer") and "approved" in shown:
        title += _WHICH_DAY
    kept = shown if chosen else _kept(shown)
    pieces: list[RenderableType] = [Text(title, style="bold", overflow="fold")] if title else []
    found = fit(shown, rows, kept, whole, screen.width)
    if found is not None:
        squeezed(found, shown, rows, screen.width)
    begun = 0
    for told, records in groups:
        if told:
            pieces.append(Text(f"{told} ({len(records)})", style="dim italic", overflow="fold"))
        part = rows[begun : begun + len(records)]
        if found is None:
            pieces.append(stacked(list(shown), part))
        else:
            pieces.append(table(list(shown), part, found, screen, header=not begun))
        begun += len(records)
    if found is not None:
        screen.hidden += [shown[place] for place in found.hidden]
    return Group(*pieces)


def _groups(answer: Answer, chosen: bool) -> list[tuple[str, list[Any]]]:
    """Return the records, those for something wider than was asked in a group of their own."""
    records = list(answer.records)
    if chosen or not answer.query.get("cancer") or "relation" not in (answer.narrow or ()):
        return [("", records)]
    found: list[tuple[str, list[Any]]] = []
    for relations, told in RELATIONS:
        group = [one for one in records if one["relation"] in relations]
        if group:
            found.append((told, group))
    rest = [one for one in records if not any(one["relation"] in each for each, _ in RELATIONS)]
    if rest:
        found.insert(0, ("", rest))
    if len(found) == 1 and found[0][0] == RELATIONS[0][1]:
        return [("", records)]
    return found


def _ended(columns: tuple[str, ...], rows: list[list[str]]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Put the day on which something ended behind its status: "withdrawn 2020-02-25"."""
    if "ended" not in columns or "status" not in columns:
        return columns, rows
    ended, status = columns.index("ended"), columns.index("status")
    told = []
    for row in rows:
        joined = f"{row[status]} {row[ended]}".strip()
        cells = [joined if place == status else cell for place, cell in enumerate(row)]
        told.append([cell for place, cell in enumerate(cells) if place != ended])
    return tuple(column for column in columns if column != "ended"), told


def _folded(
    title: str, shown: tuple[str, ...], rows: list[list[str]]
) -> tuple[str, tuple[str, ...], list[list[str]]]:
    """Take out of the rows what is the same in all of them, and say it in the title."""
    said, places = [], []
    converted = "converted" in shown and any(row[shown.index("converted")] for row in rows)
    for place, column in enumerate(shown):
        values = {row[place] for row in rows}
        one = len(values) == 1 and len(rows) > 1
        if column == "relation" or values == {""}:
            continue
        if column == "approval" and converted:  # what was first, and no more: it is told beside the day
            one = False
        if one and column in _FOLDED and len(shown) > 1:
            value = values.pop()
            if value not in title:
                said.append(f"{column.replace('_', ' ')} {value}")
            continue
        places.append(place)
    if said:
        title += f" · all: {', '.join(said)}" if title else ", ".join(said)
    return title, tuple(shown[place] for place in places), [[row[place] for place in places] for row in rows]


def _kept(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that no narrowness may drop."""
    lead = next((column for column in columns if column in _LEADS), columns[0])
    return (lead, *(column for column in columns if column in _KEPT))


def fitting(
    columns: list[str],
    rows: list[list[str]],
    kept: tuple[str, ...],
    whole: frozenset[str],
    screen: Screen,
) -> RenderableType:
    """Return a table that fits; stacked when even the kept columns do not."""
    found = fit(columns, rows, kept or columns[:1], whole, screen.width)
    if found is None:
        return stacked(columns, rows)
    screen.hidden += [columns[place] for place in found.hidden]
    return table(columns, rows, found, screen, header=any(columns))


def table(
    columns: list[str], rows: list[list[str]], found: Fit, screen: Screen, *, header: bool
) -> RenderableType:
    """Return rows as lines, with a rule below the names of the columns."""
    places, widths = found.places, found.widths
    lines: list[RenderableType] = []
    if header:
        names = [Text(columns[place].replace("_", " "), style="bold") for place in places]
        lines += _row(names, widths)
        rule = "─" if screen.unicode else "-"
        lines.append(Text(rule * (sum(widths) + GAP * (len(widths) - 1)), style="dim", no_wrap=True))
    for row in rows:
        lines += _row([styled(columns[place], row[place]) for place in places], widths)
    return Group(*lines)


def _row(cells: list[Text], widths: list[int]) -> list[RenderableType]:
    columns = [wrapped(cell.plain, width) for cell, width in zip(cells, widths, strict=True)]
    lines: list[RenderableType] = []
    for number in range(max(map(len, columns))):
        line = Text(no_wrap=True, overflow="ignore")
        for place, (texts, width) in enumerate(zip(columns, widths, strict=True)):
            text = texts[number] if number < len(texts) else ""
            line.append(text, style=cells[place].style)
            if place < len(columns) - 1:
                line.append(" " * (width - wide(text) + GAP))
        lines.append(line)
    return lines


def stacked(columns: list[str], rows: list[list[str]]) -> RenderableType:
    """Return records one below the other, a line a value."""
    pieces: list[RenderableType] = []
    for row in rows:
        if row[0]:
            pieces.append(Text(row[0], style="bold", overflow="fold"))
        for name, value in zip(columns[1:], row[1:], strict=True):
            if value:
                line = Text(f"  {name.replace('_', ' ')}: ", style="dim", overflow="fold")
                line.append_text(styled(name, value))
                pieces.append(line)
    return Group(*pieces)
