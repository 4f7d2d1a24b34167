"""Finds the name that a misspelled one was meant to be, when there is no doubt."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from immunocli.names import LONGEST_NAME, normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.data import Data

    # `[plain name, ids, match, label]`, as an index keeps them.
    Entry = list[Any]

# How many slips a name of so many characters may hold; shorter ones are never guessed.
_SLIPS = ((14, 4), (10, 3), (7, 2), (5, 1))
_LEAST_PREFIX = 8
_NEAR = 0.86


def slips_allowed(length: int) -> int:
    """Return how many slips are forgiven in a name of that many characters."""
    return next((slips for least, slips in _SLIPS if length >= least), 0)


class Speller:
    """Knows the names of one kind, and those that are none of ours but look like them.

    Args:
        data: where the names are.
        kind: `therapy` or `cancer`.
    """

    def __init__(self, data: Data, kind: str) -> None:
        entries: list[Entry] = data.get("spelling", kind) or []
        self._ours: dict[int, list[Entry]] = {}
        self._others: dict[int, list[str]] = {}
        self._near: dict[tuple[str, int], list[str]] = {}
        for entry in entries:
            if entry[1]:
                self._ours.setdefault(len(entry[0]), []).append(entry)
            else:
                self._others.setdefault(len(entry[0]), []).append(entry[0])
        self._plain = {length: [entry[0] for entry in group] for length, group in self._ours.items()}

    def correct(self, name: str) -> Entry | None:
        """Return the entry that `name` was clearly meant to be, else None.

        It is clear when one therapy's name is nearest by the number of slips (a letter missing,
        added, changed or swapped with its neighbour), and every other therapy's names, and every
        name that is none of ours, are farther by more than one slip, by one when there is one slip.

        Args:
            name: normalised.
        """
        allowed = slips_allowed(len(name))
        if not allowed or len(name) > LONGEST_NAME or sum(map(str.isalpha, name)) < len(name) / 2:
            return None
        close = self._within(name, allowed + 1)
        if not close or close[0][0] > allowed:
            return self._begun(name)
        slips, best = close[0]
        margin = slips + (1 if slips > 1 else 0)
        if any(entry[1] != best[1] and other <= margin for other, entry in close):
            return None
        return None if self._confusable(name, best[0], slips, margin) else best

    def _within(self, name: str, slips: int) -> list[tuple[int, Entry]]:
        """Return our names within so many slips, nearest first."""
        close = []
        for length in range(len(name) - slips, len(name) + slips + 1):
            plain = self._plain.get(length)
            for _, distance, place in (
                process.extract_iter(name, plain, scorer=OSA.distance, score_cutoff=slips) if plain else ()
            ):
                close.append((int(distance), self._ours[length][place]))
        close.sort(key=lambda found: (found[0], found[1][0]))
        return close

    def _confusable(self, name: str, best: str, slips: int, margin: int) -> bool:
        """Say whether a name that is none of ours is as near, or nearly so."""
        reach = slips + margin
        near = self._near.get((best, reach))
        if near is None:
            near = [
                other
                for length in range(len(best) - reach, len(best) + reach + 1)
                for other, _, _ in process.extract_iter(
                    best, self._others.get(length, ()), scorer=OSA.distance, score_cutoff=reach
                )
            ]
            self._near[best, reach] = near
        return any(OSA.distance(name, other, score_cutoff=margin) <= margin for other in near)

    def _begun(self, name: str) -> Entry | None:
        """Return the entry whose name was cut off: the only one that starts like this."""
        if len(name) < _LEAST_PREFIX:
            return None
        for group in self._others.values():
            if any(other.startswith(name) or name.startswith(other) for other in group):
                return None
        found: list[Entry] = []
        for entries in self._ours.values():
            for entry in entries:
                if name.startswith(entry[0]) and len(entry[0]) >= len(name) - 3:
                    return None
                if entry[0].startswith(name) and len(name) * 10 >= len(entry[0]) * 6:
                    found.append(entry)
        return found[0] if found and all(entry[1] == found[0][1] for entry in found) else None


def nearest(data: Data, kind: str, name: str, limit: int = 3) -> list[str]:
    """Return up to `limit` labels of our names that look like `name`, most alike first."""
    plain = normalise(name[: LONGEST_NAME + 1])
    if len(plain) < 3 or len(plain) > LONGEST_NAME:
        return []
    known: dict[str, Any] = data.get("names", kind) or {}
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
