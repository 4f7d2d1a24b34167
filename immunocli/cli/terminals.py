"""Knows what the terminal can show, and pages what is longer than it."""

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
    colour = _colour(to_terminal)
    return Screen(_width(to_terminal), colour=colour, unicode=unicode, shades=colour and _shades())


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


def _colour(to_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE")
    if forced and forced != "0":
        return True
    return to_terminal and os.environ.get("TERM") not in (None, "", "dumb", "unknown")


def _shades() -> bool:
    """Say whether the terminal has 256 colors or more."""
    return "256" in os.environ.get("TERM", "") or os.environ.get("COLORTERM", "") in ("truecolor", "24bit")


def too_long(text: str) -> bool:
    """Say whether a text has more lines than the terminal shows."""
    try:
        lines = os.get_terminal_size(1).lines
    except OSError:
        return False
    return lines > 0 and text.count("\n") >= lines


def page(text: str) -> None:
    """Show a text through the pager: `$IMMUNO_PAGER`, `$PAGER`, or `less -FIRX`."""
    import shlex
    import subprocess

    wanted = os.environ.get("IMMUNO_PAGER") or os.environ.get("PAGER") or "less -FIRX"
    encoding = streams.encoding_of(sys.stdout)
    content = encodable(text, encoding).encode(encoding, "backslashreplace")
    try:
        command = shlex.split(wanted)
        pager = subprocess.Popen(command, stdin=subprocess.PIPE)  # the user's own pager
    except (OSError, ValueError, IndexError):
        streams.write([text], human=True)
        return
    try:
        pager.communicate(content)
    except (BrokenPipeError, KeyboardInterrupt):
        pass
    while pager.poll() is None:
        try:
            pager.wait()
        except KeyboardInterrupt:
            continue
