"""Draws since when each of several therapies is approved for which cancer: a column each, the year in the cell."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from immunocli.errors import UsageError
from immunocli.figures.matrix_picture import befores
from immunocli.figures.sheet import COLORS, INK, LINE, RULE, SMALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.figures.sheet import Sheet
    from immunocli.pages.drawings import Since

_LEAST_ROW, _GOOD_ROW, _MOST_ROW = 0.22, 0.36, 1.1
# A year fits the least column; more columns than the most are no picture that can be read.
_LEAST_COLUMN, _MOST_COLUMN, _MOST = 0.48, 1.5, 40
_FILL = {"regular": (COLORS[0], "white"), "accelerated alone": ("#cfe3f1", INK)}
_KEY = "year of the first approval:"


def draw_since(sheet: Sheet, block: Since) -> None:
    """Draw a cell for each cancer and therapy; the heads lie flat where the columns are wide enough.

    Raises:
        UsageError: there are too many columns.
    """
    count = len(block.columns)
    if count > _MOST:
        told = f"a picture has room for {_MOST} therapies, not for {count}: narrow them by --cancer, --type or --target"
        raise UsageError(told, advice="immuno matrix -o matrix.svg")
    names = sheet.widest(block.rows, SMALL) + 0.2
    word = max(
        _LEAST_COLUMN, sheet.widest([part for name in block.columns for part in name.split()], SMALL) + 0.12
    )
    flat = names + word * count <= sheet.right - sheet.left
    least = names + (word if flat else _LEAST_COLUMN) * count
    sheet.fit(len(block.rows) * _GOOD_ROW + 3 * LINE, max(least, _key_width(sheet)))
    room = sheet.right - sheet.left - names
    width = max(word if flat else _LEAST_COLUMN, min(_MOST_COLUMN, room / count))
    heads = [sheet.wrapped(name, SMALL, width - 0.06) if flat else [name] for name in block.columns]
    high = LINE * max(map(len, heads)) + 0.12 if flat else sheet.widest(block.columns, SMALL) + 0.15
    row = min(_MOST_ROW, max(_LEAST_ROW, (sheet.room() - high) / len(block.rows)))
    widths = [width] * count
    low = sheet.lay_out(row * len(block.rows) + high, width=names + sum(widths))
    left, top = sheet.left + names, low + row * len(block.rows)
    _cells(sheet, block, (left, low, row), widths)
    for lines, before in zip(heads, befores(widths), strict=True):
        x = left + before + width / 2
        for up, line in enumerate(reversed(lines)):
            if flat:
                sheet.write(x, top + 0.12 + LINE * up, line, SMALL, ha="center")
            else:
                sheet.write(x, top + 0.08, line, SMALL, ha="center", va="bottom", rotation=90)
    _legend(sheet, block)


def _cells(sheet: Sheet, block: Since, place: tuple[float, float, float], widths: list[float]) -> None:
    left, low, row = place
    high = len(block.rows)
    axes = sheet.axes(left, low, sum(widths), row * high)
    axes.set_xticks([])
    axes.set_xlim(0, sum(widths))
    axes.set_ylim(0, high)
    for down, (name, days) in enumerate(zip(block.rows, block.cells, strict=True)):
        y = low + row * (high - down - 0.5)
        sheet.write(left - 0.1, y, name, SMALL, ha="right", va="center_baseline")
        for day, before, width in zip(days, befores(widths), widths, strict=True):
            shade, ink = _FILL[_how(day)] if day else ("#f7f7f7", INK)
            corner = (before, high - down - 1)
            axes.add_patch(Rectangle(corner, width, 1, facecolor=shade, edgecolor="white", linewidth=1.2))
            if day:
                x = left + before + width / 2
                sheet.write(x, y, day[:4], SMALL, ha="center", va="center_baseline", color=ink)


def _how(day: str) -> str:
    return "accelerated alone" if day.endswith("accelerated") else "regular"


def _key_width(sheet: Sheet) -> float:
    return sheet.text_width(_KEY, SMALL) + sum(sheet.text_width(one, SMALL) + 0.75 for one in _FILL)


def _legend(sheet: Sheet, block: Since) -> None:
    x, y = sheet.left, sheet.legend_at
    sheet.write(x, y, _KEY, SMALL)
    x += sheet.text_width(_KEY, SMALL) + 0.2
    for how in dict.fromkeys(sorted((_how(day) for row in block.cells for day in row if day), reverse=True)):
        axes = sheet.axes(x, y - 0.11, 0.3, 0.22)
        axes.set_xticks([])
        axes.add_patch(Rectangle((0, 0), 1, 1, facecolor=_FILL[how][0], edgecolor=RULE, linewidth=0.6))
        sheet.write(x + 0.38, y, how, SMALL)
        x += 0.38 + sheet.text_width(how, SMALL) + 0.25
