"""Bars and heat maps."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from immunocli.pages.blocks import Bars, Heat
from immunocli.render.as_table.listings import LEAST_WRAPPED, stacked
from immunocli.render.as_table.screens import Screen
from immunocli.text import clean

_SHADES = ("", "on blue", "on cyan", "on green", "on yellow", "on red")


def bars(block: Bars, screen: Screen) -> RenderableType:
    """Return a bar a line with its note beside it, or below where there is no room beside."""
    label = max((len(line[0]) for line in block.lines), default=0)
    longest = max((line[1] for line in block.lines), default=0) or 1
    room = max(8, min(longest, (screen.width - label - 4) // 2))
    sign = "█" if screen.unicode else "#"
    lines = [
        (clean(name), sign * max(bool(length), round(length * room / longest)), clean(note))
        for name, length, note in block.lines
    ]
    if screen.width - label - room - 2 < LEAST_WRAPPED:
        return Group(*(Text(f"{name} {bar}\n  {note}", overflow="fold") for name, bar, note in lines))
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(no_wrap=True, width=room)
    table.add_column(overflow="fold", ratio=1)
    for name, bar, note in lines:
        table.add_row(Text(name), Text(bar, style="cyan"), Text(note, style="dim"))
    return table


def heat(block: Heat, screen: Screen) -> RenderableType:
    """Return a heat map in as many bands of columns as the width needs; the numbers stay."""
    label = max((len(name) for name in block.rows), default=0)
    widths = [max(4, *map(len, name.split())) for name in block.columns]
    if label + max(widths, default=0) + 2 > screen.width:
        rows = [
            [name, *(str(cell or "") for cell in row)]
            for name, row in zip(block.rows, block.cells, strict=True)
        ]
        return stacked(["", *block.columns], rows)
    most = max((cell for row in block.cells for cell in row), default=1) or 1
    bands: list[list[int]] = [[]]
    used = label
    for place, width in enumerate(widths):
        if bands[-1] and used + width + 2 > screen.width:
            bands.append([])
            used = label
        bands[-1].append(place)
        used += width + 2
    pieces: list[RenderableType] = []
    for band in bands:
        table = Table(
            box=SIMPLE_HEAD if screen.unicode else None, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False
        )
        table.add_column("", no_wrap=True)
        for place in band:
            name = clean(block.columns[place])
            table.add_column(
                name, justify="right", width=widths[place], header_style="bold", vertical="bottom"
            )
        for name, row in zip(block.rows, block.cells, strict=True):
            cells = [_shaded(row[place], most) for place in band]
            if any(row[place] for place in band):
                table.add_row(Text(clean(name)), *cells)
        pieces.append(table)
    return Group(*pieces)


def _shaded(count: int, most: int) -> Text:
    if not count:
        return Text("·", style="dim")
    shade = _SHADES[1 + min(len(_SHADES) - 2, (count - 1) * (len(_SHADES) - 1) // max(most, 1))]
    return Text(f" {count} ", style=f"black {shade}")
