"""Knows of which name a word is the beginning, as columns of fixed width leave it."""

from __future__ import annotations

import re
from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from immunocli.names.names_protocol import Entry

_FIRST = re.compile(r"[ -]")
# A beginning says which name it is from so many letters; beside an amount from fewer.
LEAST_BEGUN = 7
LEAST_BEGUN_BESIDE = 5


class CutOff:
    """Finds the name that a beginning belongs to.

    Args:
        entries: names that may be meant, normalized, with their entries.
        others: strangers, normalized: all that share a beginning with ours are among them.
    """

    def __init__(self, entries: dict[str, Entry], others: Iterable[str]) -> None:
        self._entry = entries
        self._ours = sorted(entries)
        self._others = sorted(others)

    def begins(self, word: str) -> bool:
        """Say whether any name of ours begins with a word."""
        place = bisect_left(self._ours, word)
        return place < len(self._ours) and self._ours[place].startswith(word)

    def one(self, word: str, least: int = LEAST_BEGUN, *, joined: bool = False) -> Entry | None:
        """Return the entry whose name was cut off: the shortest that starts like this.

        There is none when a name that goes on otherwise, or a stranger's, starts so too: a
        conjugate's name goes on as its antibody's does.

        Args:
            word: normalized letters.
            least: how many letters it has at least.
            joined: it is made of several words; else the first word of the name holds it.
        """
        if len(word) < least:
            return None
        found = starting(self._ours, word)
        if not found:
            return None
        best = min(found, key=len)
        if any(plain != word and not plain.startswith(best) for plain in starting(self._others, word)):
            return None
        entry = self._entry[best]
        if not joined and len(_FIRST.split(entry[2], maxsplit=1)[0]) < len(word):
            return None
        ours = set(entry[0])
        clear = all(plain.startswith(best) or ours <= set(self._entry[plain][0]) for plain in found)
        return entry if clear else None


def starting(names: list[str], begun: str) -> list[str]:
    """Return those of sorted names that start like this."""
    first = bisect_left(names, begun)
    last = bisect_left(names, begun + "\U0010ffff", first)
    return names[first:last]
