"""Knows what the terminal can show: its width, colors, characters."""

from __future__ import annotations

import os
import sys

from immunocli.cli import streams
from immunocli.text import encodable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.render.as_table import Screen

_USUAL_WIDTH = 80
_WIDEST = 1000


def screen(*, to_terminal: bool) -> Screen:
    """Return the screen that an answer is drawn for.

    Args:
        to_terminal: standard output is a terminal, not a pipe or file.
    """
    from immunocli.render.as_table import Screen

    encoding = streams.encoding_of(sys.stdout) if to_terminal or sys.stdout else "utf-8"
    unicode = encodable("─█•", encoding) == "─█•"
    color = _color(to_terminal)
    return Screen(_width(to_terminal), color=color, unicode=unicode, shades=color and _shades())


def color_and_width(*, to_terminal: bool) -> tuple[bool, int]:
    """Return whether color is wanted, and how many columns there are."""
    return _color(to_terminal), _width(to_terminal)


def _width(to_terminal: bool) -> int:
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isascii() and wanted.isdigit() and 0 < int(wanted[:9]) <= _WIDEST:
        return int(wanted)
    if to_terminal:
        try:
            return os.get_terminal_size(1).columns or _USUAL_WIDTH
        except OSError:
            pass
    return _USUAL_WIDTH


def _color(to_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE")
    if forced and forced != "0":
        return True
    return to_terminal and os.environ.get("TERM") not in (None, "", "dumb", "unknown")


def _shades() -> bool:
    """Say whether the terminal has 256 colors or more."""
    return "256" in os.environ.get("TERM", "") or os.environ.get("COLORTERM", "") in ("truecolor", "24bit")
