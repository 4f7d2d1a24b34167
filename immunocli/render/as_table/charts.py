"""Lanes along the years, counts in one hue, first days side by side."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from immunocli.pages.drawings import ENDED, UNKNOWN, Beside, Heat, Lanes
from immunocli.render.as_table.fitting import fit, stacked_height, wide, wrapped
from immunocli.render.as_table.listings import stacked, table
from immunocli.render.as_table.screens import Screen
from immunocli.text import clean

# One hue from light to dark, of the 256 that most terminals have; a number stands in each cell.
_SHADES = (
    "color(16) on color(195)", "color(16) on color(153)", "color(16) on color(111)", "color(16) on color(68)",
    "color(231) on color(25)", "color(231) on color(18)",
)  # fmt: skip
_LONGEST_NAME, _SHORTEST_NAME = 32, 20
_A_DAY = 10
_FEW_CELLS = 10


def lanes(block: Lanes, screen: Screen) -> RenderableType:
    """Return a lane a line: regular and accelerated told apart by sign and color, dates beside it."""
    names_told = [clean(name) for name, *_ in block.lines]
    note = [Text(clean(block.note), style="dim", overflow="fold")] if block.note else []
    longest = max(map(wide, names_told))
    shortest = max(
        min(longest, _SHORTEST_NAME), *(wide(word) for name in names_told for word in name.split())
    )
    if shortest + _FEW_CELLS + _A_DAY + 2 > screen.width:
        years_told = Text(f"{block.first_year} to {block.day[:4]}", style="dim")
        columns = ["therapy", "approved", "ended"]
        dated = [[clean(name), clean(begun), clean(ended)] for name, _, begun, ended, _ in block.lines]
        return Group(years_told, stacked(columns, dated), *note)
    label = min(longest, max(shortest, min(_LONGEST_NAME, screen.width // 3)))
    years = int(block.day[:4]) - block.first_year + 1
    room = screen.width - label - _A_DAY - 2
    step = -(-years // room)
    full, half = ("█", "░") if screen.unicode else ("=", "-")
    legend = f"{block.first_year} to {block.day[:4]}: {full} regular  {half} accelerated alone"
    if block.unknown:
        legend += f"  ? {ENDED}"
    if step > 1:
        legend += f"  (a sign is {step} years)"
    lines: list[RenderableType] = [Text(legend, style="dim", overflow="fold")]
    rows = block.cells(step)
    lines.append(Text(" " * (label + 1) + _axis(block.first_year, len(rows[0][1]), step), style="dim"))
    for (_, cells, _), (name, _, begun, ended, how) in zip(rows, block.lines, strict=True):
        names = wrapped(clean(name), label)
        line = Text(f"{names[0]:<{label}} ", style="bold", no_wrap=True, overflow="ignore")
        for sign in cells:
            shown = {"r": (full, "cyan"), "a": (half, "cyan"), "u": ("?", "dim")}.get(sign, (" ", ""))
            line.append(*shown)
        line.append(f" {clean(begun)}", style="not bold dim")
        lines.append(line)
        told = f"{how} {ended}" if ended else ""
        if ended == UNKNOWN:
            told = f"{how}, day not known"
        for number in range(1, max(len(names), 2 if told else 1)):
            rest = names[number] if number < len(names) else ""
            line = Text(f"{rest:<{label}} ", style="bold", no_wrap=True, overflow="ignore")
            if number == 1 and told:
                line.append(f"{clean(told):>{len(cells) + _A_DAY + 1}}", style="red")
            lines.append(line)
    return Group(*lines, *note)


def _axis(first: int, cells: int, step: int) -> str:
    """Return a line with some of the years above their cells."""
    axis = ""
    for cell in range(cells):
        year = first + cell * step
        begins = year % (5 * step) < step if step > 1 else year % 5 == 0
        if begins and len(axis) <= cell and cell + 4 <= cells + _A_DAY:
            axis = axis.ljust(cell) + str(year - year % 5 if step > 1 else year) + " "
    return axis.rstrip()


def heat(block: Heat, screen: Screen) -> RenderableType:
    """Return counts in as many bands of columns as the width needs; the numbers stay."""
    if not block.rows:
        return Group()
    names = [clean(name) for name in block.rows]
    longest = max((wide(name) for name in names), default=0)
    heads = [clean(name) for name in block.columns]
    widths = [max(4, *(wide(word) for word in name.split())) for name in heads]
    shortest = min(longest, max(_SHORTEST_NAME, *(wide(word) for name in names for word in name.split())))
    rows = [[name, *(str(cell or "") for cell in row)] for name, row in zip(names, block.cells, strict=True)]
    if shortest + max(widths, default=0) + 1 > screen.width:
        return stacked(["", *heads], rows)
    most = max((cell for row in block.cells for cell in row), default=1) or 1
    bands, label, lines = _shortest(block, heads, widths, range(shortest, longest + 1), screen.width)
    if lines > stacked_height(["", *heads], rows, screen.width):
        return stacked(["", *heads], rows)
    pieces: list[RenderableType] = []
    for number, band in enumerate(bands):
        if number:
            pieces.append(Text(""))
        pieces += _heads(heads, band, widths, label, screen)
        for name, row in zip(names, block.cells, strict=True):
            if any(row[place] for place in band):
                pieces += _counts(wrapped(name, label), row, band, widths, label, most, screen)
    return Group(*pieces)


def _shortest(
    block: Heat, heads: list[str], widths: list[int], labels: range, width: int
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
        drawn = [[any(row[place] for place in band) for row in block.cells] for band in bands]
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


def _counts(
    names: list[str],
    row: list[int],
    band: list[int],
    widths: list[int],
    label: int,
    most: int,
    screen: Screen,
) -> list[RenderableType]:
    line = Text(f"{names[0]:<{label}}", no_wrap=True, overflow="ignore")
    for place in band:
        count = row[place]
        line.append(" " * (widths[place] - 3))
        if not count:
            line.append("  · " if screen.unicode else "  . ", style="dim")
        else:
            line.append(f"{count:>3} ", style=_shade(count, most, screen))
    return [line, *(Text(f"  {name}", no_wrap=True) for name in names[1:])]


def _shade(count: int, most: int, screen: Screen) -> str:
    if not screen.shades:
        return "bold" if count * 2 > most else ""
    return _SHADES[(count - 1) * (len(_SHADES) - 1) // max(most - 1, 1)]


def beside(block: Beside, screen: Screen) -> RenderableType:
    """Return what several share as a table, then what each has alone in running lines."""
    several = "each, since" if len(block.names) == 2 else "two or more, since"
    columns = ["" if block.lead else several, *map(clean, block.names)]
    rows = [[clean(cell) for cell in row] for row in block.lead]
    rows += [
        [clean(f"{cancer}, {setting}"), *(_day(day) or "-" for day in days)]
        for cancer, setting, days in block.shared()
    ]
    pieces: list[RenderableType] = []
    if rows:
        found = fit(columns, rows, columns, columns[:1], screen.width)
        found = found or fit(columns, rows, columns, (), screen.width)
        if found is None:
            pieces.append(stacked(columns, rows))
        else:
            pieces.append(table(columns, rows, found, screen, header=True))
    for place, name in enumerate(block.names):
        alone: dict[str, list[str]] = {}
        for cancer, setting, day in block.alone(place):
            alone.setdefault(clean(cancer), []).append(f"{clean(setting)} {_day(day)}")
        if alone:
            told = "; ".join(f"{cancer}: {', '.join(days)}" for cancer, days in alone.items())
            lines = [
                Text(line)
                for line in wrapped(
                    f"{clean(name)}, not the other{'s' * (len(block.names) > 2)}: {told}", screen.width
                )
            ]
            lines[0].stylize("bold", 0, len(clean(name)) + 7)
            pieces += lines
    if not block.rows:
        pieces.append(Text("no use of any of them stands in the label"))
    if any(day.endswith("accelerated") for _, _, days in block.rows for day in days):
        pieces.append(Text("* accelerated approval", style="dim"))
    if any(day.endswith("unknown") for _, _, days in block.rows for day in days):
        pieces.append(Text("? whether still approved is not known", style="dim"))
    return Group(*pieces)


def _day(day: str) -> str:
    return clean(day.replace(" accelerated", "*").replace(" unknown", "?"))


def packed(items: list[str], between: str, width: int) -> list[str]:
    """Return items one behind the other in lines; an item is only broken when it alone is too long."""
    lines: list[str] = []
    for place, item in enumerate(items):
        told = item + (between.rstrip() if place < len(items) - 1 else "")
        if lines and wide(lines[-1]) + wide(between) - wide(between.rstrip()) + wide(told) <= width:
            lines[-1] += between[len(between.rstrip()) :] + told
        else:
            lines += wrapped(told, width)
    return lines
