"""Draws therapies side by side: the first day for each cancer and setting, along the years and in words."""

from __future__ import annotations

from immunocli.figures.sheet import COLORS, INK, PALE, RULE, year_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.figures.sheet import Sheet
    from immunocli.pages.drawings import Beside

_MARKS = ("o", "s", "^", "D")
_LEAST_ROW, _MOST_ROW = 0.235, 0.7
_AXIS = 0.35
_NAME, _DAY = 10.5, 10
# How wide a mark with its rim is, in inches.
_MARK = 0.15


def draw_days(sheet: Sheet, block: Beside) -> None:
    """Draw first what several have, then what each has alone."""
    several = "both" if len(block.names) == 2 else "several"
    shared = [(f"{cancer}, {setting}", days) for cancer, setting, days in block.shared()]
    groups: list[tuple[str, list[tuple[str, Sequence[str]]]]] = [(several, shared)]
    for place, name in enumerate(block.names):
        rows: list[tuple[str, Sequence[str]]] = []
        for cancer, setting, day in block.alone(place):
            days = [day if one == place else "" for one in range(len(block.names))]
            rows.append((f"{cancer}, {setting}", days))
        groups.append((f"{name} alone", rows))
    lines: list[tuple[str, Any]] = []
    for title, held in groups:
        if held:
            lines += [(title, None), *held]
    column = max(0.8, sheet.widest([word for name in block.names for word in name.split()], _DAY, bold=True))
    heads = [sheet.wrapped(name, _DAY, column, bold=True) for name in block.names]
    column += 0.25
    head = 0.12 + 0.18 * max(map(len, heads))
    row = min(_MOST_ROW, max(_LEAST_ROW, (sheet.room() - head - _AXIS) / len(lines)))
    high = row * len(lines)
    low = sheet.lay_out(high + head + _AXIS) + _AXIS
    names = sheet.widest([label for label, _ in lines], _NAME, bold=True) + 0.2
    left, right = sheet.left + names, sheet.right - column * len(block.names)
    axes = sheet.axes(left, low, right - left - 0.2, high)
    axes.set_ylim(0, len(lines))
    dates = [year_of(day[:10].strip()) for _, _, days in block.rows for day in days if day]
    first = int(min(dates))
    last = max(first + 3.0, int(max(dates)) + 1.0)
    sheet.years(axes, first, last, above=False)
    along = (right - left - 0.2) / (last - first)
    for across, told in enumerate(heads):
        for up, line in enumerate(reversed(told)):
            x, y = right + column * across, low + high + 0.12 + 0.18 * up
            sheet.write(x, y, line, _DAY, weight="bold")
    for place, (label, days) in enumerate(lines):
        middle = len(lines) - place - 0.5
        y = low + row * middle
        if days is None:
            sheet.write(sheet.left, y - 0.03, label, _NAME, weight="bold")
            axes.axhspan(middle - 0.5, middle + 0.5, color="white", zorder=1)
            continue
        sheet.write(left - 0.12, y, label, _NAME, ha="right")
        axes.axhline(middle - 0.5, color=RULE, linewidth=0.4, zorder=0)
        _row(axes, days, middle, along)
        for across, day in enumerate(days):
            sheet.write(right + column * across, y, day[:10] or "-", _DAY, color=INK if day else PALE)
    _legend(sheet, block)


def _row(axes: Any, days: Sequence[str], middle: float, along: float) -> None:
    """Draw the marks of a row; `along` is how many inches a year is: marks of near days stand side by side."""
    found = sorted((year_of(day[:10].strip()), place, day) for place, day in enumerate(days) if day)
    axes.plot([found[0][0], found[-1][0]], [middle, middle], color="#bfbfbf", linewidth=1.4, zorder=2)
    near: list[list[tuple[float, int, str]]] = []
    for mark in found:
        if near and (mark[0] - near[-1][-1][0]) * along < _MARK:
            near[-1].append(mark)
        else:
            near.append([mark])
    for group in near:
        center = sum(year for year, *_ in group) / len(group)
        group.sort(key=lambda mark: mark[:2])
        for order, (_, place, day) in enumerate(group):
            shifted = center + (order - (len(group) - 1) / 2) * _MARK / along
            _mark(axes, shifted, middle, place, accelerated=day.endswith("accelerated"))


def _mark(axes: Any, x: float, y: float, place: int, *, accelerated: bool) -> None:
    color = COLORS[place]
    # A white rim parts marks of days that are near each other.
    axes.plot([x], [y], marker=_MARKS[place], markersize=10, color="white", zorder=3, clip_on=False)
    axes.plot(
        [x], [y], marker=_MARKS[place], markersize=7, color=color, markeredgecolor=color, markeredgewidth=1.4,
        markerfacecolor="white" if accelerated else color, linestyle="none", zorder=3, clip_on=False,
    )  # fmt: skip


def _legend(sheet: Sheet, block: Beside) -> None:
    x, y = sheet.left, sheet.legend_at
    lead = "first approval, by cancer and setting:"
    sheet.write(x, y, lead, 11)
    x += sheet.text_width(lead, 11) + 0.25
    entries = [(name, place, False) for place, name in enumerate(block.names)]
    if any(day.endswith("accelerated") for _, _, days in block.rows for day in days):
        entries.append(("hollow: still accelerated", 0, True))
    for told, place, hollow in entries:
        axes = sheet.axes(x, y - 0.1, 0.2, 0.2)
        axes.set_xticks([])
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        _mark(axes, 0.5, 0.5, place, accelerated=hollow)
        sheet.write(x + 0.3, y, told, 11)
        x += 0.3 + sheet.text_width(told, 11) + 0.4
