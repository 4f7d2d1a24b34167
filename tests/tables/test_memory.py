"""Annotating takes the same memory for any number of rows."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from immunocli.names import lexicon, tokens
from immunocli.tables import counting, read_strings
from immunocli.tables.annotate import Job
from tests.tables.annotating import small_catalogue

ROWS = 20_000
BLOCK = 1000


def plain(number: int) -> bytes:
    """A row of a few different strings."""
    return b"%d\tkeytruda %d mg\tx\n" % (number, number % 400)


def quoted(number: int) -> bytes:
    """A row with a quoted cell of two lines."""
    return b'%d\t"keytruda %d mg"\t"x\ny"\n' % (number, number % 400)


def distinct(number: int) -> bytes:
    """A row with a string of its own."""
    return b"%d\t%d-%d\tx\n" % (number, number, number)


def peak(row: Callable[[int], bytes], rows: int) -> int:
    """Return how many bytes were in use at most."""

    def content() -> Iterator[bytes]:
        yield b"id\tdrug\tnote\n"
        for start in range(0, rows, BLOCK):
            yield b"".join(map(row, range(start, min(rows, start + BLOCK))))

    pieces = content()
    job = Job(small_catalogue(), "drug", input_format="tsv", counting=True)
    tracemalloc.start()
    try:
        job.run(lambda size: next(pieces, b""), lambda block: None, "it")
        job.write_unmatched(lambda line: None)
        assert job.rows == rows
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("row", [plain, quoted, distinct])
def test_ten_times_the_rows_take_no_more_memory(
    row: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Caps that the shorter table reaches too.
    monkeypatch.setattr(read_strings, "MOST_REMEMBERED", 1000)
    monkeypatch.setattr(counting, "_MOST_IN_MEMORY", 1000)
    for module in (tokens, lexicon):
        monkeypatch.setattr(module, "_MOST_REMEMBERED", 1000)
    peak(row, BLOCK)
    assert peak(row, ROWS) < peak(row, ROWS // 10) * 1.1 + 200_000
