"""Tables that fit a screen: columns make way, then records stand one below the other."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from immunocli.render.answers import Answer
from immunocli.render.as_table.screens import Screen, styled
from immunocli.text import clean

LEAST_WRAPPED = 18
# Running text wants more room than names do; other columns make way for it first.
_LEAST_PROSE = 34
_PROSE = frozenset(("summary", "definition", "snippet", "role", "question"))
# Columns whose cells are never broken over lines.
WHOLE = frozenset(
    ("id", "status", "first_approved", "approved", "converted", "ended", "date", "event", "approval")
)


def listing(answer: Answer, columns: tuple[str, ...], screen: Screen) -> RenderableType:
    """Return records as a table that fits, or stacked when not even the kept columns fit."""
    chosen_by_user = columns != answer.columns
    shown = columns if chosen_by_user or not answer.narrow else answer.narrow
    label = answer.labels
    rows = [[clean(label(column, record[column])) for column in shown] for record in answer.records]
    kept = shown if chosen_by_user else _kept(shown)
    return fitting(list(shown), rows, kept, WHOLE, screen)


def _kept(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that no narrowness may drop: what it is, and how it stands."""
    first = ("name", "therapy", "term", "question", "title", "id", "year", "input", "property")
    lead = next((column for column in columns if column in first), columns[0])
    return (lead, *(c for c in columns if c in ("status", "summary", "date", "event", "definition", "role")))


def fitting(
    columns: list[str],
    rows: list[list[str]],
    kept: tuple[str, ...],
    whole: frozenset[str],
    screen: Screen,
) -> RenderableType:
    """Drop columns from the right until the rest fits; stack them when even the kept do not."""
    places = list(range(len(columns)))

    def least(place: int) -> int:
        cells = [row[place] for row in rows] + [columns[place]]
        if columns[place] in whole:
            return max(map(len, cells))
        longest_word = max((len(word) for one in cells for word in one.split()), default=1)
        room = _LEAST_PROSE if columns[place] in _PROSE else LEAST_WRAPPED
        return max(longest_word, min(room, max(map(len, cells))))

    leasts = [least(place) for place in places]
    while sum(leasts[place] + 2 for place in places) > screen.width:
        droppable = [place for place in places if columns[place] not in kept]
        if not droppable:
            return stacked([columns[p] for p in places], [[row[p] for p in places] for row in rows])
        places.remove(droppable[-1])
    table = Table(
        box=SIMPLE_HEAD if screen.unicode else None, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False
    )
    wanted = [
        max(len(line) for row in (columns, *rows) for line in (row[place].split("\n"))) for place in places
    ]
    widths = _shared_out(screen.width - 2 * len(places), [leasts[place] for place in places], wanted)
    for place, width in zip(places, widths, strict=True):
        table.add_column(columns[place].replace("_", " "), overflow="fold", width=width, header_style="bold")
    for row in rows:
        table.add_row(*[styled(columns[place], row[place]) for place in places])
    return table


def _shared_out(room: int, leasts: list[int], wanted: list[int]) -> list[int]:
    """Return widths from `leasts` on, none wider than wanted, that share the room evenly.

    Rich would do so by itself, but at some widths draws a table wider than the terminal.
    """
    widths = list(leasts)
    while open_ := [place for place, width in enumerate(widths) if width < wanted[place]]:
        step = (room - sum(widths)) // len(open_)
        if step < 1:
            break
        for place in open_:
            widths[place] += min(step, wanted[place] - widths[place])
    return widths


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
