"""Knows how cells stand in a row: by RFC 4180 with any delimiter, and where else it is clear."""

from __future__ import annotations

import re

# What makes a cell a formula to a spreadsheet when it comes first.
_FORMULAS = (b"=", b"+", b"-", b"@", b"\t", b"\r", b"\n")


class Syntax:
    """Takes rows apart without changing a byte.

    Args:
        delimiter: what parts the cells: one character.
        quotes: quotation marks enclose cells; else they are text.
    """

    def __init__(self, delimiter: bytes, quotes: bool = True) -> None:
        self._delimiter = delimiter
        sign = re.escape(delimiter)
        # Nothing is tried twice, or a quote that is never closed would take minutes. Groups say so by `(?>...)`:
        # repeated by `*+` they match too much in Python 3.11.2.
        within = rb"[^%b\r\n]*+" % sign if len(delimiter) == 1 else rb"(?>(?:(?!%b)[^\r\n])*)" % sign
        # A quote inside quotes is doubled; the one that closes them is followed by no other. Some
        # programs go on with text after it; that is clear as long as it is on the same line.
        enclosed = rb'"[^"]*+(?>(?:""[^"]*+)*)"(?=%b|[\r\n]|\Z)' % sign
        enclosed += rb'|"[^"\r\n]*+(?>(?:""[^"\r\n]*+)*)"(?!")%b' % within
        self._cell = rb'(?:%b|(?!")%b)' % (enclosed, within) if quotes else within
        self._sign = sign
        self._one = re.compile(self._cell)
        self._each = re.compile(rb"(\A|%b)(%b)" % (sign, self._cell))

    def row(self, piece: bytes, place: int, last: bool) -> tuple[list[bytes], int, int] | None:
        """Return the raw cells of the row at a place, where they end and where its line end does.

        None when the row does not end in this piece: a quote is open.

        Args:
            piece: bytes that end where a row may end.
            place: where the row begins.
            last: nothing comes after this piece.
        """
        cells = []
        while True:
            found = self._one.match(piece, place)
            if found is None or (not found[0] and piece[place : place + 1] == b'"'):
                return None
            cells.append(found[0])
            place = found.end()
            after = piece[place : place + 1]
            if piece.startswith(self._delimiter, place):
                place += len(self._delimiter)
            elif after:
                return cells, place, place + (2 if piece[place : place + 2] == b"\r\n" else 1)
            else:
                return (cells, place, place) if last else None

    def record(self, place: int, width: int) -> re.Pattern[bytes]:
        """Return what matches a row of that width: 1 its cells, 2 the one at `place`, 3 its end."""
        before = rb"(?:%b%b){%d}" % (self._cell, self._sign, place)
        after = rb"(?:%b%b){%d}" % (self._sign, self._cell, width - place - 1)
        return re.compile(rb"(%b(%b)%b)(\r\n|\n|\r|\Z)" % (before, self._cell, after))

    def harmless(self, row: bytes) -> bytes:
        """Return a row, without its line end, with ' before each cell that is a formula."""
        return self._each.sub(_harmless, row)


def unquoted(raw: bytes) -> bytes:
    """Return what a raw cell holds."""
    if not raw.startswith(b'"'):
        return raw
    inside, _, rest = raw[1:].rpartition(b'"')
    return inside.replace(b'""', b'"') + rest


def _harmless(found: re.Match[bytes]) -> bytes:
    before, raw = found[1], found[2]
    sign = b'"' if raw.startswith(b'"') else b""
    inside = raw[len(sign) :]
    return before + sign + b"'" + inside if inside.startswith(_FORMULAS) else found[0]
