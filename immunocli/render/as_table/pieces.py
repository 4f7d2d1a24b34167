"""The pieces of a page: headings, facts, prose, lists, trees."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph, never_a_block
from immunocli.pages.drawings import Beside, Branch, Heat, Lanes, Link, News, Since
from immunocli.render.as_table.charts import beside, lanes, packed
from immunocli.render.as_table.crossed import heat, since
from immunocli.render.as_table.fitting import wrapped
from immunocli.render.as_table.listings import WHOLE, fitting, stacked
from immunocli.render.as_table.screens import STATUS, Screen
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.pages.blocks import Block

_WIDEST_PROSE = 88
# Room for text beside a label, below which they stand one below the other.
_LEAST_BESIDE = 18


def drawn_blocks(blocks: list[Block], screen: Screen) -> list[RenderableType]:
    """Return blocks as what Rich prints, with space before headings."""
    pieces: list[RenderableType] = []
    for number, block in enumerate(blocks):
        # What leads on stands right below the line on sources.
        close = isinstance(block, Next) and isinstance(blocks[number - 1], Paragraph)
        if number and isinstance(block, Heading | Next) and not close:
            pieces.append(Text(""))
        pieces.append(_block(block, screen))
    return pieces


def _block(block: Block, screen: Screen) -> RenderableType:
    width = min(screen.width, _WIDEST_PROSE)
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _prose(block.text, width, block.urgent)
        case Facts():
            return _facts(block, width)
        case Bullets():
            return _bullets(block, screen, width)
        case Grid():
            rows = [["\n".join(map(clean, value.split("\n"))) for value in row] for row in block.rows]
            whole = WHOLE | frozenset(block.whole)
            return fitting(block.columns, rows, block.kept, whole, screen)
        case Branch():
            return _tree(block, screen)
        case Lanes():
            return lanes(block, screen)
        case Beside():
            return beside(block, screen)
        case News():
            return _news(block, screen)
        case Heat():
            return heat(block, screen)
        case Since():
            return since(block, screen)
        case Link():
            url = Text(f"  {clean(block.url)}", style="cyan", no_wrap=True, overflow="ignore")
            said = [Padding(Text(clean(one), overflow="fold"), (0, 0, 0, 2)) for one in block.said]
            return Group(Text(clean(block.text), overflow="fold"), url, *said)
        case Next():
            return _next(block, screen)
        case _ as never:
            never_a_block(never)


def _heading(block: Heading) -> RenderableType:
    look = STATUS["warning"] if block.urgent else "bold" if block.level > 1 else "bold cyan"
    line = Text(clean(block.text), style=look, overflow="fold")
    if block.mark:
        line.append("  ")
        line.append(clean(block.mark), style=STATUS.get(block.mark.partition(" for ")[0], "bold"))
    return line


def _prose(text: str, width: int, urgent: str) -> RenderableType:
    paragraphs = [Text(clean(line), overflow="fold") for line in text.split("\n")]
    paragraphs[0].stylize(STATUS["warning"], 0, len(clean(urgent)))
    table = Table(box=None, pad_edge=False, padding=0, show_header=False, width=width)
    table.add_column(overflow="fold")
    for paragraph in paragraphs:
        table.add_row(paragraph)
    return table


def _facts(block: Facts, width: int) -> RenderableType:
    longest = max((len(label) for label, _ in block.pairs), default=0)
    if longest + 2 + _LEAST_BESIDE > width:
        return stacked(
            ["", *(label for label, _ in block.pairs)], [["", *(value or "" for _, value in block.pairs)]]
        )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False, width=width)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for label, value in block.pairs:
        look = STATUS["warning"] if label.isupper() else "dim"  # a warning is never faint
        table.add_row(
            Text(clean(label), style=look), Text(clean(value or ""), style=STATUS.get(value or "", ""))
        )
    return table


def _bullets(block: Bullets, screen: Screen, width: int) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False, width=width)
    table.add_column(width=1)
    table.add_column(overflow="fold", ratio=1)
    for item in block.items:
        line = Text(clean(item), overflow="fold")
        for word in ("WITHDRAWN", "REVOKED", "REPLACED"):
            line.highlight_words([word], style=STATUS[word.lower()])
        table.add_row(Text("•" if screen.unicode else "-", style="dim"), line)
    return table


# What the word of a conversion goes on with.
_TO = " to regular"


def _news(block: News, screen: Screen) -> RenderableType:
    """Return a day, and below it what happened: the kind of decision in a column, the text beside it."""
    width = min(screen.width, _WIDEST_PROSE)
    column = 16 if width >= 50 else 2
    lines: list[RenderableType] = [Text(clean(block.day), style="bold cyan")]
    for event, who, told in block.entries:
        style = STATUS.get(
            event.partition(" (")[0].partition(", ")[0].removesuffix(_TO).replace(" ", "-"), ""
        )
        texts = [(clean(who), "bold")] + [(clean(one), "") for one in told]
        begins = wrapped(clean(event), column - 1) if column > 2 else []
        if column == 2:
            lines.append(Text(clean(event), style=style))
        beside = [(each, look) for text, look in texts for each in wrapped(text, width - column)]
        beside += [("", "")] * (len(begins) - len(beside))
        for place, (each, look) in enumerate(beside):
            begin = begins[place] if place < len(begins) else ""
            line = Text(f"{begin:<{column}}" if each else begin, style=style, no_wrap=True, overflow="ignore")
            line.append(each, style=look or "default")
            lines.append(line)
    return Group(*lines)


def _next(block: Next, screen: Screen) -> RenderableType:
    """Return commands, several on a line; none is broken where it fits a line."""
    lines = packed([clean(command) for command in block.commands], "   ", screen.width - 6)
    shown = []
    for number, line in enumerate(lines):
        text = Text("      " if number else "Next: ", style="dim", overflow="fold")
        text.append(line, style="not dim cyan")
        shown.append(text)
    return Group(*shown)


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
