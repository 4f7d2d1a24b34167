"""Writes trees, charts, the news and documents as plain text."""

from __future__ import annotations

from immunocli.pages.blocks import never_a_block
from immunocli.pages.drawings import ENDED, Beside, Branch, Heat, Lanes, Link, News, Since
from immunocli.render.as_text import grid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.pages.drawings import Drawing

_LANES = str.maketrans("ra.u", "=- ?")


def drawn(block: Drawing) -> Iterator[str]:
    """Yield the lines of a piece that few pages have."""
    match block:
        case Branch():
            yield from _branches(block, "")
        case Lanes():
            signs = "= regular, - accelerated alone" + (f", ? {ENDED}" if block.unknown else "")
            yield f"{block.first_year} to {block.day[:4]}, a sign a year: {signs}"
            wide = max(len(name) for name, *_ in block.lines)
            for name, cells, note in block.cells(1):
                yield f"{name:<{wide}} {cells.translate(_LANES)} {note}" if note else name.upper()
            if block.note:
                yield block.note
        case Beside():
            yield from grid(["cancer, since", *block.names], block.cells())
        case News():
            for event, who, told in block.entries:
                yield f"{block.day}  {event}: {who}"
                yield from (f"  {line}" for line in told)
        case Heat() | Since():
            yield from grid(["", *block.columns], block.table())
        case Link():
            yield f"- {block.text}"
            yield f"  {block.url}"
            yield from (f"  {one}" for one in block.said)
        case _ as never:
            never_a_block(never)


def _branches(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}{branch.text}" + (f" ({branch.note})" if branch.note else "")
    for below in branch.below:
        yield from _branches(below, indent + "  ")
