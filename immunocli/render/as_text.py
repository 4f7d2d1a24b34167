"""Writes an answer as plain text, a paragraph a line, for pipes."""

from __future__ import annotations

from immunocli.pages.blocks import (
    ENDED,
    Beside,
    Branch,
    Bullets,
    Facts,
    Grid,
    Heading,
    Heat,
    Lanes,
    Link,
    News,
    Next,
    Paragraph,
    never_a_block,
)
from immunocli.render.cells import cell
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.pages.blocks import Block
    from immunocli.render.answers import Answer


_LANES = str.maketrans("ra.u", "=- ?")


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
        case Branch():
            yield from _branches(block, "")
        case Lanes():
            signs = "= regular, - accelerated alone" + (f", ? {ENDED}" if block.unknown else "")
            yield f"{block.first_year} to {block.day[:4]}, a sign a year: {signs}"
            wide = max(len(name) for name, *_ in block.lines)
            for name, cells, note in block.cells(1):
                yield f"{name:<{wide}} {cells.translate(_LANES)} {note}"
            if block.note:
                yield block.note
        case Beside():
            yield from grid(["cancer, since", *block.names], block.cells())
        case News():
            for event, who, told in block.entries:
                yield f"{block.day}  {event}: {who}"
                yield from (f"  {line}" for line in told)
        case Heat():
            rows = [[name, *map(str, row)] for name, row in zip(block.rows, block.cells, strict=True)]
            yield from grid(["", *block.columns], rows)
        case Link():
            yield f"- {block.text}"
            yield f"  {block.url}"
        case Next():
            yield "Next: " + "   ".join(block.commands)
        case _ as never:
            never_a_block(never)


def _mark(block: Heading) -> str:
    return f" ({block.mark})" if block.mark and block.level == 1 else ""


def _branches(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}{branch.text}" + (f" ({branch.note})" if branch.note else "")
    for below in branch.below:
        yield from _branches(below, indent + "  ")


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield an aligned table without lines; nothing is cut."""
    table = [list(columns), *map(list, rows)]
    widths = [max(len(row[place]) for row in table) for place in range(len(columns))]
    for row in table if any(columns) else table[1:]:
        yield "  ".join(f"{one:<{width}}" for one, width in zip(row, widths, strict=True)).rstrip()
