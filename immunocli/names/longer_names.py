"""Knows names of strangers that hold a name of ours, or go on behind it."""

from __future__ import annotations

import re

from immunocli.names import doses
from immunocli.names.international import is_payload_code, may_be_payload
from immunocli.names.reading import OTHERS, OURS, UNREAD, WORD
from immunocli.names.sureness import LEAST_SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Reading
    from immunocli.names.tokens import Token

_MOST_BEHIND = 3
# What parts a heading, or one drug, from the next.
_APART = re.compile(r"[:;+|]")
# No stranger's name is asked for with more words.
_LONGEST_STRANGER = 5
# In small letters an acronym of a cancer is a word.
_SMALL = ("all", "mm", "met", "gist", "net", "nets")
# Another drug, or the cancer that is treated, is accounted for; another disease may be what the drug did.
_TOLD = ("drug", "cancer")


def longer_stranger(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether a stranger's name begins with a name of ours, from `first` up to `last`, and goes beyond it."""
    joined = "".join([token.plain for token in tokens[first:last]]) if last < len(tokens) else ""
    for place in range(last, min(last + _MOST_BEHIND, len(tokens))):
        if doses.begins_amount(tokens, place, lexicon.roles):
            return False  # "ipi 3 mg/kg" is not the gene IPI3
        if tokens[place].gap == " " and lexicon.roles.get(tokens[place].plain) == "dosing":
            return False  # FCR 1L is not the gene FCR1L
        if not tokens[place].gap.strip(" -/'_"):
            joined += tokens[place].plain
            if lexicon.stranger(joined):
                return True
    return False


def hides_ours(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether a separate name of ours stands in what would be one stranger's name."""
    return any(
        len(token.plain) >= LEAST_SURE and token.gap.strip(" -") and lexicon.entry(token.plain) is not None
        for token in tokens[first + 1 : last]
    )


def _is_cut(reading: Reading, first: int, last: int) -> bool:
    """Say whether a name of ours begins behind a sign in what would be a stranger's name: `Phase Ib: N-803` names no ibn."""
    return any(
        first < hit.first < last and _APART.search(reading.tokens[hit.first].gap) for hit in reading.hits
    )


def carries(tokens: list[Token], place: int) -> bool:
    """Say whether a word right behind an antibody's name may be what it carries."""
    antibody = tokens[place - 1].plain.endswith("mab")
    return antibody and not tokens[place].gap.strip(" -_") and may_be_payload(tokens[place].plain)


def mark_strangers(reading: Reading, lexicon: Lexicon) -> None:
    """Read the names of strangers among what was not read; one that holds a name of ours hides it."""
    tokens, marks = reading.tokens, reading.marks
    place = 0
    while place < len(tokens):
        if marks[place] != UNREAD:
            place += 1
            continue
        if (
            place
            and marks[place - 1] == OURS
            and tokens[place].gap == "-"
            and is_payload_code(tokens[place].plain)
        ):
            marks[place] = "payload"
            place += 1
            continue
        last = min(place + _LONGEST_STRANGER, len(tokens))
        while last > place:
            what = lexicon.stranger("".join([one.plain for one in tokens[place:last]]))
            if what and not (hides_ours(tokens, place, last, lexicon) or _is_cut(reading, place, last)):
                for hit in [hit for hit in reading.hits if place < hit.first < last]:
                    reading.drop(hit)
                is_word = what[0] == "cancer" and last == place + 1 and tokens[place].text in _SMALL
                reading.mark(place, last, OTHERS if what[0] in _TOLD and not is_word else WORD)
                break
            last -= 1
        if last == place and place and marks[place - 1] == OURS and carries(tokens, place):
            marks[place] = "payload"  # of another conjugate
        place = max(last, place + 1)


def told_of(reading: Reading, lexicon: Lexicon) -> str:
    """Return what is told of the one name of a string that is known and none of ours: `siltuximab 11 mg/kg`."""
    runs = reading.runs()
    if len(runs) != 1 or runs[0][1] - runs[0][0] == len(reading.tokens):
        return ""
    first, last = runs[0]
    if last - first > _LONGEST_STRANGER:
        return ""
    known = lexicon.stranger("".join([token.plain for token in reading.tokens[first:last]]))
    return known[1] if known and known[0] != known[1] else ""
