"""Finds the word of a cancer's name that a misspelled word was meant to be."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.neighbors import Neighbors
from immunocli.names.spelling import one_slip_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LEAST = 6
_LEAST_FOR_TWO = 9


class Misspelled:
    """Knows the words of cancers' names.

    Args:
        vocabulary: the words, in their one form.
        known: says what a normalised word is that is no word of a cancer's name.
    """

    def __init__(self, vocabulary: Iterable[str], known: Callable[[str], object]) -> None:
        self._words = sorted(word for word in vocabulary if len(word) >= _LEAST and word.isalpha())
        self._near = Neighbors(self._words)
        self._known = known

    def meant(self, word: str) -> str | None:
        """Return the one word that is nearest, when no other and no stranger is as near."""
        slips = 2 if len(word) >= _LEAST_FOR_TWO else 1
        if not self._near.any_within(word, slips):
            return None
        close = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=3)
        if len(close) > 1 and close[0][1] == close[1][1]:
            return None
        best, distance, _ = close[0]
        if word[0] != best[0] and not (distance == 1 and len(word) >= _LEAST_FOR_TWO):
            return None
        if any(self._known(other) for other in one_slip_from(word, best)):
            return None
        return str(best)
