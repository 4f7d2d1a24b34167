"""Chooses, of several ways to tell a page, the fullest that fits a small screen."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from immunocli.pages.blocks import Block

# A small screen, less the line of a prompt and the two that say which edition this is.
_COLUMNS, _ROWS = 80, 21
# What stands between the columns of a grid, and how wide its first is drawn at most beside others.
_GAP, _FIRST = 2, 30


def fullest(ways: Iterable[list[Block]]) -> list[Block]:
    """Return the first of some ways to tell a page that fits a small screen; the last when none does.

    How wide the reader's own screen is changes nothing: a wider one never gets a longer page.

    Args:
        ways: the fullest first; a later one is only made when it is needed.
    """
    told: list[Block] = []
    for told in ways:
        if height(told) <= _ROWS:
            break
    return told


def height(blocks: Sequence[Block]) -> int:
    """Return how many lines a page takes on a small screen, without the line on its edition."""
    lines = 0
    for number, block in enumerate(blocks):
        match block:
            case Heading():
                lines += bool(number) + _lines(f"{block.text}  {block.mark}", _COLUMNS)
            case Paragraph():
                lines += sum(_lines(part, _COLUMNS) for part in block.text.split("\n"))
            case Facts():
                beside = max((len(label) for label, _ in block.pairs), default=0) + _GAP
                lines += sum(_lines(value or "", _COLUMNS - beside) for _, value in block.pairs)
            case Bullets():
                lines += sum(_lines(item, _COLUMNS - _GAP) for item in block.items)
            case Grid():
                lines += _GAP * any(block.columns) + sum(map(_row, block.rows))
            case Next():
                close = isinstance(blocks[number - 1], Paragraph)
                lines += (not close) + _packed(block.commands)
            case _:
                pass  # what is drawn stands on no first screen
    return lines


def _row(cells: Sequence[str]) -> int:
    """Return how high a row of a grid is: the first column may take two lines, the last what is left."""
    if len(cells) == _GAP:
        return _lines(cells[1], _COLUMNS - min(_FIRST, len(cells[0])) - _GAP)
    return _lines(cells[0], _FIRST)


def _packed(commands: Sequence[str]) -> int:
    """Return how many lines commands take behind "Next:"."""
    lines, used = 1, 0
    for command in commands:
        if used and used + len(command) > _COLUMNS - 6:
            lines, used = lines + 1, 0
        used += len(command) + 3
    return lines


def _lines(text: str, width: int) -> int:
    """Return how many lines of a width the words of a text fill."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
    return lines
