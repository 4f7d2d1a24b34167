"""Cuts a string that is not read into the pieces that may be one misspelled name each."""

from __future__ import annotations

import re

from immunocli.names.around import OF_DRUGS
from immunocli.names.forms import normalize
from immunocli.names.international import is_international
from immunocli.names.reading import NUMBER, OTHERS, UNREAD
from immunocli.names.sounds import sound
from immunocli.names.sureness import LEAST_SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Reading

LEAST_TOGETHER = 10
_OF_AMOUNTS = frozenset((*OF_DRUGS, NUMBER, "dosing"))
# What stands between the drugs of a combination, and between the words of a name.
PARTS = re.compile(r"[+/,;|&()]")
BETWEEN_WORDS = re.compile(r"[ -]+")


def runs(reading: Reading) -> list[tuple[int, int]]:
    """Return where unread words that may be one name begin and end: a sign of a combination parts them."""
    found: list[tuple[int, int]] = []
    for first, last in reading.runs():
        for place in range(first + 1, last):
            if PARTS.search(reading.tokens[place].gap):
                found.append((first, place))
                first = place
        found.append((first, last))
    return found


def parted(plains: list[str], entry: Entry) -> bool:
    """Say whether two words are one that was parted, with a slip: `pembro lizumb`, `kee truda`."""
    name, joined = normalize(entry[2]), "".join(plains)
    words = len(BETWEEN_WORDS.split(entry[2]))
    if not 2 <= len(plains) <= max(2, words) or len(plains[0]) < 2 or plains[0][:2] != name[:2]:
        return False
    return (is_international(name) and len(joined) >= LEAST_TOGETHER - 1) or sound(joined) == sound(name)


def lone(words: list[str]) -> list[str]:
    """Return the words that are one letter: hepatitis A is no slip for hepatitis B."""
    return [word for word in words if len(word) == 1 and word.isalpha()]


def apart(reading: Reading) -> bool:
    """Say whether the names of others stand apart from what was not read: joined by a sign or "and"."""
    marks = reading.marks
    for place in range(1, len(marks)):
        pair = {marks[place - 1], marks[place]}
        if pair == {OTHERS, UNREAD}:
            gap = reading.tokens[place].gap
            other = reading.tokens[place if marks[place] == OTHERS else place - 1].plain
            if not PARTS.search(gap) and (gap != "-" or len(other) < LEAST_SURE):
                return False
    return True


def listed(reading: Reading) -> bool:
    """Say whether anything in a string may part one drug from the next."""
    return "joining" in reading.marks or any(
        token.gap == "-" or PARTS.search(token.gap) is not None for token in reading.tokens
    )


def in_list(reading: Reading, place: int, end: int) -> bool:
    """Say whether words stand in a list of drugs: a sign or "and" parts them, with an amount, from what is beside them."""
    marks, tokens = reading.marks, reading.tokens
    last = end
    while (
        last < len(marks)
        and marks[last] in _OF_AMOUNTS
        and (last == end or not PARTS.search(tokens[last].gap) or "/" in tokens[last].gap)
    ):
        last += 1
    return all(
        not 0 < at < len(marks)
        or "joining" in (marks[at - 1], marks[at])
        or PARTS.search(tokens[at].gap) is not None
        for at in (place, last)
    )
