"""Knows names of ours that a number tells apart, as Gardasil and Gardasil 9: another number is none of them."""

from __future__ import annotations

import re
from itertools import pairwise

from immunocli.names import doses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Reading

_NUMBERS = "23456789"
_APART = re.compile(r"[+;|&/]")


def is_other(reading: Reading, place: int, lexicon: Lexicon) -> bool:
    """Say whether a number behind a name is part of one that we do not know: `Gardasil 99`, `MK-3475-522`."""
    hits, tokens = reading.hits, reading.tokens
    if not hits or hits[-1].last != place or tokens[place].gap.strip(" -"):
        return False
    if place + 1 < len(tokens) and doses.is_amount_or_form(tokens[place + 1].plain, lexicon.roles):
        return False
    if hits[-1].entry[1] == "code" and tokens[place].gap == "-":
        return True  # a study of the drug: AK105-304
    return tells_apart("".join(token.plain for token in tokens[hits[-1].first : place]), lexicon)


def settle(reading: Reading, lexicon: Lexicon) -> None:
    """Take a name for the numbered one that stands beside it in other words: `Gardasil nine-valent HPV vaccine`."""
    for hit, other in pairwise(reading.hits):
        apart = hit.last < other.first or _APART.search(reading.tokens[other.first].gap)
        for one, also in () if apart or hit.entry[0] == other.entry[0] else ((hit, other), (other, hit)):
            name = "".join([token.plain for token in reading.tokens[one.first : one.last]])
            if any((lexicon.entry(name + number) or [None])[0] == also.entry[0] for number in _NUMBERS):
                one.entry = [also.entry[0], one.entry[1], also.entry[2]]


def tells_apart(name: str, lexicon: Lexicon) -> bool:
    """Say whether numbers tell names of ours apart that begin with this one."""
    found = (lexicon.entry(name + number) for number in _NUMBERS)
    return any(entry is not None and entry[0] for entry in found)
