"""Looks names up, exactly and by spelling, for whoever reads strings."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from immunocli.names.spelling import Speller
    from immunocli.store.typed import Store

    # A name as an index keeps it: `[ids, match, label]`; without ids it is known to be none of ours.
    Entry = list[Any]
    # What a string was found to name, how, and whether a person should look at it.
    Found = tuple[list[Entry], str, bool]

SPELLING = "spelling"
NOTHING: Found = ([], "", False)
# Longer texts are read no further, and longer names tried no more.
MOST_WORDS = 14
LONGEST_SPAN = 10
LEAST_IN_CONTEXT = 3
_WORD = re.compile(r"[^\W_]+")


def words_of(folded: str) -> list[str]:
    """Return the words of a text that was folded: letters and digits only."""
    return _WORD.findall(folded)


class Names:
    """The names of one kind.

    Args:
        data: where they are.
        kind: `therapy`, `cancer` or `term`.
        many: many will be looked up: read them all at once.
    """

    def __init__(self, data: Store, kind: str, *, many: bool = False) -> None:
        self.data = data
        self.kind = kind
        self._speller: Speller | None = None
        known: dict[str, Entry] | None = data.names(kind) if many else None
        self.entry: Callable[[str], Entry | None] = (
            known.get if known is not None else lambda plain: data.name(kind, plain)
        )

    def spelled(self, plain: str) -> Entry | None:
        """Return the name that a misspelled one was clearly meant to be, else None."""
        if self._speller is None:
            from immunocli.names.spelling import Speller  # RapidFuzz costs two interpreter starts

            self._speller = Speller(self.data, self.kind)
        found = self._speller.correct(plain)
        return found[1:] if found else None

    def misspelled(self, candidates: list[str]) -> Found:
        """Return what any of several misspelled names were meant to be."""
        found: list[Entry] = []
        for plain in candidates:
            entry = self.spelled(plain)
            if entry and entry not in found:
                found.append(entry)
        return found, SPELLING if found else "", bool(found)
