"""Tells whether any of many names is near a string, soon at once: for most strings none is."""

from __future__ import annotations

from bisect import bisect_left
from operator import add

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.forms import LONGEST_NAME

# More pairs make the choice no smaller; fewer questions are not worth an index.
_ENOUGH_PAIRS = 4
_WORTH_AN_INDEX = 100


class Neighbors:
    """Tells whether any of many names is near a string.

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
        """Say whether any name is within so many slips.

        Args:
            name: normalised, no longer than the longest name.
            slips: how many, at least one.
        """
        first = self._first[max(0, len(name) - slips)]
        last = self._first[len(name) + slips + 1]
        enough = min(len(name) + 1 - 3 * slips, _ENOUGH_PAIRS)
        self._asked += 1
        if enough < 2 or self._asked < _WORTH_AN_INDEX:
            some = self._names[first:last]
            return process.extractOne(name, some, scorer=OSA.distance, score_cutoff=slips) is not None
        # At each place, those of the right length that share at least so many pairs.
        sharing = [(1 << last) - (1 << first)] + [0] * enough
        holding = self._holding or self._index()
        for pair in _pairs(name):
            these = holding.get(pair)
            if these:
                for count in range(enough, 0, -1):
                    sharing[count] |= sharing[count - 1] & these
        likely = sharing[enough] >> first
        while likely:
            lowest = likely & -likely
            near = self._names[first + lowest.bit_length() - 1]
            if OSA.distance(name, near, score_cutoff=slips) <= slips:
                return True
            likely ^= lowest
        return False

    def _index(self) -> dict[str, int]:
        holding: dict[str, int] = {}
        for place, name in enumerate(self._names):
            bit = 1 << place
            for pair in set(_pairs(name)):
                holding[pair] = holding.get(pair, 0) | bit
        self._holding = holding  # whole, as other threads may ask meanwhile
        return holding


def window(
    windows: dict[tuple[int, int], list[str]], names: dict[int, list[str]], length: int, slips: int
) -> list[str]:
    """Return the names whose length differs by no more than `slips`, remembered in `windows`."""
    found = windows.get((length, slips))
    if found is None:
        lengths = range(length - slips, length + slips + 1)
        found = windows[length, slips] = [plain for one in lengths for plain in names.get(one, ())]
    return found


def _pairs(name: str) -> list[str]:
    """Return each letter with the one after it; a space stands before and after the name."""
    return list(map(add, f" {name}", f"{name} "))
