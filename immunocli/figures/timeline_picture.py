"""Draws a timeline: a lane for each therapy, what is accelerated paler and hatched."""

from __future__ import annotations

from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from immunocli.figures.sheet import COLORS, ENDED, INK, PALE, RULE, SMALL, year_of
from immunocli.pages.drawings import ENDED as UNKNOWN_END
from immunocli.pages.drawings import UNKNOWN, last_known, last_seen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.figures.sheet import Sheet
    from immunocli.pages.drawings import Lanes

_STYLES: dict[str, dict[str, Any]] = {
    "regular": {"facecolor": COLORS[0], "edgecolor": COLORS[0], "linewidth": 0.8},
    "accelerated": {"facecolor": "#d6e8f5", "edgecolor": COLORS[0], "linewidth": 0.8},
}
# A lane at its lowest, at its lowest with two lines beside it, as it is best, and at its highest.
_LEAST_ROW, _TWO_LINES, _GOOD_ROW, _MOST_ROW = 0.25, 0.34, 0.4, 0.7
_AXIS = 0.35
_NAME = 11
# A name that is longer stands in two lines.
_LONGEST = 3.2
# So wide are the years at least, where the sheet is small.
_LEAST_YEARS = 3.2
# Between two strokes of what is hatched. They are drawn as lines: many viewers show no SVG pattern.
_STROKE = 0.075
# So many pieces make what fades out.
_PIECES = 48


def draw_lanes(sheet: Sheet, block: Lanes) -> None:
    """Draw the lanes from the earliest above to the latest below."""
    if block.note:
        sheet.source = f"{block.note}. {sheet.source}"
    count = len(block.lines)
    many = count > 30
    edges = _AXIS * (2 if many else 1)
    labels = [_label(sheet, name) for name, *_ in block.lines]
    notes_told = [note for *_, note in block.cells(1)]
    names = max(sheet.widest(lines, size) for lines, size in labels) + 0.2
    notes = sheet.widest(notes_told, SMALL) + 0.2
    key = _key(block)
    sheet.fit(count * _GOOD_ROW + edges, max(names + notes + _LEAST_YEARS, _key_width(sheet, key)))
    least = _TWO_LINES if any(len(lines) > 1 for lines, _ in labels) else _LEAST_ROW
    row = min(_MOST_ROW, max(least, (sheet.room() - edges) / count))
    low = sheet.lay_out(row * count + edges) + _AXIS
    left, right = sheet.left + names, sheet.right - notes
    axes = sheet.axes(left, low, right - left, row * count)
    today = year_of(block.day)
    first = int(min(year_of(line[2]) for line in block.lines if line[2]))
    last = max(today, first + 1.0)
    axes.set_ylim(0, count)
    sheet.years(axes, first, last, above=many)
    thick, scale = 0.62, (right - left) / (last - first)
    for place, (_, segments, _, ended, _) in enumerate(block.lines):
        middle = count - place - 0.5
        for one in segments:
            lasts = one["to"] in ("", UNKNOWN)
            start, end = year_of(one["from"]), today if lasts else year_of(one["to"])
            if one["to"] == UNKNOWN:
                end = year_of(last_known(one, block.day))
                seen = year_of(last_seen(one))
                if seen > start:
                    _bar(axes, (start, middle - thick / 2, seen - start, thick), one["approval"], row, scale)
                    start = seen
            bar = (start, middle - thick / 2, max(end - start, (last - first) * 0.002), thick)
            if one["to"] == UNKNOWN:
                _fading(axes, bar)
            else:
                _bar(axes, bar, one["approval"], row, scale)
        if ended:
            known = ended != UNKNOWN
            at = year_of(ended) if known else year_of(last_known(segments[-1], block.day))
            _mark_end(axes, at, middle, known=known)
        y = low + middle * row
        lines, size = labels[place]
        one_line = {"va": "center_baseline"} if len(lines) == 1 else {"linespacing": 1.0}
        weight = "normal" if segments else "bold"  # what stands above others has no lane
        sheet.write(left - 0.12, y, "\n".join(lines), size, ha="right", weight=weight, **one_line)
        sheet.write(right + 0.12, y, notes_told[place], SMALL, color=PALE, va="center_baseline")
        if place:
            axes.axhline(count - place, color=RULE, linewidth=0.4, zorder=0)
    axes.axvline(last, color=PALE, linewidth=1.2, zorder=1)
    _legend(sheet, key)


