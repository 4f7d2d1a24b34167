"""Says what a name means in which a word is said again, or more nearly, in brackets: liver (hepatocellular) cancer."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.reading import Found

_ONE = re.compile(
    r"^(?P<before>[^()\[\];:]*?)(?P<word>[^\s()\[\];:,]+) \((?P<inner>[^()\d]{2,40})\)(?P<after>[^()\[\];:]*)$"
)
_NO_NAME = re.compile(
    r"\s*(?:incl|excl|except|not|no|other|without|but|with|e\.?g|see|ex)\b|\s*(?:in|ex)clud", re.I
)


def nearer(
    text: str, found: Found, read: Callable[[str], Found], path: Callable[[str], list[str]]
) -> Found | None:
    """Return the cancer that the words in brackets name, where it is one of those that the others name.

    Args:
        text: as it was written.
        found: what was read in it.
        read: reads a string.
        path: returns what a cancer is part of, itself first.
    """
    parts = _ONE.match(text)
    if parts is None or len(found.entries) > 1 or _NO_NAME.match(parts["inner"]):
        return None
    outer = found if found.entries else read(f"{parts['before']}{parts['word']}{parts['after']}".strip())
    if len(outer.entries) != 1 or outer.unread or len(outer.entries[0][0]) != 1:
        return None
    wide = outer.entries[0][0][0]
    for one in (f"{parts['before']}{parts['inner']}{parts['after']}", f"{parts['inner']}{parts['after']}"):
        inner = read(one.strip())
        if len(inner.entries) == 1 and not (inner.unread or inner.review) and len(inner.entries[0][0]) == 1:
            which = inner.entries[0][0][0]
            if inner.how == "abbreviation" and not parts["inner"].isupper():
                continue  # leukemia (cel) is of cells
            if which != wide and wide in path(which):
                return inner
            if which == wide and not found.entries:
                return inner
    return None
