"""Draws an answer for a terminal; alone knows Rich."""

from __future__ import annotations

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from immunocli.answers import Answer
from immunocli.blocks import (
    Bars,
    Block,
    Branch,
    Bullets,
    Facts,
    Grid,
    Heading,
    Heat,
    Link,
    Next,
    Paragraph,
)
from immunocli.render.cells import cell
from immunocli.text import clean

# Colour supports words that are always there; it never says anything alone.
_STATUS = {
    "approved": "green", "active": "green", "marketed": "green", "regular": "green",
    "converted": "green", "returned": "green", "accelerated": "yellow", "changed": "yellow",
    "discontinued": "yellow", "listed": "cyan", "by-definition": "cyan", "withdrawn": "bold red",
    "not-approved": "red", "never-approved": "red", "left the market": "yellow",
}  # fmt: skip
_LEAST_WRAPPED = 18
_WIDEST_PROSE = 88
_SVG_WIDTH = 160
# Running text wants more room than names do; other columns make way for it first.
_LEAST_PROSE = 34
_PROSE = frozenset(("summary", "definition", "snippet", "role", "question"))
# Columns whose cells are never broken over lines.
_WHOLE = frozenset(
    ("id", "status", "first_approved", "approved", "converted", "withdrawn", "date", "event", "approval")
)


class Screen:
    """What a terminal can show.

    Args:
        width: in columns.
        colour: whether colours are wanted.
        unicode: whether it can show more than ASCII.
    """

    def __init__(self, width: int, *, colour: bool, unicode: bool) -> None:
        self.width = max(20, width)
        self.colour = colour
        self.unicode = unicode


def drawn(answer: Answer, columns: tuple[str, ...], screen: Screen) -> str:
    """Return the answer as text for that screen, with escape codes only when it has colours."""
    console, out = _console(screen)
    if answer.title:
        console.print(Text(clean(answer.title), style="bold"))
    if answer.blocks:
        console.print(Group(*_drawn(answer.blocks(answer.records), screen)), crop=False)
    elif answer.records:
        console.print(_listing(answer, columns, screen))
    if answer.about_therapies:
        console.print(Text(clean(answer.standing), style="dim"))
    shown = out.getvalue()
    return shown if screen.colour else "\n".join(line.rstrip() for line in shown.split("\n"))


def svg(answer: Answer, title: str) -> str:
    """Return the answer drawn as an SVG picture that needs nothing from the network."""
    import re

    screen = Screen(_SVG_WIDTH, colour=True, unicode=True)
    console, _ = _console(screen, record=True)
    if answer.blocks:
        console.print(Group(*_drawn(answer.blocks(answer.records), screen)))
    console.print(Text(clean(answer.standing), style="dim"))
    # Rich's own frame, without the fonts that a viewer would fetch.
    frame = (Console.export_svg.__kwdefaults__ or {})["code_format"]
    frame = re.sub(r"@font-face \{\{.*?\}\}", "", frame, flags=re.DOTALL)
    return console.export_svg(title=clean(title), code_format=frame)


def _console(screen: Screen, *, record: bool = False) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        record=record,
        _environ={},
    )
    return console, out


def _box(screen: Screen) -> bool:
    return screen.unicode


def _listing(answer: Answer, columns: tuple[str, ...], screen: Screen) -> RenderableType:
    """Return records as a table that fits, or stacked when not even the kept columns fit."""
    chosen_by_user = columns != answer.columns
    shown = columns if chosen_by_user or not answer.narrow else answer.narrow
    label = answer.labels or (lambda column, value: cell(value))
    rows = [[clean(label(column, record[column])) for column in shown] for record in answer.records]
    kept = shown if chosen_by_user else _kept(shown)
    return _fitting(list(shown), rows, kept, _WHOLE, screen)


