"""Reads names cut to their beginnings where a sign joins them to a drug: `Dara-Teclis`, `nivo/rela`."""

from __future__ import annotations

from immunocli.names.forms import normalize
from immunocli.names.reading import OTHERS, OURS, PARTNER, SPELLING, SURE, UNREAD, Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Reading
    from immunocli.names.truncated_names import CutOff

# Where shorter beginnings are kept, with the drug that is called so beside another: elo/rev/dex.
SHORT = "short"
# A beginning has so many letters, and a stranger that it is joined to.
_LEAST, _LEAST_OTHER = 4, 5
_JOINS = ("-", "+", "/", "&")
# Days of one drug and of another: 7+3, DA 3+10.
_DAYS = ({"7", "3"}, {"3", "10"}, {"3", "8"}, {"2", "5"})
# The short names of the two drugs before their days: DA, IA.
_LONGEST_DRUGS = 3
# What else a beginning may be by chance.
_BY_CHANCE = ("word", "person", "place", "gene")


def read(reading: Reading, lexicon: Lexicon, cut_off: Callable[[], CutOff]) -> None:
    """Read the beginnings that one name of ours alone has.

    Args:
        reading: the string.
        lexicon: the names of therapies.
        cut_off: returns who knows what name a word is the beginning of.
    """
    tokens, marks = reading.tokens, reading.marks
    for place in range(2, len(tokens)):
        pair = {tokens[place - 1].plain, tokens[place].plain}
        if pair not in _DAYS or tokens[place].gap not in _JOINS:
            continue
        first, short = place - 1, tokens[place - 2]
        if tokens[first].gap == " " and short.text.isupper() and len(short.text) <= _LONGEST_DRUGS:
            first -= 1
        if first and marks[first] != OURS and tokens[first].gap.strip() in _JOINS:
            reading.mark(first, place + 1, PARTNER)
    beginnings = lexicon.keeper.around(SHORT)
    for place, token in enumerate(tokens):
        meant = beginnings.get(token.plain, "")[1:]
        if marks[place] != UNREAD or not (meant or len(token.plain) >= _LEAST) or not token.plain.isalpha():
            continue
        if not any(
            0 <= beside < len(tokens) and tokens[at].gap.strip() in _JOINS and _is_drug(reading, beside)
            for beside, at in ((place - 1, place), (place + 1, place + 1))
        ):
            continue
        if meant:
            if (
                place + 1 < len(tokens)
                and tokens[place + 1].plain[:1].isdigit()
                and tokens[place + 1].gap in ("", "-")
            ):
                continue  # ISA-247 is a code
            entry = lexicon.entry(normalize(meant))
        else:
            known = lexicon.stranger(token.plain)
            entry = None if known and known[0] not in _BY_CHANCE else cut_off().one(token.plain, _LEAST)
        if entry is not None and len(entry[0]) == 1 and (meant or entry[0][0].startswith(token.plain)):
            reading.hits.append(Hit(place, place + 1, [entry[0], SPELLING, entry[2]], SURE))
            marks[place] = OURS
    reading.hits.sort(key=lambda hit: hit.first)


def _is_drug(reading: Reading, place: int) -> bool:
    """Say whether a word is a name of ours, a short name of another drug, or a longer one."""
    mark = reading.marks[place]
    return mark in (OURS, PARTNER) or (mark == OTHERS and len(reading.tokens[place].plain) >= _LEAST_OTHER)
