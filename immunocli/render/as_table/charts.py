"""Lanes along the years, first days side by side."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from immunocli.pages.drawings import ENDED, UNKNOWN, Beside, Lanes
from immunocli.render.as_table.fitting import fit, wide, wrapped
from immunocli.render.as_table.listings import stacked, table
from immunocli.render.as_table.screens import Screen
from immunocli.text import clean

_LONGEST_NAME, SHORTEST_NAME = 32, 20
_A_DAY = 10
_FEW_CELLS = 10


def lanes(block: Lanes, screen: Screen) -> RenderableType:
    """Return a lane a line: regular and accelerated told apart by sign and color, dates beside it."""
    names_told = [clean(name) for name, *_ in block.lines]
    note = [Text(clean(block.note), style="dim", overflow="fold")] if block.note else []
    longest = max(map(wide, names_told))
    shortest = max(min(longest, SHORTEST_NAME), *(wide(word) for name in names_told for word in name.split()))
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
        if not begun:
            lines += [Text(one, style="bold underline") for one in wrapped(clean(name), screen.width)]
            continue
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


# Running lines are no wider: longer ones are hard to read.
_WIDEST = 100


def beside(block: Beside, screen: Screen) -> RenderableType:
    """Return what several share as a table, then what each has alone in running lines."""
    several = "both, since" if len(block.names) == 2 else "two or more, since"
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
            lead = f"{clean(name)}, not the other{'s' * (len(block.names) > 2)}:"
            pieces += _led(lead, told, min(screen.width, _WIDEST))
    if not block.rows:
        pieces.append(Text("no use of any of them stands in the label"))
    if any(day.endswith("accelerated") for _, _, days in block.rows for day in days):
        pieces.append(Text("* accelerated approval", style="dim"))
    if any(day.endswith("unknown") for _, _, days in block.rows for day in days):
        pieces.append(Text("? whether still approved is not known", style="dim"))
    return Group(*pieces)


def _led(lead: str, told: str, width: int) -> list[RenderableType]:
    """Return running lines whose lead is bold, over as many of them as it takes."""
    left = len(lead)
    lines: list[RenderableType] = []
    for line in wrapped(f"{lead} {told}", width):
        text = Text(line)
        text.stylize("bold", 0, max(0, min(left, len(line))))
        left -= len(line) + 1
        lines.append(text)
    return lines


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
