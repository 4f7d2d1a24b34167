"""Draws an answer for a terminal; this package alone knows Rich."""

from __future__ import annotations

import io

from rich.console import Console, Group
from rich.text import Text

from immunocli.render.answers import Answer
from immunocli.render.as_table.listings import listing
from immunocli.render.as_table.pieces import drawn_blocks
from immunocli.render.as_table.screens import Screen
from immunocli.text import clean

__all__ = ["Screen", "drawn", "svg"]


_SVG_WIDTH = 160


def drawn(answer: Answer, columns: tuple[str, ...], screen: Screen) -> str:
    """Return the answer as text for that screen, with escape codes only when it has colours."""
    console, out = _console(screen)
    if answer.title:
        console.print(Text(clean(answer.title), style="bold"))
    if answer.blocks:
        console.print(Group(*drawn_blocks(answer.blocks(answer.records), screen)), crop=False)
    elif answer.records:
        console.print(listing(answer, columns, screen))
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
        console.print(Group(*drawn_blocks(answer.blocks(answer.records), screen)))
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
