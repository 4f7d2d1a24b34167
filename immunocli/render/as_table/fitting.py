"""Finds columns and widths with which a table fits a screen, so that a wider one is never longer."""

from __future__ import annotations

from rich.cells import cell_len

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

GAP = 2
# A column wants so much before others come beside it, and is drawn from so much on.
_PROSE = frozenset(("summary", "definition", "snippet", "role", "question", "answer", "boxed"))
_LEAST_PROSE, _LEAST_OTHER = 20, 12
# Lists of names, of which the first may stand for all, in so much room at least.
_LISTS = frozenset(("brands", "cancers", "past_cancers", "targets", "therapies", "path"))
_LEAST_LIST = 16
_FIT_PROSE, _FIT_OTHER = 46, 28


def wide(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many cells; only a word that is longer is broken."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for each in part.split():
            word = each
            while wide(word) > width:
                if line:
                    lines.append(line)
                    line = ""
                signs = max(1, next(n for n in range(len(word), 0, -1) if n == 1 or wide(word[:n]) <= width))
                lines.append(word[:signs])
                word = word[signs:]
            if line and wide(line) + 1 + wide(word) > width:
                lines.append(line)
                line = word
            elif word:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


class Fit:
    """A table's columns as they were found to fit: which, how wide, and which made way."""

    __slots__ = ("hidden", "places", "widths")

    def __init__(self, places: list[int], widths: list[int], hidden: list[int]) -> None:
        self.places, self.widths, self.hidden = places, widths, hidden

    def height(self, rows: Sequence[Sequence[str]]) -> int:
        """Return how many lines some rows take."""
        columns = list(zip(self.places, self.widths, strict=True))
        return sum(max(len(wrapped(row[place], width)) for place, width in columns) for row in rows)


def fit(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    kept: Collection[str],
    whole: Collection[str],
    room: int,
) -> Fit | None:
    """Return the columns that fit a width; None when not even the kept ones do.

    The kept columns grow until they are comfortable. Further ones, in their order, are only taken in
    where they make no row higher, and when all stand, the rest of the room is shared out: so a row
    never grows with the room.

    While the kept columns are tight, they are only a table where that takes fewer lines than records
    one below the other.

    Args:
        columns: their names.
        rows: their cells.
        kept: names of columns that are never dropped.
        whole: names of columns whose cells are never broken over lines.
        room: how many cells wide the table may be.
    """
    table = [[name.replace("_", " ") for name in columns], *rows]
    every = range(len(columns))
    natural = [max(wide(line) for row in table for line in row[place].split("\n")) for place in every]
    words = [
        natural[place]
        if columns[place] in whole
        else max((wide(word) for row in table for word in row[place].split()), default=1)
        for place in every
    ]

    def bounded(place: int, prose: int, other: int) -> int:
        limit = prose if columns[place] in _PROSE else other
        return max(words[place], min(limit, natural[place]))

    first = [place for place in every if columns[place] in kept]
    least = [bounded(place, _LEAST_PROSE, _LEAST_OTHER) for place in first]
    comfort = [bounded(place, _FIT_PROSE, _FIT_OTHER) for place in first]
    free = room - GAP * (len(first) - 1)
    if sum(least) > free:
        return None
    widths = dict(zip(first, _shared(free, least, comfort), strict=True))
    others = [place for place in every if place not in widths]
    if sum(widths.values()) < sum(comfort):
        found = _ordered(widths, others)
        return found if found.height(rows) + 2 <= stacked_height(columns, rows, room) else None
    heights = [max(len(wrapped(row[place], widths[place])) for place in first) for row in table]
    hidden = []
    for place in others:
        cells = [row[place] for row in table]
        width = _narrowest(cells, heights, words[place])
        if sum(widths.values()) + width + GAP * len(widths) <= room:
            widths[place] = width
        else:
            hidden.append(place)
    if not hidden:
        free = room - GAP * (len(widths) - 1)
        order = list(widths)
        wanted = [natural[place] for place in order]
        widths = dict(zip(order, _shared(free, list(widths.values()), wanted), strict=True))
    return _ordered(widths, hidden)


def squeezed(found: Fit, columns: Sequence[str], rows: list[list[str]], room: int) -> None:
    """Bring back lists that made way where room is left: the first names of each, and how many more.

    Args:
        found: the fit; columns that come back are added to it.
        columns: their names.
        rows: their cells; those of columns that come back are shortened.
        room: how many cells wide the table may be.
    """
    for place in list(found.hidden):
        free = room - sum(found.widths) - GAP * len(found.widths)
        if columns[place] not in _LISTS or free < _LEAST_LIST:
            continue
        cells = [_shortened(row[place], free) for row in rows]
        width = max([len(columns[place]), *map(wide, cells)], default=0)
        if width > free:
            continue
        for row, cell in zip(rows, cells, strict=True):
            row[place] = cell
        found.hidden.remove(place)
        at = sum(one < place for one in found.places)
        found.places.insert(at, place)
        found.widths.insert(at, width)


def _shortened(cell: str, width: int) -> str:
    """Return the first names of a list, as many as fit a line, and how many more there are."""
    names = cell.split(", ")
    for shown in range(len(names), 0, -1):
        more = f" and {len(names) - shown} more" if shown < len(names) else ""
        told = ", ".join(names[:shown]) + more
        if wide(told) <= width:
            return told
    return cell


def stacked_height(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> int:
    """Return how many lines records take one below the other, a line a value."""
    lines = 0
    for row in rows:
        lines += len(wrapped(row[0], room)) if row[0] else 0
        for name, value in zip(columns[1:], row[1:], strict=True):
            lines += len(wrapped(f"__{name.replace('_', '.')}: {value}", room)) if value else 0
    return lines


def _ordered(widths: dict[int, int], hidden: list[int]) -> Fit:
    places = sorted(widths)
    return Fit(places, [widths[place] for place in places], hidden)


def _narrowest(cells: Sequence[str], heights: Sequence[int], width: int) -> int:
    """Return the least width, from `width` on, with which no cell is higher than its row."""
    for cell, height in zip(cells, heights, strict=True):
        while len(wrapped(cell, width)) > height:
            width += 1
    return width


def _shared(room: int, least: list[int], wanted: list[int]) -> list[int]:
    """Return widths from `least` on, none wider than wanted, that share the room evenly."""
    widths = list(least)
    while open_ := [place for place, width in enumerate(widths) if width < wanted[place]]:
        step = (room - sum(widths)) // len(open_)
        if step < 1:
            break
        for place in open_:
            widths[place] += min(step, wanted[place] - widths[place])
    return widths