def _bar(axes: Any, place: tuple[float, float, float, float], approval: str, up: float, along: float) -> None:
    """Draw a stretch of a lane; `up` and `along` are how many inches one unit of each axis is."""
    x, y, width, high = place
    axes.add_patch(Rectangle((x, y), width, high, zorder=2, **_STYLES[approval]))
    if approval != "accelerated":
        return
    wide, tall = width * along, high * up
    strokes = []
    start = -tall + _STROKE / 2
    while start < wide:
        ends = [(max(start, 0.0), max(start, 0.0) - start)]
        ends.append((min(start + tall, wide), min(start + tall, wide) - start))
        strokes.append([(x + across / along, y + over / up) for across, over in ends])
        start += _STROKE
    axes.add_collection(LineCollection(strokes, colors=COLORS[0], linewidths=0.7, zorder=2.5), autolim=False)


def _fading(axes: Any, place: tuple[float, float, float, float]) -> None:
    """Draw a stretch that ended nobody knows when: paler and paler, in plain pieces without a seam."""
    x, y, width, high = place
    for piece in range(_PIECES, 0, -1):
        share = piece / _PIECES
        shade = tuple(part + (1 - part) * share for part in to_rgb(COLORS[0]))
        axes.add_patch(Rectangle((x, y), width * share, high, zorder=2, facecolor=shade, linewidth=0))


def _label(sheet: Sheet, name: str) -> tuple[list[str], float]:
    """Return a lane's name in lines, and their size."""
    for size in (_NAME, SMALL):
        if sheet.text_width(name, size) <= _LONGEST:
            return [name], size
    return sheet.wrapped(name, SMALL, _LONGEST), SMALL


def _mark_end(axes: Any, x: float, y: float, *, known: bool) -> None:
    """Mark an end; hollow where its day is not known."""
    style: dict[str, Any] = {"marker": "X", "markersize": 9, "color": ENDED, "markeredgecolor": "white"}
    if not known:
        style |= {"markerfacecolor": "white", "markeredgecolor": ENDED, "markeredgewidth": 1.2}
    axes.plot([x], [y], zorder=4, clip_on=False, **style)


def _key(block: Lanes) -> list[tuple[str, str]]:
    """Return what the legend explains: how it is drawn, and what it means."""
    told = [("regular", "regular approval"), ("accelerated", "accelerated approval alone")]
    if any(ended not in ("", UNKNOWN) for *_, ended, _ in block.lines):
        told.append(("ended", "no use is left in the label"))
    return [*told, ("unknown", UNKNOWN_END)] if block.unknown else told


def _key_width(sheet: Sheet, key: Sequence[tuple[str, str]]) -> float:
    return sum(_sign_width(kind) + sheet.text_width(told, _NAME) + 0.4 for kind, told in key) - 0.4


def _sign_width(kind: str) -> float:
    return 0.52 if kind in _STYLES else 0.3


def _legend(sheet: Sheet, key: Sequence[tuple[str, str]]) -> None:
    x, y = sheet.left, sheet.legend_at
    for kind, told in key:
        lane = kind in _STYLES
        wide, high = (0.42, 0.16) if lane else (0.2, 0.2)
        axes = sheet.axes(x, y - high / 2, wide, high)
        axes.set_xticks([])
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        if lane:
            _bar(axes, (0, 0, 1, 1), kind, high, wide)
        else:
            _mark_end(axes, 0.5, 0.5, known=kind == "ended")
        sheet.write(x + _sign_width(kind), y, told, _NAME, color=INK)
        x += _sign_width(kind) + sheet.text_width(told, _NAME) + 0.4
