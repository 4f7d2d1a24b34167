"""Writes an answer as plain text, a paragraph a line, for pipes."""

from __future__ import annotations

from immunocli.pages.blocks import (
    Bars,
    Branch,
    Bullets,
    Facts,
    Grid,
    Heading,
    Heat,
    Link,
    Next,
    Paragraph,
)
from immunocli.render.cells import cell
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.render.answers import Answer
    from immunocli.pages.blocks import Block


def text(answer: Answer, columns: tuple[str, ...], header: bool = True) -> Iterator[str]:
    """Yield the answer's blocks, or its records as an aligned table, then edition and day."""
    if answer.blocks:
        for line in lines(answer.blocks(answer.records)):
            yield line + "\n"
    else:
        rows = [[cell(record[column]) for column in columns] for record in answer.records]
        aligned = grid(columns, rows)
        if not header:
            next(aligned)
        for line in aligned:
            yield line + "\n"
    if answer.about_therapies:
        yield f"\n{answer.standing}\n"


def lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of blocks, cleaned of everything that a terminal may act on."""
    for number, block in enumerate(blocks):
        if number and isinstance(block, Heading | Next):
            yield ""
        for line in _lines(block):
            yield clean(line)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text.upper() if block.level == 1 else block.text
    elif isinstance(block, Paragraph):
        yield from block.text.split("\n")
    elif isinstance(block, Facts):
        wide = max((len(label) for label, _ in block.pairs), default=0)
        for label, value in block.pairs:
            yield f"{label + ':':<{wide + 1}} {value}"
    elif isinstance(block, Bullets):
        yield from (f"- {item}" for item in block.items)
    elif isinstance(block, Grid):
        yield from grid(block.columns, block.rows)
    elif isinstance(block, Branch):
        yield from _branches(block, "")
    elif isinstance(block, Bars):
        widest = max((len(line[0]) for line in block.lines), default=0)
        longest = max((line[1] for line in block.lines), default=0)
        for name, length, note in block.lines:
            yield f"{name:>{widest}} {'#' * length:<{longest}} {note}".rstrip()
    elif isinstance(block, Heat):
        rows = [[name, *map(str, row)] for name, row in zip(block.rows, block.cells, strict=True)]
        yield from grid(["", *block.columns], rows)
    elif isinstance(block, Link):
        yield f"- {block.text}"
        yield f"  {block.url}"
    elif isinstance(block, Next):
        yield "Next: " + "   ".join(block.commands)


def _branches(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}{branch.text}" + (f" ({branch.note})" if branch.note else "")
    for below in branch.below:
        yield from _branches(below, indent + "  ")


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield an aligned table without lines; nothing is cut."""
    table = [list(columns), *map(list, rows)]
    widths = [max(len(row[place]) for row in table) for place in range(len(columns))]
    for row in table:
        yield "  ".join(f"{one:<{width}}" for one, width in zip(row, widths, strict=True)).rstrip()
