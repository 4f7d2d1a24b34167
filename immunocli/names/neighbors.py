"""Finds which of many names are near a string, soon at once: for most strings none is."""

from __future__ import annotations

from bisect import bisect_left
from operator import add

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.forms import LONGEST_NAME

# More pairs are not counted; fewer questions, or names, are not worth an index.
_ENOUGH_PAIRS = 8
_WORTH_AN_INDEX = 100
_FEW = 120
_FEW_AMONG = 40
_WORTH_AT_ONCE = 50_000
_MOST_LISTS = 4096


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
        self._lettered: dict[tuple[int, str], int] = {}
        self._lists: dict[tuple[int, int, int], list[str]] = {}
        self._asked = 0

    def beginning(self, place: int, letter: str) -> int:
        """Return which names have a letter in a place, as bits for `any_within`."""
        found = self._lettered.get((place, letter))
        if found is None:
            found = sum(1 << at for at, name in enumerate(self._names) if name[place : place + 1] == letter)
            self._lettered[place, letter] = found
        return found

    def any_within(self, name: str, slips: int, among: int = -1) -> bool:
        """Say whether any name, or any of some, is within so many slips; see `within`."""
        some = self._some(name, slips, among)
        return process.extractOne(name, some, scorer=OSA.distance, score_cutoff=slips) is not None

    def within(self, name: str, slips: int) -> list[tuple[str, int]]:
        """Return the names within so many slips with how many they are, nearest first.

        Args:
            name: normalized, no longer than the longest name.
            slips: how many, at least one.
        """
        some = self._some(name, slips)
        found = process.extract(name, some, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return [(plain, int(distance)) for plain, distance, _ in found]

    def _some(self, name: str, slips: int, among: int = -1) -> list[str]:
        """Return names among which all are that are so near."""
        first = self._first[max(0, len(name) - slips)]
        last = self._first[len(name) + slips + 1]
        enough = min(len(name) + 1 - 3 * slips, _ENOUGH_PAIRS)
        self._asked += 1
        many = self._asked >= _WORTH_AN_INDEX or len(self._names) >= _WORTH_AT_ONCE
        counted = enough >= 1 and last - first >= _FEW and many
        if among >= 0:
            listed = self._listed(first, last, among)
            if not counted or len(listed) < _FEW_AMONG:
                return listed
        elif not counted:
            return self._names[first:last]
        return self._told(first, last, among & self._sharing(name, enough))

    def _listed(self, first: int, last: int, among: int) -> list[str]:
        """Return those of some names whose length is asked for, remembered: many strings begin alike."""
        key = first, last, among
        found = self._lists.get(key)
        if found is None:
            found = self._told(first, last, among)
            if len(self._lists) < _MOST_LISTS:
                self._lists[key] = found
        return found

    def _told(self, first: int, last: int, bits: int) -> list[str]:
        """Return the names from the first up to the last whose bits are set."""
        likely = (((1 << last) - (1 << first)) & bits) >> first
        if not likely:
            return []
        names, told = self._names, bin(likely)  # the first name is the last digit
        end = first + len(told) - 1
        found = []
        place = told.rfind("1")
        while place > 0:  # "0b" is no digit
            found.append(names[end - place])
            place = told.rfind("1", 2, place)
        return found

    def _sharing(self, name: str, enough: int) -> int:
        """Return which names share at least so many pairs with a string, one to eight, as bits."""
        holding = self._holding or self._index()
        # How many pairs each name shares, in three bits, and which share eight or more.
        ones = twos = fours = eights = 0
        for pair in map(add, f" {name}", f"{name} "):
            these = holding.get(pair)
            if these:
                carried = ones & these
                ones ^= these
                if carried:
                    further = twos & carried
                    twos ^= carried
                    if further:
                        eights |= fours & further
                        fours ^= further
        if enough > 4:
            twos = (twos | ones, twos, twos & ones, 0)[enough - 5]
            return eights | (fours & twos)
        if enough > 2:
            return eights | fours if enough > 3 else eights | fours | (twos & ones)
        return eights | fours | twos if enough > 1 else eights | fours | twos | ones

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
