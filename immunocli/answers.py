"""What to show: records for machines, blocks for people; how to show it is not decided here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from immunocli.records import Record

DISCLAIMER = "Reference information, not medical advice."


class Answer:
    """The answer to one question.

    Args:
        kind: kind of the records, as `immuno schema` knows them.
        records: what machines get, in order.
        columns: the TSV columns, in their default order.
        query: what was asked, as it was understood.
        edition: the edition that it is true for.
        blocks: makes what people get; None shows the records as a table.
        title: one line above a table, for people.
        prose: piped, people's text is the default instead of TSV.
        narrow: columns that a table for people has; None is all.
        notes: lines for stderr: counts of what is not shown.
        labels: makes a cell for people from a column and a value: names instead of ids.
        about_therapies: it tells of approvals: people read the day and the disclaimer.
    """

    __slots__ = (
        "about_therapies", "blocks", "columns", "edition", "kind", "labels", "narrow", "notes", "prose",
        "query", "records", "title",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        records: Sequence[Record],
        columns: Sequence[str],
        query: dict[str, Any],
        edition: dict[str, Any],
        *,
        blocks: Callable[[Sequence[Record]], list[Block]] | None = None,
        title: str = "",
        prose: bool = False,
        narrow: Sequence[str] | None = None,
        notes: Sequence[str] = (),
        labels: Callable[[str, Any], str] | None = None,
        about_therapies: bool = True,
    ) -> None:
        self.kind = kind
        self.records = list(records)
        self.columns = tuple(columns)
        self.query = query
        self.edition = edition
        self.blocks = blocks
        self.title = title
        self.prose = prose
        self.narrow = tuple(narrow) if narrow else None
        self.notes = list(notes)
        self.labels = labels
        self.about_therapies = about_therapies

    @property
    def day(self) -> str:
        """The day that the answer is true for, `YYYY-MM-DD`."""
        return str(self.query.get("as_of") or self.edition["as_of"])

    @property
    def standing(self) -> str:
        """One line that says which edition and day this is, and what it is not."""
        return f"Edition {self.edition['edition']}, as of {self.day}. {DISCLAIMER}"


class Block:
    """A piece of what people read."""

    __slots__ = ()


class Heading(Block):
    """The name of what follows; `level` 1 is the page's own."""

    __slots__ = ("level", "mark", "text")

    def __init__(self, text: str, level: int = 2, mark: str = "") -> None:
        self.text, self.level, self.mark = text, level, mark


class Paragraph(Block):
    """Running text."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Facts(Block):
    """Labels with a value each; those without a value are left out."""

    __slots__ = ("pairs",)

    def __init__(self, pairs: Sequence[tuple[str, str | None]]) -> None:
        self.pairs = [(label, value) for label, value in pairs if value]


class Bullets(Block):
    """A list of lines; each may begin with a status word that colour supports."""

    __slots__ = ("items",)

    def __init__(self, items: Sequence[str]) -> None:
        self.items = list(items)


class Grid(Block):
    """A table: columns, and rows of texts. `kept` columns are never dropped for want of room."""

    __slots__ = ("columns", "kept", "rows", "whole")

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        kept: Sequence[str] = (),
        whole: Sequence[str] = (),
    ) -> None:
        self.columns, self.rows = list(columns), [list(row) for row in rows]
        self.kept, self.whole = tuple(kept), tuple(whole)


class Branch(Block):
    """A node of a tree with those below it."""

    __slots__ = ("below", "note", "text")

    def __init__(self, text: str, note: str = "", below: Sequence[Branch] = ()) -> None:
        self.text, self.note, self.below = text, note, list(below)


class Bars(Block):
    """A bar a line: label, length, and what to say of it."""

    __slots__ = ("lines",)

    def __init__(self, lines: Sequence[tuple[str, int, str]]) -> None:
        self.lines = list(lines)


class Heat(Block):
    """A grid of counts: row names, column names, cells."""

    __slots__ = ("cells", "columns", "rows")

    def __init__(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[int]]) -> None:
        self.rows, self.columns = list(rows), list(columns)
        self.cells = [list(row) for row in cells]


class Next(Block):
    """Commands to type next."""

    __slots__ = ("commands",)

    def __init__(self, commands: Sequence[str]) -> None:
        self.commands = list(dict.fromkeys(commands))
