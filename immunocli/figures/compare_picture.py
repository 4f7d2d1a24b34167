"""Draws therapies side by side: the first day for each cancer and setting, along the years and in words."""

from __future__ import annotations

from immunocli.figures.sheet import COLORS, INK, LINE, PALE, RULE, SMALL, year_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.figures.sheet import Sheet
    from immunocli.pages.drawings import Beside

_MARKS = ("o", "s", "^", "D")
_LEAST_ROW, _GOOD_ROW, _MOST_ROW = 0.235, 0.36, 0.7
_AXIS = 0.35
_NAME = _DAY = SMALL
# So wide are the years at least, where the sheet is small.
_LEAST_YEARS = 3.0
_LEAD, _LEGEND = "first approval, by cancer and setting", 11
# How wide a mark with its rim is, in inches.
_MARK = 0.15
# How much room a mark takes before what it stands for.
_SIGN = 0.25


def draw_days(sheet: Sheet, block: Beside) -> None:
    """Draw first what several have, then what each has alone."""
    several = "both" if len(block.names) == 2 else "two or more"
    shared = [(f"{cancer}, {setting}", days) for cancer, setting, days in block.shared()]
    groups: list[tuple[str, list[tuple[str, Sequence[str]]]]] = [(several, shared)]
    for place, name in enumerate(block.names):
        rows: list[tuple[str, Sequence[str]]] = []
        for cancer, setting, day in block.alone(place):
            days = [day if one == place else "" for one in range(len(block.names))]
            rows.append((f"{cancer}, {setting}", days))
        groups.append((f"{name}, not the other{'s' * (len(block.names) > 2)}", rows))
    lines: list[tuple[str, Any]] = []
    for title, held in groups:
        if held:
            lines += [(title, None), *held]
    column = max(0.8, sheet.widest([word for name in block.names for word in name.split()], _DAY, bold=True))
    heads = [sheet.wrapped(name, _DAY, column, bold=True) for name in block.names]
    column += _SIGN + 0.25
    head = 0.12 + LINE * max(map(len, heads))
    names = sheet.widest([label for label, _ in lines], _NAME, bold=True) + 0.2
    wide = names + _LEAST_YEARS + column * len(block.names)
    sheet.fit(len(lines) * _GOOD_ROW + head + _AXIS, wide)
    row = min(_MOST_ROW, max(_LEAST_ROW, (sheet.room() - head - _AXIS) / len(lines)))
    high = row * len(lines)
    low = sheet.lay_out(high + head + _AXIS, width=wide) + _AXIS
    left, right = sheet.left + names, sheet.right - column * len(block.names)
    axes = sheet.axes(left, low, right - left - 0.2, high)
    axes.set_ylim(0, len(lines))
    dates = [year_of(day[:10].strip()) for _, _, days in block.rows for day in days if day]
    first = int(min(dates))
    last = max(first + 3.0, int(max(dates)) + 1.0)
    sheet.years(axes, first, last, above=False)
    along = (right - left - 0.2) / (last - first)
    for across, told in enumerate(heads):
        x, y = right + column * across, low + high + 0.12
        for up, line in enumerate(reversed(told)):
            sheet.write(x + _SIGN, y + LINE * up, line, _DAY, weight="bold")
        _sign(sheet, x, y + LINE * (len(told) - 1), across)
    for place, (label, days) in enumerate(lines):
        middle = len(lines) - place - 0.5
        y = low + row * middle
        if days is None:
            sheet.write(sheet.left, y - 0.03, label, _NAME, weight="bold")
            axes.axhspan(middle - 0.5, middle + 0.5, color="white", zorder=1)
            continue
        sheet.write(left - 0.12, y, label, _NAME, ha="right", va="center_baseline")
        axes.axhline(middle - 0.5, color=RULE, linewidth=0.4, zorder=0)
        _row(axes, days, middle, along)
        for across, day in enumerate(days):
            ink = INK if day else PALE
            x = right + column * across + _SIGN
            sheet.write(x, y, day[:10] or "-", _DAY, color=ink, va="center_baseline")
    _legend(sheet, block)


# What a day may be followed by that is no plain approval.
_HOLLOW_SAID = {"accelerated": "still accelerated", "unknown": "whether still approved is not known"}
_HOLLOW = tuple(_HOLLOW_SAID)


def _row(axes: Any, days: Sequence[str], middle: float, along: float) -> None:
    """Draw the marks of a row; `along` is how many inches a year is: marks of near days stand side by side."""
    found = sorted((year_of(day[:10].strip()), place, day) for place, day in enumerate(days) if day)
    axes.plot([found[0][0], found[-1][0]], [middle, middle], color="#bfbfbf", linewidth=1.4, zorder=2)
    near: list[list[tuple[float, int, str]]] = []
    for mark in found:
        near.append([mark])
        while len(near) > 1 and (_begin(near[-1], along) - _begin(near[-2], along)) * along < (
            len(near[-2]) * _MARK
        ):  # those that were set apart may now lie on the ones before
            last = near.pop()
            near[-1] += last
    for group in near:
        for order, (_, place, day) in enumerate(group):
            shifted = _begin(group, along) + order * _MARK / along
            _mark(axes, shifted, middle, place, accelerated=day.endswith(_HOLLOW))


def _begin(group: Sequence[tuple[float, int, str]], along: float) -> float:
    """Return where the first of some marks stands when they are side by side around their middle."""
    center = sum(year for year, *_ in group) / len(group)
    return center - (len(group) - 1) / 2 * _MARK / along


def _mark(axes: Any, x: float, y: float, place: int, *, accelerated: bool) -> None:
    color = COLORS[place]
    # A white rim parts marks of days that are near each other.
    axes.plot([x], [y], marker=_MARKS[place], markersize=10, color="white", zorder=3, clip_on=False)
    axes.plot(
        [x], [y], marker=_MARKS[place], markersize=7, color=color, markeredgecolor=color, markeredgewidth=1.4,
        markerfacecolor="white" if accelerated else color, linestyle="none", zorder=3, clip_on=False,
    )  # fmt: skip


def _sign(sheet: Sheet, x: float, y: float, place: int, *, accelerated: bool = False) -> None:
    """Draw the mark of what is written at a place."""
    axes = sheet.axes(x, y - 0.1, 0.2, 0.2)
    axes.set_xticks([])
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    _mark(axes, 0.5, 0.5, place, accelerated=accelerated)


def _legend(sheet: Sheet, block: Beside) -> None:
    x, y = sheet.left, sheet.legend_at
    sheet.write(x, y, _LEAD, _LEGEND)
    told = [day for _, _, days in block.rows for day in days]
    hollow = [said for mark, said in _HOLLOW_SAID.items() if any(day.endswith(mark) for day in told)]
    if hollow:
        x += sheet.text_width(_LEAD, _LEGEND) + 0.3
        _sign(sheet, x, y, 0, accelerated=True)
        sheet.write(x + _SIGN, y, f"hollow: {', or '.join(hollow)}", _LEGEND)
