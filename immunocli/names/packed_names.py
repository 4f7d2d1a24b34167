"""Keeps hundreds of thousands of names that are not ours in a few bytes each."""

from __future__ import annotations

from binascii import crc32, crc_hqx
from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What a name that is not ours may be; the order is the code kept with it, likeliest last.
KINDS = ("word", "person", "place", "gene", "test", "disease", "cancer", "drug")
# 14 bits of a name's 43-bit sign choose a bucket, 29 stand in it beside 3 bits for the kind: with
# 500,000 names about one strange string in 17 million is taken for one of them.
_BUCKETS = 1 << 14
_HEAD = b"wall1"
_START = len(_HEAD) + 3


def pack(names: Iterable[tuple[str, str]]) -> bytes:
    """Return the bytes of a wall.

    Args:
        names: (normalized name, kind of `KINDS`) pairs in any order; of two kinds of one name the
            later in `KINDS` stands.
    """
    from array import array

    kinds: dict[tuple[int, int], int] = {}
    for plain, kind in names:
        sign = _sign(plain)
        kinds[sign] = max(kinds.get(sign, 0), KINDS.index(kind))
    buckets = [0] * (_BUCKETS + 1)
    for bucket, _ in kinds:
        buckets[bucket + 1] += 1
    for bucket in range(_BUCKETS):
        buckets[bucket + 1] += buckets[bucket]
    entries = array("I", [rest << 3 | kinds[bucket, rest] for bucket, rest in sorted(kinds)])
    ends = array("I", buckets)
    if _is_big_endian():
        ends.byteswap()
        entries.byteswap()
    return _HEAD + b"\0\0\0" + ends.tobytes() + entries.tobytes()


class Wall:
    """Tells which names are known not to be ours; never that one of them is not there.

    Args:
        packed: what `pack` returned, as bytes or a view of a mapped file.

    Raises:
        ValueError: the bytes are no wall.
    """

    def __init__(self, packed: bytes | memoryview) -> None:
        view = memoryview(packed)
        if bytes(view[: len(_HEAD)]) != _HEAD or (len(view) - _START) % 4:
            raise ValueError("these bytes are no wall")
        body = view[_START:]
        if _is_big_endian():
            from array import array

            swapped = array("I", bytes(body))
            swapped.byteswap()
            body = memoryview(swapped).cast("B")
        numbers = body.cast("I")
        self._ends = numbers[: _BUCKETS + 1]
        self._entries = numbers[_BUCKETS + 1 :]

    def kind(self, plain: str) -> str | None:
        """Return what kind of stranger a normalized name is, None when it is not known."""
        # As `_sign` has it, without the cost of a call: misspelled strings ask hundreds of times.
        raw = plain.encode("utf-8", "surrogatepass")
        bucket = crc_hqx(raw, 0) & (_BUCKETS - 1)
        wanted = crc32(raw) & ~7
        last = self._ends[bucket + 1]
        place = bisect_left(self._entries, wanted, self._ends[bucket], last)
        if place < last:
            entry = self._entries[place]
            if entry & ~7 == wanted:
                return KINDS[entry & 7]
        return None

    def __contains__(self, plain: str) -> bool:
        return self.kind(plain) is not None

    def __len__(self) -> int:
        return len(self._entries)


def _sign(plain: str) -> tuple[int, int]:
    """Return the bucket and the rest of the sign of a name: two checksums that share no polynomial."""
    raw = plain.encode("utf-8", "surrogatepass")
    return crc_hqx(raw, 0) & (_BUCKETS - 1), crc32(raw) >> 3


def _is_big_endian() -> bool:
    import sys

    return sys.byteorder == "big"
