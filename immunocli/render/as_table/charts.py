"""Bars and heat maps."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from immunocli.pages.blocks import Heat, Lanes
from immunocli.render.as_table.listings import stacked
from immunocli.render.as_table.screens import Screen
from immunocli.text import clean

_SHADES = ("", "on blue", "on cyan", "on green", "on yellow", "on red")


def lanes(block: Lanes, screen: Screen) -> RenderableType:
    """Return a lane a line: regular and accelerated told apart by sign and color, dates beside it."""
    label = max(len(name) for name, *_ in block.lines)
    notes = max(len(note) for *_, note in block.cells(1))
    years = int(block.day[:4]) - block.first_year + 1
    room = max(8, screen.width - label - notes - 2)
    step = -(-years // room)
    full, half = ("█", "░") if screen.unicode else ("=", "-")
    legend = f"{block.first_year} to {block.day[:4]}: {full} regular  {half} accelerated alone"
    lines: list[RenderableType] = [Text(legend, style="dim")]
    for name, cells, note in block.cells(step):
        line = Text(f"{clean(name):<{label}} ", style="bold", no_wrap=True)
        for sign in cells:
            shown = {"r": (full, "cyan"), "a": (half, "cyan")}.get(sign, (" ", ""))
            line.append(*shown)
        line.append(f" {clean(note)}", style="dim")
        lines.append(line)
    return Group(*lines)


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
