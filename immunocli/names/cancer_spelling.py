"""Finds the word of a cancer's name that a misspelled word was meant to be."""

from __future__ import annotations

from immunocli.names.cancer_words import is_tumor
from immunocli.names.neighbors import Neighbors
from immunocli.names.slips import one_slip_from
from immunocli.names.sounds import sound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LEAST = 5
# Words come again in other strings.
_MOST_REMEMBERED = 4096
_MOST_NEAR = 6
# Where no other word says that a cancer is meant, a shorter word is not corrected.
_LEAST_ALONE = 6
_LEAST_WITH_OTHER_FIRST = 6
# A word that ends in one of ours of so many letters was written together with another: pleuramesothelioma.
_LEAST_JOINED = 10
# A word of which so many letters stand, and the last are left off: osteosarcom.
_LEAST_CUT = 9
_OTHERWISE = ("pseudo", "para", "anti", "non", "pre", "pro", "micro", "angio", "lymph", "myo", "aden", "cyst")
_LEAST_FOR_TWO = _SHORT_FOR_TWO = 8
_LEAST_FOR_TWO_ALONE = 11


class Misspelled:
    """Knows the words of cancers' names.

    Args:
        vocabulary: the words, in their one form.
        known: says what a normalized word is that is no word of a cancer's name.
        says: says whether a word says that a cancer is meant.
    """

    def __init__(
        self, vocabulary: Iterable[str], known: Callable[[str], object], says: Callable[[str], bool]
    ) -> None:
        self._words = sorted(word for word in vocabulary if len(word) >= _LEAST and word.isalpha())
        self._all = set(self._words)
        self._near = Neighbors(self._words)
        self._known = known
        self._says = says
        self._meant: dict[tuple[str, bool, bool], list[str]] = {}

    def meant(self, word: str, said: bool, *, known: bool = False) -> list[str]:
        """Return the words that are nearest, when no stranger is as near; one of them is meant.

        Args:
            word: as it stands, normalized.
            said: other words of the string say that a cancer is meant.
            known: it is a word that is none of ours, of which one slip at most is believed.
        """
        key = word, said, known
        found = self._meant.get(key)
        if found is None:
            if len(self._meant) >= _MOST_REMEMBERED:
                self._meant.clear()
            found = self._meant[key] = self._found(word, said, known)
        return found

    def _found(self, word: str, said: bool, known: bool) -> list[str]:
        if not said and len(word) < _LEAST_ALONE:
            return [one for one in self._nearest(word, said, known) if self._says(one)] if not known else []
        heard = word.replace("f", "ph").replace("ae", "e").replace("oe", "e")
        if heard != word and heard in self._all and (said or is_tumor(heard)):
            return [heard]
        plain = word.replace("ae", "e").replace("oe", "e")
        for one in dict.fromkeys((word, plain, heard)):
            found = self._nearest(one, said, known)
            if found:
                return found
        joined = self._joined(word)
        return [joined] if joined else []

    def _nearest(self, word: str, said: bool, known: bool) -> list[str]:
        least = _LEAST_FOR_TWO if said else _LEAST_FOR_TWO_ALONE
        slips = 2 if len(word) >= least and not known else 1
        if said:
            alike = self._alike(word)
            if alike:
                return alike
        close = sorted([(far, other) for other, far in self._near.within(word, slips)])[:_MOST_NEAR]
        nearest = [(other, far) for far, other in close if far == close[0][0]]
        return [other for other, far in nearest if self._may_be(word, other, far, said)]

    def _alike(self, word: str) -> list[str]:
        """Return the words that sound the same, or have the same letters in another order: `cervicle`, `tounge`."""
        if len(word) < _LEAST_ALONE or self._near.any_within(word, 1):
            return []
        near = [other for other, _ in self._near.within(word, 2) if other[0] == word[0]]
        heard = [one for one in near if sound(one) == sound(word)]
        return heard or [one for one in near if one[-1] == word[-1] and sorted(one) == sorted(word)]

    def _may_be(self, word: str, other: str, distance: int, said: bool) -> bool:
        least = _LEAST_WITH_OTHER_FIRST if said else _LEAST_FOR_TWO + 1
        if word[0] != other[0] and not (distance == 1 and len(word) >= least):
            return False
        if said and len(word) == _SHORT_FOR_TWO and distance > 1:
            return word[:3] == other[:3] and word[-3:] == other[-3:]
        if said:
            return True
        if self._says(other):
            return distance == 1
        if is_tumor(other) and len(word) >= _LEAST_CUT and other.startswith(word):
            return True
        return (
            word[-1] == other[-1]
            and is_tumor(other)
            and not any(self._known(one) for one in one_slip_from(word, other))
        )

    def _joined(self, word: str) -> str | None:
        """Return the word of ours that a word ends in, where another was written together with it."""
        for start in range(3, len(word) - _LEAST_JOINED + 1):
            if word[start:] in self._all and is_tumor(word):
                return None if word.startswith(_OTHERWISE) else word[start:]
        return None
