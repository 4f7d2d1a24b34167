"""Remembers findings for very many strings, in some thirty bytes each."""

from __future__ import annotations

from array import array

_SLOTS = 1 << 19
_MOST_STRINGS = 300_000
_MOST_BYTES = 10_000_000


class Archive:
    """Numbers by byte string, for more strings than objects would fit into memory; forgets all when full.

    The strings stand one after another in one array, each after its length and before its number;
    another array, open to addressing by hash, tells where.
    """

    def __init__(self) -> None:
        self._places = array("I", bytes(4 * _SLOTS))
        self._entries = bytearray(1)
        self._count = 0

    def get(self, raw: bytes) -> int | None:
        """Return the number of a string, or None."""
        key = b"%d:%b" % (len(raw), raw)
        slot = self._slot(raw, key)
        place = self._places[slot]
        if not place:
            return None
        start = place + len(key)
        return int.from_bytes(self._entries[start : start + 4], "little")

    def put(self, raw: bytes, number: int) -> None:
        """Remember the number of a string; a number that it has already stays."""
        key = b"%d:%b" % (len(raw), raw)
        slot = self._slot(raw, key)
        if not self._places[slot]:
            self._places[slot] = len(self._entries)
            self._entries += key + number.to_bytes(4, "little")
            self._count += 1

    @property
    def full(self) -> bool:
        """Whether there is no room for more."""
        return self._count >= _MOST_STRINGS or len(self._entries) >= _MOST_BYTES

    def _slot(self, raw: bytes, key: bytes) -> int:
        """Return the slot of a string: the one it has, or the one it would get."""
        places, entries = self._places, self._entries
        slot = hash(raw) % _SLOTS
        while (place := places[slot]) and not entries.startswith(key, place):
            slot = (slot + 1) % _SLOTS
        return slot
