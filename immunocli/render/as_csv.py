"""Writes records as RFC 4180 comma-separated values that no spreadsheet takes for formulas."""

from __future__ import annotations

from immunocli.render.cells import cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.records.fields import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_QUOTED = ('"', ",", "\r", "\n")
# What echoes the user's own text is a key to join by: it stays as it was.
_ECHOES = ("input",)


def csv(records: Sequence[Record], columns: Sequence[str], header: bool) -> Iterator[str]:
    """Yield the header, if wanted, and a line a record, ended by CR LF."""
    if header:
        yield ",".join(map(field, columns)) + "\r\n"
    for record in records:
        cells = [(column, cell(record[column])) for column in columns]
        yield ",".join([quoted(one) if column in _ECHOES else field(one) for column, one in cells]) + "\r\n"


def field(text: str) -> str:
    """Return a cell quoted where it must be, and with ' before what a spreadsheet would run."""
    return quoted(harmless(text))


def quoted(text: str) -> str:
    """Return a cell quoted where it must be."""
    if any(sign in text for sign in _QUOTED):
        return '"' + text.replace('"', '""') + '"'
    return text


def harmless(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text
