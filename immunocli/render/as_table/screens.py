"""What a terminal can show, and what its colors stand for."""

from __future__ import annotations

from rich.text import Text

# Color supports words that are always there; it never says anything alone.
STATUS = {
    "approved": "green", "current": "green", "sold": "green", "regular": "green", "converted": "green",
    "returned": "green", "widened": "green", "accelerated": "yellow", "changed": "yellow",
    "narrowed": "yellow", "not-sold": "yellow", "replaced": "yellow", "listed": "cyan",
    "no longer in the label": "yellow", "by-definition": "cyan", "withdrawn": "bold red",
    "revoked": "bold red", "license revoked": "bold red", "never-approved": "red",
    "never approved": "red", "approved, not sold": "yellow",
    "not sold": "yellow", "left-market": "yellow", "warning": "bold red", "boxed-warning": "bold red",
}  # fmt: skip


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
