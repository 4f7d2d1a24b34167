"""Draws an answer for a terminal; this package alone knows Rich."""

from __future__ import annotations

import io

from rich.console import Console, Group
from rich.text import Text

from immunocli.render.answers import Answer
from immunocli.render.as_table.listings import listing
from immunocli.render.as_table.pieces import drawn_blocks
from immunocli.render.as_table.screens import Screen, legible
from immunocli.text import clean

__all__ = ["Screen", "console_for", "drawn"]


def drawn(answer: Answer, columns: tuple[str, ...], screen: Screen) -> str:
    """Return the answer as text for that screen, with escape codes only when it has colors."""
    console, out = console_for(screen)
    if answer.blocks:
        console.print(Group(*drawn_blocks(answer.blocks(answer.records), screen)), crop=False)
    elif answer.records:
        console.print(listing(answer, columns, screen), crop=False)
    elif answer.title:
        console.print(Text(clean(answer.title), style="bold"))
    if answer.about_therapies:
        console.print(Text(clean(answer.standing), style="dim"))
    shown = out.getvalue()
    if screen.shades:
        return legible(shown)
    return shown if screen.color else "\n".join(line.rstrip() for line in shown.split("\n"))


def console_for(screen: Screen) -> tuple[Console, io.StringIO]:
    """Return what prints for a screen, and where it prints to."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.color,
        color_system=("256" if screen.shades else "standard") if screen.color else None,
        no_color=not screen.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    return console, out
