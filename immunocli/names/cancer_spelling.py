"""Finds the word of a cancer's name that a misspelled word was meant to be."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.cancer_words import is_tumor
from immunocli.names.neighbors import Neighbors
from immunocli.names.spelling import one_slip_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LEAST = 6
# A word that ends in one of ours of so many letters was written together with another: pleuramesothelioma.
_LEAST_JOINED = 10
_OTHERWISE = ("pseudo", "para", "anti", "non", "pre", "pro", "micro", "angio", "lymph", "myo", "aden", "cyst")
_LEAST_FOR_TWO = 9
_LEAST_FOR_TWO_ALONE = 11


class Misspelled:
    """Knows the words of cancers' names.

    Args:
        vocabulary: the words, in their one form.
        known: says what a normalised word is that is no word of a cancer's name.
    """

    def __init__(self, vocabulary: Iterable[str], known: Callable[[str], object]) -> None:
        self._words = sorted(word for word in vocabulary if len(word) >= _LEAST and word.isalpha())
        self._all = set(self._words)
        self._near = Neighbors(self._words)
        self._known = known

    def meant(self, word: str, said: bool) -> str | None:
        """Return the one word that is nearest, when no other and no stranger is as near.

        Args:
            word: in its one form.
            said: other words of the string say that a cancer is meant.
        """
        joined = self._joined(word)
        if joined:
            return joined
        slips = 2 if len(word) >= (_LEAST_FOR_TWO if said else _LEAST_FOR_TWO_ALONE) else 1
        if not self._near.any_within(word, slips):
            return None
        close = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=3)
        if len(close) > 1 and close[0][1] == close[1][1]:
            return None
        best, distance, _ = close[0]
        if word[0] != best[0] and not (distance == 1 and len(word) >= _LEAST_FOR_TWO):
            return None
        if not said and (word[-1] != best[-1] or not is_tumor(best)):
            return None
        if any(self._known(other) for other in one_slip_from(word, best)):
            return None
        return str(best)

    def _joined(self, word: str) -> str | None:
        """Return the word of ours that a word ends in, where another was written together with it."""
        for start in range(3, len(word) - _LEAST_JOINED + 1):
            if word[start:] in self._all and is_tumor(word):
                return None if word.startswith(_OTHERWISE) else word[start:]
        return None
