"""Draws help in panels."""

from __future__ import annotations

from rich.box import ASCII, ROUNDED
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from immunocli.render.as_table.screens import Screen, legible
from immunocli.text import broken, clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Help(Protocol):
        """What help tells, see `cli.helping.Help`."""

        usage: str
        about: str
        examples: list[str]
        sections: list[tuple[str, list[tuple[str, str]]]]
        more: str


_WIDEST = 100


def panels(help: Help, screen: Screen) -> str:
    """Return help for a terminal with color: what it does, examples, usage, then a panel a group."""
    from immunocli.render.as_table import console_for

    width = min(screen.width, _WIDEST)
    console, out = console_for(
        Screen(width, color=screen.color, unicode=screen.unicode, shades=screen.shades)
    )
    console.print(Text(clean(help.about), style="bold"))
    if help.examples:
        console.print(Text("\nExamples:", style="bold"))
        for one in help.examples:
            for line in broken(one, width):
                console.print(_command(line), soft_wrap=True)
    console.print()
    console.print(Text("Usage: ", style="bold") + Text(help.usage, overflow="fold"))
    for title, rows in help.sections:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        longest = max(len(one) for one, _ in rows)
        grid.add_column(width=min(longest, max(12, width // 3)), overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        for one, about in rows:
            grid.add_row(_thing(one), Text(clean(about)))
        console.print(
            Panel(
                grid, title=Text(title, style="bold"), title_align="left", border_style="dim", width=width,
                box=ROUNDED if screen.unicode else ASCII, padding=(0, 1),
            )
        )  # fmt: skip
    if help.more:
        console.print(Text(clean(help.more), style="dim"))
    return legible(out.getvalue()) if screen.shades else out.getvalue()


def _command(example: str) -> Text:
    """Return an example with its command and options set off."""
    shown = Text(clean(example))
    shown.highlight_regex(r"(?<!\S)immuno(?: [a-z]+(?:-[a-z]+)*)?", "cyan")
    shown.highlight_regex(r"(?<!\S)--?[a-z][a-z-]*", "green")
    return shown


def _thing(one: str) -> Text:
    """Return a command, or an option with what stands for its value."""
    if not one.startswith("-"):
        return Text(clean(one), style="cyan")
    if " " in one and not one.rsplit(" ", 1)[1].startswith("-"):
        flags, _, value = one.rpartition(" ")
        return Text(clean(flags), style="green") + Text(f" {clean(value)}", style="yellow")
    return Text(clean(one), style="green")
