"""Writes records as RFC 4180 comma-separated values that no spreadsheet takes for formulas."""

from __future__ import annotations

from immunocli.render.cells import cell
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.records.fields import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# Spaces that a program may take for the end of a line.
_BREAKS = "\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_QUOTED = ('"', ",", "\r", "\n")


def csv(records: Sequence[Record], columns: Sequence[str], header: bool) -> Iterator[str]:
    """Yield the header, if wanted, and a line a record, ended by CR LF."""
    if header:
        yield ",".join(map(field, columns)) + "\r\n"
    for record in records:
        yield ",".join([_cell(record, column) for column in columns]) + "\r\n"


def _cell(record: Record, column: str) -> str:
    """Return a cell; what the user gave stays as it was: it is a key to join by."""
    value = record.in_cell(column)
    given = column == "input" and record.kind == "match"
    return quoted(_as_given(value)) if given else field(cell(value))


def _as_given(text: str) -> str:
    """Return a text as it is, but for characters that a terminal acts on."""
    if text.isprintable():
        return text
    spaces = (
        one if one in "\t\r\n" or (one.isspace() and one not in _BREAKS) else clean(one) for one in text
    )
    return "".join(spaces)


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
