"""Reads misspelled names beside others that are spelled as they should be: `relatlimad + nivo`."""

from __future__ import annotations

import re

from immunocli.names.drug_runs import in_list
from immunocli.names.forms import normalize
from immunocli.names.international import ends_as_antibody
from immunocli.names.reading import OTHERS, OURS, SPELLING, SURE, UNREAD, WORD, Hit
from immunocli.names.sureness import LEAST_SURE
from immunocli.names.words_beside_drugs import FORBIDDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Reading


_BESIDE = re.compile(r"\s*[+/,&]?\s*$")


def read(reading: Reading, unread: list[int], spell: Callable[[str], Entry | None]) -> bool:
    """Read misspelled words that mean what is named beside them, or another drug where the rest is read.

    Args:
        reading: of a string in which a name was found.
        unread: the places of the words that are not accounted for; those that are read here are taken out.
        spell: returns the name that a misspelled word meant.

    Returns:
        whether there were any.
    """
    if not unread:
        return False
    named = [set(hit.entry[0]) for hit in reading.hits]
    marks = reading.marks
    alone = [marks[place] for place in unread if marks[place] not in (WORD, "payload")] == [UNREAD]
    corrected = False
    for place in list(unread):
        token = reading.tokens[place]
        if marks[place] == UNREAD and len(token.plain) >= LEAST_SURE and token.plain.isalpha():
            entry, last = _with_payload(reading, place, spell)
            if entry is None or not (
                set(entry[0]) in named
                or (
                    (alone or ends_as_antibody(token.plain))
                    and FORBIDDING.isdisjoint(marks[:place] + marks[last:])
                    and (in_list(reading, place, last) or _in_row(reading, place, last))
                )
            ):
                continue
            for at in range(place, last):
                if at in unread:
                    unread.remove(at)
                marks[at] = OURS
            corrected = True
            if set(entry[0]) not in named:
                reading.hits.append(Hit(place, last, [entry[0], SPELLING, entry[2]], SURE))
    return corrected


def _in_row(reading: Reading, place: int, last: int) -> bool:
    """Say whether a word that ends as an antibody's name does stands beside another name, or is joined to one."""
    marks, tokens = reading.marks, reading.tokens
    return ends_as_antibody(tokens[place].plain) and any(
        0 <= beside < len(tokens) and marks[beside] in (OURS, OTHERS) and _BESIDE.match(tokens[at].gap)
        for beside, at in ((place - 1, place), (last, last))
    )


def _with_payload(
    reading: Reading, place: int, spell: Callable[[str], Entry | None]
) -> tuple[Entry | None, int]:
    """Return what a misspelled word means with what the antibody carries behind it, and where its name ends."""
    plain, last = reading.tokens[place].plain, place + 1
    if (
        last == len(reading.tokens)
        or reading.marks[last] != "payload"
        or reading.tokens[last].gap.strip(" -")
    ):
        return spell(plain), last
    payload = reading.tokens[last].plain
    entry = spell(plain + payload)
    return (entry if entry is not None and normalize(entry[2]).endswith(payload) else None), last + 1
