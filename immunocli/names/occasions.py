"""Knows a drug that only tells why or when another is given: `levothyroxine 88 mcg, hypothyroid from Keytruda`."""

from __future__ import annotations

import re

from immunocli.names.doses import is_cycle
from immunocli.names.reading import NUMBER, OTHERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit, Reading

# Where the words of occasions are kept: those that tell of one wherever they stand, those that do so in one phrase
# alone, those that do so beside any drug, what a drug is given for beside another, and what is watched.
OCCASIONS = "occasion"
_BEFORE, _BESIDE, _PLAIN, _PURPOSE, _WATCHED = "before", "beside", "plain", "purpose", "watched"
_LINKS = (_BEFORE, _BESIDE, _PLAIN)
_MOST_WORDS = 3
# A statement is read so many words behind a name, and before it.
_REACH = 30
# What ends a statement, and what may part a drug from its occasion within one.
_APART, _PARTED = re.compile(r"[;|+&]|[.!?]\s"), re.compile(r"[,(:]")
_OWN = frozenset(("amount", "route", "form"))
_COUNTED = (NUMBER, "amount")


def is_occasion(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether a name tells why or when another drug is given, or a test is made, and no dose of its own.

    Args:
        reading: the string.
        hit: the name.
        words: of occasions.
    """
    if not hit.first or _has_own(reading, hit):
        return False
    link, first = _link(reading, hit.first, words)
    begin = _begin(reading, first, hit)
    tokens, marks = reading.tokens, reading.marks
    if begin == first:
        return False
    purposes = [place for place in range(begin, first) if _role(reading, place, words) == _PURPOSE]
    dosed = any(marks[place] == OTHERS and _counts(reading, place + 1) for place in range(begin, first))
    if not link:
        behind = range(hit.last, min(hit.last + 2, len(tokens)))
        again = any(
            _role(reading, place, words) == _PURPOSE for place in behind
        )  # eye drops (Tivdak eye care)
        return bool(purposes) and (again or (dosed and purposes[-1] == first - 1))
    if link == _BESIDE and any(_PARTED.search(tokens[place].gap) for place in range(begin + 1, hit.first)):
        return False
    if link == _PLAIN and marks[begin] == OTHERS:
        return True
    watched = any(_role(reading, place, words) == _WATCHED for place in range(begin, first))
    return dosed or bool(purposes) or watched


def _begin(reading: Reading, first: int, hit: Hit) -> int:
    """Return where the statement begins in which a name stands."""
    furthest = max(0, hit.first - _REACH)
    for place in range(hit.first, furthest, -1):
        if _APART.search(reading.tokens[place].gap):
            return min(place, first)
    return min(furthest, first)


def _link(reading: Reading, end: int, words: dict[str, str]) -> tuple[str, int]:
    """Return the role of the words of an occasion right before a place, and where they begin; none is empty."""
    tokens = reading.tokens
    if reading.tokens[end].gap.strip(" -"):
        return "", end
    for place in range(max(0, end - _MOST_WORDS), end):
        if any(token.gap.strip() for token in tokens[place + 1 : end]):
            continue
        role = words.get(" ".join([token.plain for token in tokens[place:end]]), "")
        if role in _LINKS:
            return role, place
    return "", end


def _role(reading: Reading, place: int, words: dict[str, str]) -> str:
    """Return the role of a word, or of two of which it is the second."""
    tokens = reading.tokens
    pair = f"{tokens[place - 1].plain} {tokens[place].plain}" if place else ""
    return words.get(tokens[place].plain) or words.get(pair, "")


def _counts(reading: Reading, place: int) -> bool:
    """Say whether an amount with its number stands at a place."""
    marks = reading.marks
    last = min(len(marks), place + _MOST_WORDS)
    while place < last and marks[place] == OTHERS:
        place += 1
    if place >= len(marks) or marks[place] not in _COUNTED:
        return False
    return any(map(str.isdigit, reading.tokens[place].plain))


def _has_own(reading: Reading, hit: Hit) -> bool:
    """Say whether behind a name its dose is told, or how it is given."""
    tokens, marks = reading.tokens, reading.marks
    for place in range(hit.last, min(len(tokens), hit.last + _REACH)):
        gap = tokens[place].gap
        if _APART.search(gap) or ":" in gap or ("," in gap and place > hit.last):
            return False
        if marks[place] in _OWN or marks[place] == NUMBER or is_cycle(tokens[place].plain):
            return True
        if marks[place] == OTHERS:
            return False
    return False


def is_counted_behind(reading: Reading, hit: Hit) -> bool:
    """Say whether right behind a name it is told how often it was given, or in which cycle: `Unituxin cycle 4 of 5`."""
    tokens, marks = reading.tokens[hit.last : hit.last + 2], reading.marks[hit.last : hit.last + 2]
    if not tokens or tokens[0].gap.strip(" (-"):
        return False
    if is_cycle(tokens[0].plain) or (marks[0] == "amount" and tokens[0].plain.startswith("x")):
        return True
    return marks == ["dosing", NUMBER] or (tokens[0].plain == "x" and marks[1:] == [NUMBER])