def _kept(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that no narrowness may drop: what it is, and how it stands."""
    first = ("name", "therapy", "term", "question", "title", "id", "year", "input", "property")
    lead = next((column for column in columns if column in first), columns[0])
    return (lead, *(c for c in columns if c in ("status", "summary", "date", "event", "definition", "role")))


def _fitting(
    columns: list[str],
    rows: list[list[str]],
    kept: tuple[str, ...],
    whole: frozenset[str],
    screen: Screen,
) -> RenderableType:
    """Drop columns from the right until the rest fits; stack them when even the kept do not."""
    places = list(range(len(columns)))

    def least(place: int) -> int:
        cells = [row[place] for row in rows] + [columns[place]]
        if columns[place] in whole:
            return max(map(len, cells))
        longest_word = max((len(word) for one in cells for word in one.split()), default=1)
        room = _LEAST_PROSE if columns[place] in _PROSE else _LEAST_WRAPPED
        return max(longest_word, min(room, max(map(len, cells))))

    leasts = [least(place) for place in places]
    while sum(leasts[place] + 2 for place in places) > screen.width:
        droppable = [place for place in places if columns[place] not in kept]
        if not droppable:
            return _stacked([columns[p] for p in places], [[row[p] for p in places] for row in rows])
        places.remove(droppable[-1])
    table = Table(
        box=SIMPLE_HEAD if screen.unicode else None, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False
    )
    wanted = [
        max(len(line) for row in (columns, *rows) for line in (row[place].split("\n"))) for place in places
    ]
    widths = _shared_out(screen.width - 2 * len(places), [leasts[place] for place in places], wanted)
    for place, width in zip(places, widths, strict=True):
        table.add_column(columns[place].replace("_", " "), overflow="fold", width=width, header_style="bold")
    for row in rows:
        table.add_row(*[_styled(columns[place], row[place]) for place in places])
    return table


def _shared_out(room: int, leasts: list[int], wanted: list[int]) -> list[int]:
    """Return widths from `leasts` on, none wider than wanted, that share the room evenly.

    Rich would do so by itself, but at some widths draws a table wider than the terminal.
    """
    widths = list(leasts)
    while open_ := [place for place, width in enumerate(widths) if width < wanted[place]]:
        step = (room - sum(widths)) // len(open_)
        if step < 1:
            break
        for place in open_:
            widths[place] += min(step, wanted[place] - widths[place])
    return widths


def _stacked(columns: list[str], rows: list[list[str]]) -> RenderableType:
    pieces: list[RenderableType] = []
    for row in rows:
        if row[0]:
            pieces.append(Text(row[0], style="bold", overflow="fold"))
        for name, value in zip(columns[1:], row[1:], strict=True):
            if value:
                line = Text(f"  {name.replace('_', ' ')}: ", style="dim", overflow="fold")
                line.append_text(_styled(name, value))
                pieces.append(line)
    return Group(*pieces)


def _styled(column: str, value: str) -> Text:
    if column in ("status", "event", "verdict", "approval"):
        return Text(value, style=_STATUS.get(value, ""))
    return Text(value, style="bold" if column in ("name", "term", "therapy") else "", overflow="fold")


def _drawn(blocks: list[Block], screen: Screen) -> list[RenderableType]:
    pieces: list[RenderableType] = []
    for number, block in enumerate(blocks):
        if number and isinstance(block, Heading | Next):
            pieces.append(Text(""))
        pieces.append(_block(block, screen))
    return pieces


def _block(block: Block, screen: Screen) -> RenderableType:
    width = min(screen.width, _WIDEST_PROSE)
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, Paragraph):
        return _prose(block.text, width)
    if isinstance(block, Facts):
        return _facts(block, width)
    if isinstance(block, Bullets):
        return _bullets(block, screen, width)
    if isinstance(block, Grid):
        rows = [["\n".join(map(clean, value.split("\n"))) for value in row] for row in block.rows]
        whole = _WHOLE | frozenset(block.whole)
        return _fitting(block.columns, rows, block.kept, whole, screen)
    if isinstance(block, Branch):
        return _tree(block, screen)
    if isinstance(block, Bars):
        return _bars(block, screen)
    if isinstance(block, Heat):
        return _heat(block, screen)
    if isinstance(block, Link):
        url = Text(f"  {clean(block.url)}", style="cyan", no_wrap=True, overflow="ignore")
        return Group(Text(clean(block.text), overflow="fold"), url)
    assert isinstance(block, Next)
    lines = [Text("Next:", style="dim")]
    lines += [Text(f"  {clean(command)}", style="cyan", overflow="fold") for command in block.commands]
    return Group(*lines)


def _heading(block: Heading) -> RenderableType:
    line = Text(clean(block.text), style="bold" if block.level > 1 else "bold cyan", overflow="fold")
    if block.mark:
        line.append("  ")
        line.append(clean(block.mark), style=_STATUS.get(block.mark, "bold"))
    return line


def _prose(text: str, width: int) -> RenderableType:
    paragraphs = [Text(clean(line), overflow="fold") for line in text.split("\n")]
    table = Table(box=None, pad_edge=False, padding=0, show_header=False, width=width)
    table.add_column(overflow="fold")
    for paragraph in paragraphs:
        table.add_row(paragraph)
    return table


def _facts(block: Facts, width: int) -> RenderableType:
    longest = max((len(label) for label, _ in block.pairs), default=0)
    if longest + 2 + _LEAST_WRAPPED > width:
        return _stacked(
            ["", *(label for label, _ in block.pairs)], [["", *(value or "" for _, value in block.pairs)]]
        )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False, width=width)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for label, value in block.pairs:
        table.add_row(Text(clean(label)), Text(clean(value or ""), style=_STATUS.get(value or "", "")))
    return table


def _bullets(block: Bullets, screen: Screen, width: int) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False, width=width)
    table.add_column(width=1)
    table.add_column(overflow="fold", ratio=1)
    for item in block.items:
        line = Text(clean(item), overflow="fold")
        for word in ("WITHDRAWN", "DISCONTINUED"):
            line.highlight_words([word], style=_STATUS[word.lower()])
        table.add_row(Text("•" if screen.unicode else "-", style="dim"), line)
    return table


def _tree(block: Branch, screen: Screen) -> RenderableType:
    def label(branch: Branch) -> Text:
        line = Text(clean(branch.text), overflow="fold")
        if branch.note:
            line.append(f"  {clean(branch.note)}", style="dim")
        return line

    def grow(node: Tree, branch: Branch) -> None:
        for below in branch.below:
            grow(node.add(label(below)), below)

    root = Tree(label(block), guide_style="dim")
    grow(root, block)
    if screen.unicode:
        return root
    return Padding(Text("\n".join(_plain_tree(block, "")), overflow="fold"), 0)


def _plain_tree(branch: Branch, indent: str) -> list[str]:
    lines = [indent + clean(branch.text) + (f"  {clean(branch.note)}" if branch.note else "")]
    for below in branch.below:
        lines += _plain_tree(below, indent + "  ")
    return lines


def _bars(block: Bars, screen: Screen) -> RenderableType:
    """Return a bar a line with its note beside it, or below where there is no room beside."""
    label = max((len(line[0]) for line in block.lines), default=0)
    longest = max((line[1] for line in block.lines), default=0) or 1
    room = max(8, min(longest, (screen.width - label - 4) // 2))
    sign = "█" if screen.unicode else "#"
    lines = [
        (clean(name), sign * max(bool(length), round(length * room / longest)), clean(note))
        for name, length, note in block.lines
    ]
    if screen.width - label - room - 2 < _LEAST_WRAPPED:
        return Group(*(Text(f"{name} {bar}\n  {note}", overflow="fold") for name, bar, note in lines))
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(no_wrap=True, width=room)
    table.add_column(overflow="fold", ratio=1)
    for name, bar, note in lines:
        table.add_row(Text(name), Text(bar, style="cyan"), Text(note, style="dim"))
    return table


_SHADES = ("", "on blue", "on cyan", "on green", "on yellow", "on red")


def _heat(block: Heat, screen: Screen) -> RenderableType:
    """Return a heat map in as many bands of columns as the width needs; the numbers stay."""
    label = max((len(name) for name in block.rows), default=0)
    widths = [max(4, *map(len, name.split())) for name in block.columns]
    if label + max(widths, default=0) + 2 > screen.width:
        rows = [
            [name, *(str(cell or "") for cell in row)]
            for name, row in zip(block.rows, block.cells, strict=True)
        ]
        return _stacked(["", *block.columns], rows)
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
