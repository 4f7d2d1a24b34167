"""Finds the name that a misspelled one was meant to be, when there is no doubt."""

from __future__ import annotations

from bisect import bisect_left
from operator import add

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from immunocli.names.forms import LONGEST_NAME, normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed import Store

    # `[plain name, ids, match, label]`, as an index keeps them.
    Entry = list[Any]

# How many slips a name of so many characters may hold; shorter ones are never guessed.
_SLIPS = ((14, 4), (10, 3), (7, 2), (5, 1))
_LEAST_PREFIX = 8
_LEAST_SPELLED = 5
# A slip in one of these is as likely to make another of them.
_NEVER_SPELLED = ("code", "abbreviation", "combination")
# A name of this length may carry so many letters too many in front.
_LEAST_WITH_PREFIX = 12
_MOST_EXTRA = 3
# Beginnings that make another substance of what follows.
_MEANT = ("peg", "ado", "fam", "alb", "nab", "fab", "bi", "tri", "rh", "zr")
_NEAR = 0.86
# More pairs make the choice no smaller; fewer questions are not worth an index.
_ENOUGH_PAIRS = 4
_WORTH_AN_INDEX = 500


def slips_allowed(length: int) -> int:
    """Return how many slips are forgiven in a name of that many characters."""
    return next((slips for least, slips in _SLIPS if length >= least), 0)


class Speller:
    """Knows the names of one kind, and those that are none of ours but look like them.

    Args:
        data: where the names are.
        kind: `therapy` or `cancer`.
    """

    def __init__(self, data: Store, kind: str) -> None:
        entries: list[Entry] = [
            [plain, *entry]
            for plain, entry in data.names(kind).items()
            if entry[1] not in _NEVER_SPELLED and len(plain) >= _LEAST_SPELLED and plain.isascii()
        ]
        self._entry = {entry[0]: entry for entry in entries if entry[1]}
        self._ours = sorted(self._entry)
        self._others = sorted({entry[0] for entry in entries if not entry[1]})
        # Names by length, then those of neighbouring lengths together.
        self._ours_of = _by_length(self._ours)
        self._windows: dict[tuple[int, int], list[str]] = {}
        self._near_ours = _Neighbours(self._ours)
        self._near_others = _Neighbours(self._others)

    def correct(self, name: str) -> Entry | None:
        """Return the entry that `name` was clearly meant to be, else None.

        It is clear when a name is nearest by the number of slips (a letter missing, added, changed
        or swapped with its neighbour), and the names of every other therapy, and every name that
        is none of ours, are farther: by more than one slip when there are more than two. A name cut
        off, and an antibody's name with two or three letters too many before it, are recognised too.

        Args:
            name: normalised.
        """
        allowed = slips_allowed(len(name))
        if not allowed or len(name) > LONGEST_NAME or sum(map(str.isalpha, name)) < len(name) / 2:
            return None
        found = self._begun(name) or self._nearest(name, allowed)
        if found is None and len(name) >= _LEAST_WITH_PREFIX and set(name[-3:]) <= set("mab"):
            for extra in range(2, _MOST_EXTRA + 1):
                if name[:extra] not in _MEANT:
                    found = found or self._nearest(name[extra:], 1)
        return found

    def _nearest(self, name: str, allowed: int) -> Entry | None:
        if not self._near_ours.any_within(name, allowed):
            return None
        close = self._within(name, allowed, limit=2)
        slips, best = close[0][1], self._entry[close[0][0]]
        if _digits(name) != _digits(best[0]):
            return None  # alfa-2a is not alfa-2b, nor is a 4-valent vaccine a 9-valent one
        margin = slips + (1 if slips > 2 else 0)
        rivals = self._within(name, margin, limit=None)
        if any(self._entry[rival][1] != best[1] for rival, _, _ in rivals):
            return None
        return None if self._near_others.any_within(name, margin) else best

    def _within(self, name: str, slips: int, limit: int | None) -> list[tuple[str, int, int]]:
        """Return our names within so many slips, nearest first."""
        window = _window(self._windows, self._ours_of, len(name), slips)
        found = process.extract(name, window, scorer=OSA.distance, score_cutoff=slips, limit=limit)
        return [(plain, int(distance), place) for plain, distance, place in found]

    def _begun(self, name: str) -> Entry | None:
        """Return the entry whose name was cut off: the shortest that starts like this.

        There is none when a name of another therapy, or one that is none of ours, starts so too.
        """
        if len(name) < _LEAST_PREFIX:
            return None
        found = [self._entry[plain] for plain in _starting(self._ours, name)]
        if not found or _starting(self._others, name):
            return None
        best = min(found, key=lambda entry: len(entry[0]))
        clear = all(set(best[1]) <= set(entry[1]) for entry in found)
        return best if clear and len(name) * 10 >= len(best[0]) * 6 else None


def _by_length(names: list[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for plain in names:
        found.setdefault(len(plain), []).append(plain)
    return found


def _window(
    windows: dict[tuple[int, int], list[str]], names: dict[int, list[str]], length: int, slips: int
) -> list[str]:
    """Return the names whose length differs by no more than `slips`, remembered in `windows`."""
    window = windows.get((length, slips))
    if window is None:
        lengths = range(length - slips, length + slips + 1)
        window = windows[length, slips] = [plain for one in lengths for plain in names.get(one, ())]
    return window


def _digits(plain: str) -> str:
    return "".join(filter(str.isdigit, plain))


class _Neighbours:
    """Tells whether any of many names is near a string, soon at once: for most strings none is.

    Of the pairs of neighbouring letters in a string each slip spoils three at most; the others stand
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
        if not sharing[enough]:
            return False
        likely = bin(sharing[enough] >> first)[:1:-1]
        place = likely.find("1")
        while place >= 0:
            if OSA.distance(name, self._names[first + place], score_cutoff=slips) <= slips:
                return True
            place = likely.find("1", place + 1)
        return False

    def _index(self) -> dict[str, int]:
        for place, name in enumerate(self._names):
            bit = 1 << place
            for pair in set(_pairs(name)):
                self._holding[pair] = self._holding.get(pair, 0) | bit
        return self._holding


def _pairs(name: str) -> list[str]:
    """Return each letter with the one after it; a space stands before and after the name."""
    return list(map(add, f" {name}", f"{name} "))


def _starting(names: list[str], begun: str) -> list[str]:
    """Return those of sorted names that start like this."""
    first = bisect_left(names, begun)
    last = bisect_left(names, begun + "\U0010ffff", first)
    return names[first:last]


def nearest(data: Store, kind: str, name: str, limit: int = 3) -> list[str]:
    """Return up to `limit` labels of our names that look like `name`, most alike first."""
    plain = normalise(name[: LONGEST_NAME + 1])
    if len(plain) < 3 or len(plain) > LONGEST_NAME:
        return []
    known: dict[str, Any] = data.names(kind)
    ours = [candidate for candidate, entry in known.items() if entry[0]]
    found: list[str] = []
    seen: list[Any] = []
    for candidate, likeness, _ in process.extract(plain, ours, scorer=JaroWinkler.similarity, limit=30):
        slips = OSA.distance(plain, candidate)
        alike = likeness >= _NEAR and slips <= max(2, len(plain) // 3)
        begun = len(plain) >= 4 and candidate.startswith(plain)
        if (alike or begun) and known[candidate][0] not in seen:
            seen.append(known[candidate][0])
            found.append(known[candidate][2])
    return found[:limit]
