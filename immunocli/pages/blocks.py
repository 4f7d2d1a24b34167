"""The pieces of what people read; how each is shown is not decided here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


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


class Link(Block):
    """A document and where it is; the address is never broken over lines."""

    __slots__ = ("text", "url")

    def __init__(self, text: str, url: str) -> None:
        self.text, self.url = text, url


class Next(Block):
    """Commands to type next."""

    __slots__ = ("commands",)

    def __init__(self, commands: Sequence[str]) -> None:
        self.commands = list(dict.fromkeys(commands))
