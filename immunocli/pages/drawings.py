"""The pieces of what people read that few pages have: trees, charts, the news, documents."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


# In place of a last day: it is over, and nobody knows since when.
UNKNOWN = "unknown"
ENDED = "license perhaps ended"


class Branch:
    """A node of a tree with those below it."""

    __slots__ = ("below", "note", "text")

    def __init__(self, text: str, note: str = "", below: Sequence[Branch] = ()) -> None:
        self.text, self.note, self.below = text, note, list(below)


def last_seen(segment: dict[str, str]) -> str:
    """Return the last day on which one that ended on an unknown day is known to have lasted."""
    return max(segment["from"], segment["last_seen"])


def last_known(segment: dict[str, str], day: str) -> str:
    """Return when a segment ended at the latest: on its last day, or by the day on which that was told."""
    return (segment["ended_by"] or day) if segment["to"] == UNKNOWN else segment["to"]


class Lanes:
    """Lanes along the years: name, segments (as a `Lane` has them), first day, last day, how it ended.

    Args:
        lines: a lane each, or a name alone, which the lanes below it stand under; `to`, the last day and how it
            ended are empty while it lasts; `to` and the last day are `unknown` when it ended and nobody knows when.
        day: where lanes that last end, `YYYY-MM-DD`.
        note: what else the names say, in a line.
    """

    __slots__ = ("day", "lines", "note")

    def __init__(
        self, lines: Sequence[tuple[str, list[dict[str, str]], str, str, str]], day: str, note: str = ""
    ) -> None:
        self.lines, self.day, self.note = list(lines), day, note

    @property
    def unknown(self) -> bool:
        """Whether a lane ends on a day that is not known."""
        return any(ended == UNKNOWN for *_, ended, _ in self.lines)

    @property
    def first_year(self) -> int:
        """The year in which the first lane begins."""
        return min((int(line[2][:4]) for line in self.lines if line[2]), default=int(self.day[:4]))

    def cells(self, years_a_cell: int) -> list[tuple[str, str, str]]:
        """Return name, a cell for each stretch of years, and what to say of the lane.

        A cell is `r` (regular), `a` (accelerated alone), `u` (from here on nobody knows whether it has ended)
        or `.` (nothing).
        """
        found = []
        last = int(self.day[:4])
        for name, segments, begun, ended, how in self.lines:
            cells = []
            for year in range(self.first_year, last + 1, years_a_cell):
                kinds = {
                    "perhaps" if one["to"] == UNKNOWN and int(last_seen(one)[:4]) < year else one["approval"]
                    for one in segments
                    if int(one["from"][:4]) < year + years_a_cell
                    and (one["to"] == "" or int(last_known(one, self.day)[:4]) >= year)
                }
                sign = next((kind[0] for kind in ("regular", "accelerated") if kind in kinds), ".")
                unsure = "perhaps" in kinds and sign == "." and "u" not in cells
                cells.append("u" if unsure else sign)
            told = f" to a day not known, {how}" if ended == UNKNOWN else f" to {ended} {how}"
            found.append((name, "".join(cells), begun + (told if ended else "")))
        return found


class Beside:
    """Since when each of several things is approved: a row for each cancer and setting.

    Args:
        names: of what stands side by side.
        rows: cancer, setting, and a first day for each name, empty where there is none; a day may be
            followed by `accelerated`, or by `unknown`: whether it still holds is not known.
        lead: further rows to stand above them: what it is, and a cell for each name.
    """

    __slots__ = ("lead", "names", "rows")

    def __init__(
        self,
        names: Sequence[str],
        rows: Sequence[tuple[str, str, Sequence[str]]],
        lead: Sequence[Sequence[str]] = (),
    ) -> None:
        self.names, self.rows, self.lead = list(names), list(rows), [list(row) for row in lead]

    def shared(self) -> list[tuple[str, str, Sequence[str]]]:
        """Return the rows that two or more have."""
        return [row for row in self.rows if sum(map(bool, row[2])) > 1]

    def alone(self, place: int) -> list[tuple[str, str, str]]:
        """Return cancer, setting and day of what only one of them has."""
        return [
            (cancer, setting, days[place])
            for cancer, setting, days in self.rows
            if days[place] and sum(map(bool, days)) == 1
        ]

    def cells(self) -> list[list[str]]:
        """Return all rows as a table: what leads, then cancer and setting with the days."""
        days = [[f"{cancer}, {setting}", *(day or "-" for day in row)] for cancer, setting, row in self.rows]
        return [*self.lead, *days]


class News:
    """What happened on a day: entries of what it was, to whom, and the lines that tell it."""

    __slots__ = ("day", "entries")

    def __init__(self, day: str, entries: Sequence[tuple[str, str, Sequence[str]]]) -> None:
        self.day, self.entries = day, list(entries)


class Heat:
    """A grid of counts: row names, column names, cells."""

    __slots__ = ("cells", "columns", "rows")

    def __init__(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[int]]) -> None:
        self.rows, self.columns = list(rows), list(columns)
        self.cells = [list(row) for row in cells]

    def table(self) -> list[list[str]]:
        """Return the rows as a table: name, then the counts."""
        return [[name, *map(str, row)] for name, row in zip(self.rows, self.cells, strict=True)]


class Since:
    """A grid of first days: row names, column names, cells.

    Args:
        rows: names, from above.
        columns: names, from the left.
        cells: a day, perhaps followed by `accelerated`, or nothing.
    """

    __slots__ = ("cells", "columns", "rows")

    def __init__(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
        self.rows, self.columns = list(rows), list(columns)
        self.cells = [list(row) for row in cells]

    @property
    def accelerated(self) -> bool:
        """Whether the approval of any is accelerated alone."""
        return any(day.endswith("accelerated") for row in self.cells for day in row)

    def table(self) -> list[list[str]]:
        """Return the rows as a table: name, then the days."""
        return [[name, *(day or "-" for day in row)] for name, row in zip(self.rows, self.cells, strict=True)]


class Link:
    """A document, where it is, and what it is for; the address is never broken over lines."""

    __slots__ = ("said", "text", "url")

    def __init__(self, text: str, url: str, said: Sequence[str] = ()) -> None:
        self.text, self.url, self.said = text, url, list(said)


if TYPE_CHECKING:
    Drawing = Branch | Lanes | Beside | News | Heat | Since | Link
