"""The pieces of what people read; how each is shown is not decided here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from immunocli.pages.drawings import Drawing


class Heading:
    """The name of what follows; `level` 1 is the page's own; `urgent` is help that cannot wait."""

    __slots__ = ("level", "mark", "text", "urgent")

    def __init__(self, text: str, level: int = 2, mark: str = "", *, urgent: bool = False) -> None:
        self.text, self.level, self.mark, self.urgent = text, level, mark, urgent


class Paragraph:
    """Running text; `urgent` is how it begins where that is help that cannot wait."""

    __slots__ = ("text", "urgent")

    def __init__(self, text: str, urgent: str = "") -> None:
        self.text, self.urgent = text, urgent


class Facts:
    """Labels with a value each; those without a value are left out."""

    __slots__ = ("pairs",)

    def __init__(self, pairs: Sequence[tuple[str, str | None]]) -> None:
        self.pairs = [(label, value) for label, value in pairs if value]


class Bullets:
    """A list of lines; each may begin with a status word that color supports."""

    __slots__ = ("items",)

    def __init__(self, items: Sequence[str]) -> None:
        self.items = list(items)


class Grid:
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


# Commands that tell of a past day.
_OF_ANY_DAY = (
    "show therapies indications changes compare define types targets cancers timeline matrix cite".split()
)


class Next:
    """Commands to type next."""

    __slots__ = ("commands",)

    def __init__(self, commands: Sequence[str]) -> None:
        self.commands = list(dict.fromkeys(commands))

    def ask_about(self, day: str) -> None:
        """Have those that can tell of a past day do so."""
        self.commands = [
            one if "--as-of" in one or one.split()[1] not in _OF_ANY_DAY else f"{one} --as-of {day}"
            for one in self.commands
        ]


if TYPE_CHECKING:
    # Every piece there is: a renderer that forgets one does not pass mypy.
    Block = Heading | Paragraph | Facts | Bullets | Grid | Next | Drawing


def never_a_block(block: NoReturn) -> NoReturn:
    """Tell that a renderer forgot a piece; mypy proves that this is never called."""
    raise AssertionError(f"no such piece: {block!r}")
