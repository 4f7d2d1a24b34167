"""Reads what is struck out in a string: `~~pembrolizumab~~`, `<del>pembrolizumab</del>`, letters with a stroke."""

from __future__ import annotations

import re

# The combining strokes of Unicode, behind each letter of what is struck out.
_STROKE = "[\u0335-\u0338]"
_STRUCK = re.compile(
    rf"~~[^~]+~~|<(del|s|strike)\b[^<>]*>.*?</\1\s*>|\w{_STROKE}(?:\w{_STROKE}|[ \-]+(?=\w{_STROKE}))*",
    re.I | re.S,
)
_TAGS = re.compile(rf"</?\w+[^<>]*>|~~|{_STROKE}")


def without(text: str) -> tuple[str, str]:
    """Return a string without what is struck out in it, and that; as it was, and nothing, where nothing is.

    Args:
        text: as it was written.
    """
    struck = [found[0] for found in _STRUCK.finditer(text)]
    if not struck:
        return text, ""
    told = " ".join(_TAGS.sub("", " ".join(struck)).replace(";", " ").split())
    return _STRUCK.sub(" ", text), told
