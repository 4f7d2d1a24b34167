"""Pages an answer that is longer than the terminal."""

from __future__ import annotations

import os
import sys

from immunocli.cli import streams
from immunocli.text import encodable, quote


def too_long(text: str) -> bool:
    """Say whether a text has more lines than the terminal shows, and the terminal can page."""
    if os.environ.get("TERM") in (None, "", "dumb", "unknown"):
        return False
    try:
        lines = os.get_terminal_size(1).lines
    except OSError:
        return False
    return lines > 0 and text.count("\n") >= lines


def page(text: str) -> None:
    """Show a text through the pager: `$IMMUNO_PAGER`, `$PAGER`, or `less`; whole in any case."""
    wanted = os.environ.get("IMMUNO_PAGER", os.environ.get("PAGER", "less"))
    failed = _paged(wanted, text) if wanted.strip() else ""
    if failed is not None:
        if failed:
            streams.say(f"{failed}; here is the answer without it")
        streams.write([text], human=True)


def _paged(wanted: str, text: str) -> str | None:
    """Return None when the pager did its work, else what it failed at; empty when there is none."""
    import shlex
    import subprocess

    encoding = streams.encoding_of(sys.stdout)
    content = encodable(text, encoding).encode(encoding, "backslashreplace")
    # As git does: colors shown as such, short texts not held, nothing cleared. Only where the user
    # has not said otherwise. Who pages by this program again gets no pager of a pager.
    known = {"LESS": "FIRX", "LV": "-c"}
    if encoding.lower().replace("-", "") == "utf8":
        known["LESSCHARSET"] = "utf-8"  # less would go by the locale, which may be C
    env = {**known, **os.environ, "IMMUNO_PAGER": "", "PAGER": "cat"}
    try:
        command = shlex.split(wanted)
        if os.path.basename(command[0]) in ("immuno", os.path.basename(sys.argv[0])):
            return f"the pager {quote(wanted)} is this program itself"
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=env)  # the user's own pager
    except (OSError, ValueError, IndexError):
        chosen = "IMMUNO_PAGER" in os.environ or "PAGER" in os.environ
        return f"the pager {quote(wanted)} cannot be started" if chosen else ""
    try:
        pager.communicate(content)
    except (BrokenPipeError, KeyboardInterrupt):
        pass
    while pager.poll() is None:
        try:
            pager.wait()
        except KeyboardInterrupt:
            continue
    if pager.returncode > 0:
        return f"the pager {quote(wanted)} failed ({pager.returncode})"
    return None
