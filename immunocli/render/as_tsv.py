"""Writes records as tab-separated values, a record a line."""

from __future__ import annotations

from immunocli.render.cells import cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.records.fields import Record


def tsv(records: Sequence[Record], columns: Sequence[str], header: bool) -> Iterator[str]:
    """Yield the header, if wanted, and a line a record."""
    if header:
        yield "\t".join(columns) + "\n"
    for record in records:
        yield "\t".join([cell(record.in_cell(column)) for column in columns]) + "\n"
