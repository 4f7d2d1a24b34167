"""Cancers by what stands in the columns: counts in one hue, or the years of first days."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from immunocli.pages.drawings import Heat, Since
from immunocli.render.as_table.charts import SHORTEST_NAME
from immunocli.render.as_table.fitting import stacked_height, wide, wrapped
from immunocli.render.as_table.listings import stacked
from immunocli.render.as_table.screens import Screen
from immunocli.text import clean

# One hue from light to dark, of the 256 that most terminals have; a number stands in each cell.
_SHADES = (
    "color(16) on color(195)", "color(16) on color(153)", "color(16) on color(111)", "color(16) on color(68)",
    "color(231) on color(25)", "color(231) on color(18)",
)  # fmt: skip


class _Cell:
    """What stands in a cell, padded, how it is painted, and what it tells: nothing when it is empty."""

    __slots__ = ("sign", "style", "told")

    def __init__(self, sign: str, style: str, told: str) -> None:
        self.sign, self.style, self.told = sign, style, told


def heat(block: Heat, screen: Screen) -> RenderableType:
    """Return counts in one hue, the number in each cell."""
    most = max((cell for row in block.cells for cell in row), default=1) or 1
    cells = [
        [_Cell(f"{count or '':>3} ", _shade(count, most, screen), str(count or "")) for count in row]
        for row in block.cells
    ]
    return _crossed(block, cells, screen)


def since(block: Since, screen: Screen) -> RenderableType:
    """Return the years of first days, those marked whose approval is accelerated alone."""
    regular, alone = ("color(231) on color(25)", "color(16) on color(153)") if screen.shades else ("", "")
    cells = [
        [
            _Cell(
                f"{day[:4]}{'*' if hurried else ' '}",
                alone if hurried else regular,
                f"{day[:4]}{'*' * hurried}",
            )
            for day in row
            for hurried in (day.endswith("accelerated"),)
        ]
        for row in block.cells
    ]
    shown = _crossed(block, cells, screen)
    if not block.accelerated:
        return shown
    return Group(shown, Text("* accelerated approval", style="dim"))


def _crossed(block: Heat | Since, cells: list[list[_Cell]], screen: Screen) -> RenderableType:
    """Return cells in as many bands of columns as the width needs; what stands in them stays."""
    if not block.rows:
        return Group()
    names = [clean(name) for name in block.rows]
    longest = max((wide(name) for name in names), default=0)
    heads = [clean(name) for name in block.columns]
    least = max((len(cell.sign) for row in cells for cell in row), default=4)
    widths = [max(least, *(wide(word) for word in name.split())) for name in heads]
    shortest = min(longest, max(SHORTEST_NAME, *(wide(word) for name in names for word in name.split())))
    rows = [[name, *(cell.told for cell in row)] for name, row in zip(names, cells, strict=True)]
    if shortest + max(widths, default=0) + 1 > screen.width:
        return stacked(["", *heads], rows)
    bands, label, lines = _shortest(block, heads, widths, range(shortest, longest + 1), screen.width)
    if lines > stacked_height(["", *heads], rows, screen.width):
        return stacked(["", *heads], rows)
    pieces: list[RenderableType] = []
    for number, band in enumerate(bands):
        if number:
            pieces.append(Text(""))
        pieces += _heads(heads, band, widths, label, screen)
        for name, row in zip(names, cells, strict=True):
            if any(row[place].told for place in band) or not (number or any(cell.told for cell in row)):
                pieces += _line(wrapped(name, label), row, band, widths, label, screen)
    return Group(*pieces)


def _shortest(
    block: Heat | Since, heads: list[str], widths: list[int], labels: range, width: int
) -> tuple[list[list[int]], int, int]:
    """Return the bands of columns, and the width of names, that take the fewest lines, and how many.

    All that fits a narrower screen is tried too: so a wider one never takes more.
    """
    names = [clean(name) for name in block.rows]
    high = {label: [len(wrapped(name, label)) for name in names] for label in labels}
    head = [len(wrapped(name, width)) for name, width in zip(heads, widths, strict=True)]
    shown: dict[int, list[list[int]]] = {}
    for room in range(max(widths) + 1, width - labels[0] + 1):
        bands = _bands(widths, room)
        if bands not in shown.values():
            shown[room] = bands
    best: tuple[int, int, list[list[int]], int] | None = None
    for room, bands in shown.items():
        drawn = [
            [any(row[place] for place in band) or not (number or any(row)) for row in block.cells]
            for number, band in enumerate(bands)
        ]
        for label in labels:
            if label + room > width:
                break
            lines = sum(sum(h for h, there in zip(high[label], band, strict=True) if there) for band in drawn)
            lines += sum(max(head[place] for place in band) + 2 for band in bands) - 1
            if best is None or (lines, -label) < best[:2]:
                best = lines, -label, bands, label
    assert best is not None
    return best[2], best[3], best[0]


def _bands(widths: list[int], room: int) -> list[list[int]]:
    """Return the columns in bands that fit a room beside the names."""
    bands: list[list[int]] = [[]]
    used = 0
    for place, width in enumerate(widths):
        if bands[-1] and used + width + 1 > room:
            bands.append([])
            used = 0
        bands[-1].append(place)
        used += width + 1
    return bands


def _heads(
    heads: list[str], band: list[int], widths: list[int], label: int, screen: Screen
) -> list[RenderableType]:
    lines = [wrapped(heads[place], widths[place]) for place in band]
    high = max(map(len, lines))
    drawn: list[RenderableType] = []
    for number in range(high):
        line = Text(" " * label, style="bold", no_wrap=True, overflow="ignore")
        for place, told in zip(band, lines, strict=True):
            at = number - (high - len(told))
            line.append(f" {told[at] if at >= 0 else '':>{widths[place]}}")
        drawn.append(line)
    rule = ("─" if screen.unicode else "-") * (label + sum(widths[place] + 1 for place in band))
    return [*drawn, Text(rule, style="dim", no_wrap=True)]


def _line(
    names: list[str], row: list[_Cell], band: list[int], widths: list[int], label: int, screen: Screen
) -> list[RenderableType]:
    line = Text(f"{names[0]:<{label}}", no_wrap=True, overflow="ignore")
    for place in band:
        cell = row[place]
        line.append(" " * (widths[place] - len(cell.sign) + 1))
        if not cell.told:
            line.append(f"{'·' if screen.unicode else '.':>{len(cell.sign) - 1}} ", style="dim")
        else:
            line.append(cell.sign, style=cell.style)
    return [line, *(Text(f"  {name}", no_wrap=True) for name in names[1:])]


def _shade(count: int, most: int, screen: Screen) -> str:
    if not screen.shades:
        return "bold" if count * 2 > most else ""
    return _SHADES[(count - 1) * (len(_SHADES) - 1) // max(most - 1, 1)]
