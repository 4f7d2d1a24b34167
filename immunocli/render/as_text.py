"""Writes an answer as plain text, a paragraph a line, for pipes."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.render.cells import cell
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.pages.blocks import Block
    from immunocli.render.answers import Answer


def text(answer: Answer, columns: tuple[str, ...], header: bool = True) -> Iterator[str]:
    """Yield the answer's blocks, or its records as an aligned table, then edition and day."""
    if answer.blocks:
        for line in lines(answer.blocks(answer.records)):
            yield line + "\n"
    else:
        columns, rows = told(answer, columns)
        aligned = grid(columns, rows)
        if not header:
            next(aligned)
        for line in aligned:
            yield line + "\n"
    if answer.about_therapies:
        yield f"\n{answer.standing}\n"


def told(answer: Answer, columns: tuple[str, ...]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return columns and cells as people read them, without columns of theirs that say nothing."""
    shown = answer.shown(columns)
    rows = [[cell(one) for one in row] for row in answer.rows(shown, answer.records)]
    if shown != columns:
        said = [place for place in range(len(shown)) if not rows or any(row[place] for row in rows)]
        return tuple(shown[place] for place in said), [[row[place] for place in said] for row in rows]
    return shown, rows


def lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of blocks, cleaned of everything that a terminal may act on."""
    for number, block in enumerate(blocks):
        if number and isinstance(block, Heading | Next):
            yield ""
        for line in _lines(block):
            yield clean(line)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield (block.text.upper() if block.level == 1 else block.text) + _mark(block)
        case Paragraph():
            yield from block.text.split("\n")
        case Facts():
            wide = max((len(label) for label, _ in block.pairs), default=0)
            for label, value in block.pairs:
                yield f"{label + ':':<{wide + 1}} {value}"
        case Bullets():
            yield from (f"- {item}" for item in block.items)
        case Grid():
            yield from grid(block.columns, block.rows)
        case Next():
            yield "Next: " + "   ".join(block.commands)
        case _ as drawing:
            from immunocli.render.drawn_as_text import drawn  # few pages have any

            yield from drawn(drawing)


def _mark(block: Heading) -> str:
    return f" ({block.mark})" if block.mark and block.level == 1 else ""


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield an aligned table without lines; nothing is cut."""
    table = [list(columns), *map(list, rows)]
    widths = [max(len(row[place]) for row in table) for place in range(len(columns))]
    for row in table if any(columns) else table[1:]:
        yield "  ".join(f"{one:<{width}}" for one, width in zip(row, widths, strict=True)).rstrip()
