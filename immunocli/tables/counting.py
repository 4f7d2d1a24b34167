"""Counts any number of strings in little memory."""

from __future__ import annotations

import heapq
import itertools
import tempfile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_MOST_IN_MEMORY = 1 << 15
_LARGEST = 10**15


class Tally:
    """Counts of strings: those that do not fit into memory wait, sorted, in temporary files.

    Args:
        most: so many different strings stay in memory; None is what is sensible.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = most or _MOST_IN_MEMORY
        self._counts: dict[bytes, int] = {}
        self._runs: list[BinaryIO] = []

    def add(self, text: str, count: int = 1) -> None:
        """Count a string of one line."""
        self._add(text.encode("utf-8", "backslashreplace"), count)

    def by_count(self) -> Iterator[tuple[bytes, int]]:
        """Yield each string and its count, the most frequent first, then in order of their bytes."""
        ranked = Tally(self._most)
        for key, count in self._sorted():
            ranked._add(b"%015d%b" % (_LARGEST - 1 - count, key), 1)
        self.close()
        for key, _ in ranked._sorted():
            yield key[15:], _LARGEST - 1 - int(key[:15])
        ranked.close()

    def close(self) -> None:
        """Forget everything."""
        self._counts.clear()
        while self._runs:
            self._runs.pop().close()

    def _add(self, key: bytes, count: int) -> None:
        if key in self._counts:
            self._counts[key] += count
            return
        if len(self._counts) >= self._most:
            self._put_by()
        self._counts[key] = count

    def _put_by(self) -> None:
        """Move what is in memory to a file of its own."""
        run = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as the tally
        self._runs.append(run)
        run.writelines(b"%b\t%d\n" % pair for pair in sorted(self._counts.items()))
        self._counts.clear()

    def _sorted(self) -> Iterator[tuple[bytes, int]]:
        """Yield each string once, in order, with its count."""
        for run in self._runs:
            run.seek(0)
        runs = [map(_pair, run) for run in self._runs]
        for key, group in itertools.groupby(
            heapq.merge(*runs, sorted(self._counts.items())), key=lambda pair: pair[0]
        ):
            yield key, sum(count for _, count in group)


def _pair(line: bytes) -> tuple[bytes, int]:
    key, _, count = line.rpartition(b"\t")
    return key, int(count)
