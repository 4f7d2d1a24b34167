"""Finds the word that a misspelled one was meant to be."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# So many slips are forgiven in a word of that many letters; shorter ones are never guessed.
_SLIPS = ((8, 2), (5, 1))


def nearest(word: str, vocabulary: Mapping[str, Sequence[str]]) -> str:
    """Return the word that is nearest, or an empty text.

    A slip is a letter missing, added, changed, or swapped with its neighbor; the first letter is
    taken to be right.

    Args:
        word: lower-case letters.
        vocabulary: known words by their first letter.
    """
    allowed = next((slips for least, slips in _SLIPS if len(word) >= least), 0)
    best, fewest = "", allowed + 1
    for known in vocabulary.get(word[:1], ()):
        if abs(len(known) - len(word)) < fewest and len(known) > 3:
            slips = distance(word, known, fewest - 1)
            if slips < fewest:
                best, fewest = known, slips
                if slips <= 1:
                    break
    return best


def distance(one: str, other: str, most: int) -> int:
    """Return how many slips lie between two words; more than `most` is only told as more.

    Args:
        one: a word.
        other: another.
        most: beyond this nobody cares how many.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, there in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != there))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == there:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return last[-1]
