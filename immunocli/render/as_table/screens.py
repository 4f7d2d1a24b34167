"""What a terminal can show, and what its colors stand for."""

from __future__ import annotations

import re

from rich.text import Text

# Color supports words that are always there; it never says anything alone.
STATUS = {
    "approved": "green", "current": "green", "sold": "green", "regular": "green", "converted": "green",
    "returned": "green", "widened": "green", "accelerated": "yellow", "changed": "yellow",
    "narrowed": "yellow", "not-sold": "yellow", "replaced": "yellow", "listed": "cyan",
    "no longer in the label": "yellow", "by-definition": "cyan", "withdrawn": "bold red",
    "revoked": "bold red", "license revoked": "bold red", "never-approved": "red",
    "never approved": "red", "approved, not sold": "yellow", "current, not sold": "yellow",
    "not sold": "yellow", "left-market": "yellow", "warning": "bold red", "boxed-warning": "bold red",
}  # fmt: skip

# Where a terminal has 256 colors, those that can be read on white as on black (a contrast of 4.5 at least), in place of
# the ones that each terminal shows in its own way, and of what is faint: red, green, yellow, cyan, dim.
_LEGIBLE = {"31": "163", "32": "29", "33": "131", "36": "63"}
_FAINT = "2"
_FAINT_SHADE = "243"
_LOOK = re.compile("\x1b\\[([0-9;]+)m")


def legible(drawn: str) -> str:
    """Return what was drawn in colors that can be read on a light screen and on a dark one."""
    return _LOOK.sub(lambda found: f"\x1b[{';'.join(_legible(found[1].split(';')))}m", drawn)


def _legible(codes: list[str]) -> list[str]:
    """Return the codes of a look with other colors; a color on a background of its own stays."""
    if "48" in codes or "38" in codes:
        return codes
    colored = any(code in _LEGIBLE for code in codes)
    told: list[str] = []
    for code in codes:
        if code == _FAINT:
            told += [] if colored else ["38", "5", _FAINT_SHADE]
        elif code in _LEGIBLE:
            told += ["38", "5", _LEGIBLE[code]]
        else:
            told.append(code)
    return told


class Screen:
    """What a terminal can show.

    Args:
        width: in columns.
        color: whether colors are wanted.
        unicode: whether it can show more than ASCII.
        shades: whether it has 256 colors.
    """

    def __init__(self, width: int, *, color: bool, unicode: bool, shades: bool = False) -> None:
        self.width = max(20, width)
        self.color = color
        self.unicode = unicode
        self.shades = shades
        # Columns that made way; whoever drew says so.
        self.hidden: list[str] = []


def styled(column: str, value: str) -> Text:
    """Return a cell of a table in the color that its words already say."""
    if column in ("status", "event", "verdict", "approval"):
        return Text(value, style=STATUS.get(value) or STATUS.get(value.partition(" ")[0], ""))
    return Text(value, style="bold" if column in ("name", "term", "therapy") else "", overflow="fold")
