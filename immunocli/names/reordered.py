"""Reads a name whose words stand in another order."""

from __future__ import annotations

from immunocli.names.reading import NUMBER, OTHERS, UNREAD, WORD, Found
from immunocli.names.words_beside_drugs import FORBIDDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.beginnings import Beginnings
    from immunocli.names.reading import Reading
    from immunocli.names.tokens import Token

# No name has more words; one in another order has so many letters.
_LONGEST_SPAN, _FEWEST, _LEAST_REORDERED = 12, 2, 10
_MAY_BE_PARTS = (UNREAD, WORD, NUMBER, "class", OTHERS, "amount")


def whole(
    reading: Reading,
    beginnings: Callable[[], Beginnings],
    cut: Callable[[str], list[Token]],
    roles: dict[str, str],
) -> Found | None:
    """Return what a string names whose words are those of a name in another order.

    Args:
        reading: of a string in which no name was found.
        beginnings: returns what knows how names begin.
        cut: cuts a string into words.
        roles: of the words around names.
    """
    if len(reading.tokens) < _FEWEST:
        return None
    words = [
        token.plain
        for token, mark in zip(reading.tokens, reading.marks, strict=True)
        if mark in _MAY_BE_PARTS
    ]
    if not _FEWEST <= len(words) <= _LONGEST_SPAN or sum(map(len, words)) < _LEAST_REORDERED:
        return None
    if any(mark in FORBIDDING for mark in reading.marks):
        return None
    entry = beginnings().of_words(words, cut, roles)
    return Found([entry], entry[1]) if entry else None
