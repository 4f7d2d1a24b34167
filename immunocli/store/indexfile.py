"""Keeps values by key in one sorted file, so that a question reads only what it needs.

Layout: a line of ASCII (magic, where the table of contents lies, its length, its hash); rows of bytes;
blocks of neighboring keys, each marshalled as what all its keys begin with and a dict of the rest of each
key to its value, a text as it is and all else marshalled; the table of contents: what the maker says of the
whole, the names of fields that many values have in common, and in three strings of bytes the first key,
the place and the hash of every block. Where rows lie, and a hash of each, is the value of a key. Blocks of
what is rarely asked for are deflated. Every hash is checked before what it stands for is inflated or
unmarshalled. Reading moves no position: threads and forked processes may share an index.
"""

from __future__ import annotations

import marshal

from immunocli.cached import checksum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from typing import Any

    # What is kept of a value.
    Kept = str | bytes

MAGIC = b"immuno-index-a"
NUMBER, _SUM = 6, 16
HEADER = len(MAGIC) + 1 + 20 + 1 + 20 + 1 + 16 + 1
# Blocks this near each other are read in one go when several are wanted.
_GAP = 1 << 15
# So many of the blocks read last are held, none that is longer: neighboring questions ask for the same.
_HELD, _LONG = 64, 1 << 16
# No key is as large.
_BEHIND_ALL = b"\xff"
# A deflated block begins so, and no marshalled one does.
_DEFLATED = b"x"
# A value whose fields are told once for all begins with their number, a byte that begins nothing marshalled.
MOST_SHAPES = 32


class Damaged(ValueError):
    """These bytes are not what an index maker wrote."""


class Index:
    """Looks up values by key.

    Args:
        read: returns so many bytes from a place on, fewer at the end.
        size: of the whole, in bytes.

    Raises:
        Damaged: it does not begin, or does not end, as an index does.
    """

    def __init__(self, read: Callable[[int, int], bytes], size: int) -> None:
        self._read = read
        self._held: dict[int, tuple[str, dict[str, Kept]]] = {}
        header = read(0, HEADER)
        try:
            magic, place, length, wanted = header.split()
            if magic != MAGIC or int(place) + int(length) != size or len(header) != HEADER:
                raise ValueError
            content = read(int(place), int(length))
            if checksum(content) != wanted:
                raise ValueError
            self.meta, self._shapes, firsts, self._places, self._sums = marshal.loads(content)
            self._firsts: list[bytes] = firsts.split(b"\n") if firsts else []
        except (ValueError, EOFError, TypeError, AttributeError, OSError):
            raise Damaged("not a whole index") from None

    def get(self, key: str) -> Any:
        """Return the value stored under `key`, or None.

        Raises:
            Damaged: what lies there is not what was written.
        """
        if not self._firsts:
            return None
        place = self._place(key)
        _, (begun, block) = self._blocks(place, place + 1)[0]
        kept = block.get(key[len(begun) :])
        return self._value(kept) if kept is not None and key.startswith(begun) else None

    def get_many(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return the values stored under keys, by key; a key without a value is left out.

        Neighbors are read together.
        """
        wanted: dict[int, list[str]] = {}
        firsts = self._firsts
        place, behind = -1, b""
        for key in sorted(keys) if firsts else ():
            if place < 0 or ordered(key) >= behind:
                place = self._place(key)
                behind = firsts[place + 1] if place + 1 < len(firsts) else _BEHIND_ALL
            wanted.setdefault(place, []).append(key)
        found: dict[str, Any] = {}
        for start, end in self._runs(sorted(wanted)):
            for place, (begun, block) in self._blocks(start, end, wanted):
                for key in wanted[place]:
                    kept = block.get(key[len(begun) :])
                    if kept is not None and key.startswith(begun):
                        found[key] = self._value(kept)
        return found

    def under(self, prefix: str) -> Iterator[tuple[str, Any]]:
        """Yield the rest of every key that starts with `prefix`, with its value, sorted."""
        if not self._firsts:
            return
        start = end = self._place(prefix)
        begun = ordered(prefix)
        while end < len(self._firsts) and (end == start or self._firsts[end].startswith(begun)):
            end += 1
        for _, (shared, block) in self._blocks(start, end):
            for rest, kept in block.items():
                key = shared + rest
                if key.startswith(prefix):
                    yield key[len(prefix) :], self._value(kept)

    def rows(self, key: str, wanted: Iterable[int]) -> dict[int, bytes]:
        """Return rows of the table of bytes that is kept under a key, by their numbers.

        Raises:
            Damaged: what lies there is not what was written.
        """
        places, sums = self.get(key)
        found = {}
        for row in wanted:
            begin = int.from_bytes(places[NUMBER * row : NUMBER * (row + 1)], "little")
            end = int.from_bytes(places[NUMBER * (row + 1) : NUMBER * (row + 2)], "little")
            found[row] = content = self._read(begin, end - begin)
            if checksum(content) != sums[_SUM * row : _SUM * (row + 1)]:
                raise Damaged("a row is not as it was written")
        return found

    def _value(self, kept: Kept) -> Any:
        """Return the value of which that was kept."""
        if isinstance(kept, str):
            return kept
        if kept[0] >= MOST_SHAPES:
            return marshal.loads(kept)
        return dict(zip(self._shapes[kept[0]], marshal.loads(kept[1:]), strict=True))

    def _place(self, wanted: str) -> int:
        """Return the number of the block in which a key would stand."""
        firsts, key = self._firsts, ordered(wanted)
        low, high = 0, len(firsts)
        while low < high:
            middle = (low + high) // 2
            if firsts[middle] <= key:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)

    def _begin(self, place: int) -> int:
        """Return where a block begins."""
        return int.from_bytes(self._places[NUMBER * place : NUMBER * (place + 1)], "little")

    def _runs(self, places: list[int]) -> Iterator[tuple[int, int]]:
        """Yield stretches of blocks worth one reading each."""
        start = end = -1
        for place in places:
            if end < 0:
                start = place
            elif self._begin(place) - self._begin(end) > _GAP:
                yield start, end
                start = place
            end = place + 1
        if end >= 0:
            yield start, end

    def _blocks(
        self, start: int, end: int, wanted: Container[int] | None = None
    ) -> list[tuple[int, tuple[str, dict[str, Kept]]]]:
        """Return blocks, proved to be as they were written: how keys begin, and values by their rest.

        Args:
            start: the number of the first of a stretch.
            end: that of the first behind it.
            wanted: which of them; None is all.
        """
        held = self._held.get(start) if end == start + 1 else None
        if held is not None:
            return [(start, held)]
        begin = self._begin(start)
        content = memoryview(self._read(begin, self._begin(end) - begin))
        found = []
        for place in range(start, end):
            if wanted is not None and place not in wanted:
                continue
            piece: memoryview | bytes = content[self._begin(place) - begin : self._begin(place + 1) - begin]
            if checksum(piece) != self._sums[_SUM * place : _SUM * (place + 1)]:
                raise Damaged("a block is not as it was written")
            if piece[:1] == _DEFLATED:
                import zlib  # a lookup needs it rarely, and its import takes time

                piece = zlib.decompress(piece)
            found.append((place, marshal.loads(piece)))
        if end == start + 1 and len(content) <= _LONG:
            if len(self._held) >= _HELD:
                self._held = {}
            self._held[start] = found[0][1]
        return found


def ordered(key: str) -> bytes:
    """Return a key as bytes, which sort as it does and are quick to cut from a line of many."""
    return key.encode("utf-8", "surrogatepass")
