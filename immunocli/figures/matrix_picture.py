"""Draws a matrix: counts of therapies in one hue, the number in each cell."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from immunocli.figures.sheet import INK, LINE, PALE, RULE, SMALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.figures.sheet import Sheet
    from immunocli.pages.drawings import Heat

_LIGHT, _DARK = (222, 235, 247), (8, 48, 107)
_LEAST_ROW, _GOOD_ROW, _MOST_ROW = 0.235, 0.38, 1.1
_NAME = _NUMBER = SMALL
_GAP = 0.4
# From here on white has more contrast with a shade than ink has.
_HALF_DARK = 0.58
# So many rows stand one below the other; more go beside them while there is room.
_A_STACK = 26
_FEW_COLUMNS, _MOST_COLUMN = 8, 2.0
_KEY, _STEPS = "therapies with a use in the label:", 6


def draw_counts(sheet: Sheet, block: Heat) -> None:
    """Draw the counts, in two stacks side by side when they are many rows of few columns."""
    few = len(block.columns) <= _FEW_COLUMNS
    names = sheet.widest(block.rows, _NAME) + 0.2
    # Where half of the sheet would stay empty, the rows are few as well.
    half = names + _MOST_COLUMN * len(block.columns) <= (sheet.right - sheet.left) / 2
    stacks = 2 if few and len(block.rows) > (_A_STACK // 2 if half else _A_STACK) else 1
    a_stack = -(-len(block.rows) // stacks)
    if few and stacks == 1:
        least = max(names + sum(_least(sheet, block.columns, _NAME)), _key_width(sheet))
        sheet.fit(a_stack * _GOOD_ROW + 3 * LINE, least)
    room = (sheet.right - sheet.left - _GAP * (stacks - 1)) / stacks - names
    size, widths = _widths(sheet, block.columns, room) if few else (_NAME, _narrow(len(block.columns), room))
    heads = [[name] for name in block.columns]
    head = sheet.widest(block.columns, size) + 0.15
    if few:
        heads = [
            sheet.wrapped(name, size, width - 0.06) for name, width in zip(block.columns, widths, strict=True)
        ]
        head = LINE * max(map(len, heads)) + 0.12
    row = min(_MOST_ROW, max(_LEAST_ROW, (sheet.room() - head) / a_stack))
    wide = stacks * (names + sum(widths)) + (stacks - 1) * _GAP
    low = sheet.lay_out(row * a_stack + head, width=wide)
    most_count = max((count for cells in block.cells for count in cells), default=1) or 1
    for stack in range(stacks):
        part = slice(stack * a_stack, (stack + 1) * a_stack)
        left = sheet.left + names + stack * (names + sum(widths) + _GAP)
        top = low + row * a_stack
        _stack(sheet, block.rows[part], block.cells[part], (left, top, row), widths, most_count)
        for lines, width, before in zip(heads, widths, befores(widths), strict=True):
            x = left + before + width / 2
            if few:
                for up, line in enumerate(reversed(lines)):
                    sheet.write(x, top + 0.12 + LINE * up, line, size, ha="center")
            else:
                sheet.write(x, top + 0.08, lines[0], size, ha="center", va="bottom", rotation=90)
    _legend(sheet, most_count)


def befores(widths: Sequence[float]) -> list[float]:
    """Return how much lies left of each column."""
    return [sum(widths[:place]) for place in range(len(widths))]


def _least(sheet: Sheet, columns: Sequence[str], size: float) -> list[float]:
    """Return widths that hold the longest words of the heads."""
    return [max(0.5, sheet.widest(name.split(), size) + 0.1) for name in columns]


def _widths(sheet: Sheet, columns: Sequence[str], room: float) -> tuple[float, list[float]]:
    """Return the size of the heads, and widths that hold their longest words: alike where there is room."""
    for size in (_NAME, 10, 9.5, 9):  # smaller only where two stacks stand side by side
        widths = _least(sheet, columns, size)
        if sum(widths) <= room:
            break
    even = min(_MOST_COLUMN, room / len(columns))
    if max(widths) <= even:
        return size, [even] * len(columns)
    spare = max(0.0, min(room, _MOST_COLUMN * len(columns)) - sum(widths)) / len(columns)
    return size, [width + spare for width in widths]


def _narrow(count: int, room: float) -> list[float]:
    """Return widths of columns with turned heads: as narrow as lines of text may stand, so that the sheet stays small."""
    return [max(LINE, min(0.6, room / count))] * count


def _stack(
    sheet: Sheet,
    rows: Sequence[str],
    cells: Sequence[Sequence[int]],
    place: tuple[float, float, float],
    widths: Sequence[float],
    most: int,
) -> None:
    left, top, row = place
    high, starts = len(rows), befores(widths)
    axes = sheet.axes(left, top - row * high, sum(widths), row * high)
    axes.set_xticks([])
    axes.set_xlim(0, sum(widths))
    axes.set_ylim(0, high)
    for down, (name, counts) in enumerate(zip(rows, cells, strict=True)):
        y = top - row * (down + 0.5)
        sheet.write(left - 0.1, y, name, _NAME, ha="right", va="center_baseline")
        for count, before, width in zip(counts, starts, widths, strict=True):
            shade, ink = _shade(count, most)
            corner = (before, high - down - 1)
            axes.add_patch(Rectangle(corner, width, 1, facecolor=shade, edgecolor="white", linewidth=1.2))
            if count:
                x = left + before + width / 2
                sheet.write(x, y, str(count), _NUMBER, ha="center", va="center_baseline", color=ink)


def _shade(count: int, most: int) -> tuple[str, str]:
    """Return the color of a cell and of the number in it."""
    if not count:
        return "#f7f7f7", PALE
    share = (count - 1) / max(most - 1, 1)
    shade = [round(light + (dark - light) * share) for light, dark in zip(_LIGHT, _DARK, strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*shade), "white" if share > _HALF_DARK else INK


def _key_width(sheet: Sheet) -> float:
    return sheet.text_width(_KEY, _NAME) + 0.15 + 0.46 * _STEPS


def _legend(sheet: Sheet, most: int) -> None:
    x, y = sheet.left, sheet.legend_at
    sheet.write(x, y, _KEY, _NAME)
    x += sheet.text_width(_KEY, _NAME) + 0.15
    # A cell without a number is one without a therapy: 0 is nowhere written.
    steps = sorted({1, *(round(1 + (most - 1) * part / (_STEPS - 2)) for part in range(1, _STEPS - 1))})
    for count in steps:
        shade, ink = _shade(count, most)
        axes = sheet.axes(x, y - 0.11, 0.42, 0.22)
        axes.set_xticks([])
        axes.add_patch(Rectangle((0, 0), 1, 1, facecolor=shade, edgecolor=RULE, linewidth=0.6))
        sheet.write(x + 0.21, y, str(count), _NUMBER, ha="center", va="center_baseline", color=ink)
        x += 0.46
