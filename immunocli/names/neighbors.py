"""Finds which of many names are near a string, soon at once: for most strings none is."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import add

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.forms import LONGEST_NAME

# More pairs make the choice no smaller; fewer questions, or names, are not worth an index.
_ENOUGH_PAIRS = 4
_WORTH_AN_INDEX = 100
_FEW = 120
_WORTH_AT_ONCE = 50_000
_HELD = re.compile(rb"[^\0]", re.S)
_BITS = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]


class Neighbors:
    """Tells which of many names are near a string.

    Of the pairs of neighboring letters in a string each slip spoils three at most; the others stand
    in every name that is near, too. Which names hold a pair is kept as the bits of an integer.

    Args:
        names: any strings.
    """

    def __init__(self, names: list[str]) -> None:
        self._names = sorted(names, key=len)
        lengths = [len(name) for name in self._names]
        self._first = [bisect_left(lengths, length) for length in range(LONGEST_NAME + 10)]
        self._holding: dict[str, int] = {}
        self._asked = 0

    def any_within(self, name: str, slips: int) -> bool:
        """Say whether any name is within so many slips; see `within`."""
        some = self._some(name, slips)
        return process.extractOne(name, some, scorer=OSA.distance, score_cutoff=slips) is not None

    def within(self, name: str, slips: int) -> list[tuple[str, int]]:
        """Return the names within so many slips with how many they are, nearest first.

        Args:
            name: normalised, no longer than the longest name.
            slips: how many, at least one.
        """
        some = self._some(name, slips)
        found = process.extract(name, some, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return [(plain, int(distance)) for plain, distance, _ in found]

    def _some(self, name: str, slips: int) -> list[str]:
        """Return names among which all are that are so near."""
        first = self._first[max(0, len(name) - slips)]
        last = self._first[len(name) + slips + 1]
        enough = min(len(name) + 1 - 3 * slips, _ENOUGH_PAIRS)
        self._asked += 1
        many = self._asked >= _WORTH_AN_INDEX or len(self._names) >= _WORTH_AT_ONCE
        if enough < 1 or last - first < _FEW or not many:
            return self._names[first:last]
        # At each place, those of the right length that share at least so many pairs.
        sharing = [(1 << last) - (1 << first)] + [0] * enough
        holding = self._holding or self._index()
        counts = range(enough, 0, -1)
        for pair in map(add, f" {name}", f"{name} "):
            these = holding.get(pair)
            if these:
                for count in counts:
                    sharing[count] |= sharing[count - 1] & these
        likely = sharing[enough] >> (first & ~7)
        names, start = self._names, first & ~7
        return [
            names[start + 8 * held.start() + bit]
            for held in _HELD.finditer(likely.to_bytes((last - start + 7) // 8, "little"))
            for bit in _BITS[held[0][0]]
        ]

    def _index(self) -> dict[str, int]:
        bits: dict[str, bytearray] = {}
        size = (len(self._names) + 7) // 8
        for place, name in enumerate(self._names):
            byte, bit = place >> 3, 1 << (place & 7)
            for pair in map(add, f" {name}", f"{name} "):
                if pair not in bits:
                    bits[pair] = bytearray(size)
                bits[pair][byte] |= bit
        # Assigned whole, as other threads may ask meanwhile.
        self._holding = {pair: int.from_bytes(held, "little") for pair, held in bits.items()}
        return self._holding
