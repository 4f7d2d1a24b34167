"""Counts any number of strings in little memory."""

from __future__ import annotations

import sqlite3
from collections import Counter

from immunocli.errors import UnwritableOutput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_IN_MEMORY = 1 << 15
_ADD = "INSERT INTO tally VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"


class Tally:
    """Counts of strings: those that do not fit into memory wait in a temporary database.

    Args:
        most: so many different strings stay in memory; None is what is sensible.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = most or _MOST_IN_MEMORY
        self._counts: Counter[bytes] = Counter()
        self._database = sqlite3.connect("")  # a file of its own, gone when it is closed
        self._database.execute("CREATE TABLE tally (string BLOB PRIMARY KEY, count INTEGER) WITHOUT ROWID")

    def add(self, text: str, count: int = 1) -> None:
        """Count a string of one line."""
        self._counts[text.encode("utf-8", "backslashreplace")] += count
        if len(self._counts) >= self._most:
            self._put_by()

    def by_count(self) -> Iterator[tuple[bytes, int]]:
        """Yield each string and its count, the most frequent first, then in order of their bytes."""
        self._put_by()
        yield from self._asked("SELECT string, count FROM tally ORDER BY count DESC, string")

    def _put_by(self) -> None:
        self._asked(_ADD, self._counts.items())
        self._counts.clear()

    def _asked(self, request: str, rows: Iterable[tuple[bytes, int]] | None = None) -> sqlite3.Cursor:
        try:
            if rows is None:
                return self._database.execute(request)
            return self._database.executemany(request, rows)
        except sqlite3.Error as problem:
            raise UnwritableOutput(f"the strings not recognized cannot be counted: {problem}") from None
