"""Joins the initials in which registers write how a drug is given: `I.V. INF.`, `S.C.`, `3M.I.U`."""

from __future__ import annotations

import re

from immunocli.names.tokens import Token

# Beside the words around names: endovenous, and millions of international units behind their number.
_ROUTES = {
    "iv": "iv",
    "sc": "sc",
    "im": "im",
    "ev": "iv",
    "po": "po",
    "id": "id",
    "ip": "ip",
    "it": "it",
    "sq": "sq",
}
_UNITS = {"miu": "miu", "mui": "miu", "iu": "iu", "ui": "iu", "ie": "iu"}
_MOST = 3
_NUMBERED = re.compile(r"\d+[a-z]$")


def joined(tokens: list[Token], text: str) -> list[Token]:
    """Return the words of a string with such initials as one word each.

    Args:
        tokens: its words, as they were cut.
        text: the string.
    """
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        first, last = tokens[place], place + 1
        plain = first.plain
        if len(plain) == 1 or _NUMBERED.match(plain):
            while (
                last < min(place + _MOST, len(tokens))
                and tokens[last].gap == "."
                and len(tokens[last].plain) == 1
            ):
                plain += tokens[last].plain
                last += 1
        digits = plain.rstrip("abcdefghijklmnopqrstuvwxyz")
        initials = plain[len(digits) :]
        told = _UNITS.get(initials) if digits else _ROUTES.get(initials) or _UNITS.get(initials)
        if last - place > 1 and told:
            written = text[first.start : tokens[last - 1].end]
            found.append(Token(written, digits + told, first.start, first.gap, first.depth))
        else:
            found += tokens[place:last]
        place = last
    return found
