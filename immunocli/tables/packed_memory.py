"""Remembers what very many strings got, in a few bytes each."""

from __future__ import annotations

from array import array
from binascii import crc32

# So many places there are, and so many beside each other in which one string may stand. With three
# quarters of them taken hardly one is forgotten; then what came later stands in the place of another.
_PLACES = 1 << 18
_BESIDE = 8
_LOW = (1 << 64) - 1
# A place that is free holds this.
_NONE = 0


class Remembered:
    """Which number was kept for a string; one may be forgotten, and none is taken for another.

    Of a string 96 bits are kept, 64 of which nobody outside can foresee: that two strings of a table share
    them is less likely than that a memory cell fails.
    """

    def __init__(self) -> None:
        self._signs = array("Q", bytes(8 * (_PLACES + _BESIDE)))
        self._checks = array("I", bytes(4 * (_PLACES + _BESIDE)))
        self._numbers = array("H", bytes(2 * (_PLACES + _BESIDE)))

    def get(self, string: bytes) -> int | None:
        """Return what was kept for a string, unless it is not known any more."""
        sign = hash(string) & _LOW or 1
        first = sign & (_PLACES - 1)
        signs = self._signs
        for place in range(first, first + _BESIDE):
            if signs[place] == sign and self._checks[place] == crc32(string):
                return self._numbers[place]
            if signs[place] == _NONE:
                return None
        return None

    def keep(self, string: bytes, number: int) -> None:
        """Keep a number from 0 to 65,535 for a string that is not known."""
        sign = hash(string) & _LOW or 1
        first = place = sign & (_PLACES - 1)
        signs = self._signs
        while signs[place] != _NONE:
            place += 1
            if place == first + _BESIDE:
                place = first + (number + sign >> 20) % _BESIDE
                break
        signs[place], self._checks[place], self._numbers[place] = sign, crc32(string), number
