"""Knows what is no drug that is given, though a drug's name is in it: a dose of nothing, a person, a place, a reagent."""

from __future__ import annotations

import re

from immunocli.names.international import is_international
from immunocli.names.reading import UNREAD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit, Reading

_NOTHING = re.compile(r"0+$|0+(?:mg|mcg|ug|g|ml|iu|mgkg|mgm2)$")
_FRACTION, AMOUNTS = (".", ","), ("dose", "dosis", "dosage", "amount", "total")
_BEFORE = ("pre",)
_TITLE, _PART_OF_PLACE = "title", "part-of-place"
# Whose proteins are reagents of a laboratory; antibodies are named by where they come from.
SPECIES = frozenset(
    "murine mouse mice rat rats rabbit bovine porcine canine feline equine ovine goat hamster chicken monkey macaque "
    "rhesus cynomolgus swine mu rm rmu anti".split()
)
_CELLS, _RECEPTOR = "leucel", "car"
_LIVING = ("vaccine", "bcg")
_MOST_BETWEEN = 3
# A clone of a library of human DNA, by its plate, row and column: RP1-313L4.
_CLONE = re.compile(r"[A-Z]{2}\d+-\d+[A-Z]\d+\b")


def is_nobodys(reading: Reading, hit: Hit) -> bool:
    """Say whether the words right beside a name tell that no such drug is given."""
    return (
        _is_of_nothing(reading, hit)
        or _is_person_or_place(reading, hit)
        or _is_reagent(reading, hit)
        or _is_before_it(reading, hit)
        or (
            hit.entry[1] == "code" and _CLONE.match(reading.text, reading.tokens[hit.first].start) is not None
        )
    )


def _is_before_it(reading: Reading, hit: Hit) -> bool:
    """Say whether what is told was before a drug: `pre-pembrolizumab`."""
    before = reading.tokens[hit.first - 1].plain if hit.first else ""
    if hit.first and reading.marks[hit.first - 1] == UNREAD:
        return False  # in a label it tells when a sample was taken
    return before in _BEFORE and not reading.tokens[hit.first].gap.strip(" -_")


def _is_of_nothing(reading: Reading, hit: Hit) -> bool:
    """Say whether no dose of a drug is told: `pembrolizumab 0 mg`, `0 pembrolizumab`."""
    tokens, marks = reading.tokens, reading.marks
    if hit.first == 1 and tokens[0].plain == "0" and tokens[1].gap == " ":
        return True
    place = hit.last
    if place < len(tokens) and tokens[place].plain in AMOUNTS and not tokens[place].gap.strip(" _-"):
        place += 1
    if place >= len(tokens) or tokens[place].gap.strip(" :=(") or not _NOTHING.match(tokens[place].plain):
        return False
    while (
        place + 1 < len(tokens)
        and tokens[place + 1].gap in _FRACTION
        and tokens[place + 1].plain[:1].isdigit()
    ):
        place += 1
        if not _NOTHING.match(tokens[place].plain):
            return False
    if not tokens[place].plain.isdigit() or place + 1 == len(tokens):
        return True
    return marks[place + 1] == "amount" and not tokens[place + 1].gap.strip()


def _is_person_or_place(reading: Reading, hit: Hit) -> bool:
    """Say whether a name is that of a person or a place: `Dr. Keytruda`, `Avastin Street`."""
    tokens, marks = reading.tokens, reading.marks
    if hit.first and marks[hit.first - 1] == _TITLE and tokens[hit.first].gap in (" ", ". "):
        title = tokens[hit.first - 1].text
        return not title.isupper() or tokens[hit.first].gap == ". "
    if hit.last >= len(tokens) or marks[hit.last] != _PART_OF_PLACE or tokens[hit.last].gap != " ":
        return False
    return [token.plain for token in tokens[hit.last + 1 : hit.last + 2]] != [
        "to"
    ]  # blina bridge to transplant


def _is_reagent(reading: Reading, hit: Hit) -> bool:
    """Say whether a protein is one of an animal: `recombinant murine IL-2`, `IL-2, mouse`."""
    ids = hit.entry[0]
    tokens, marks = reading.tokens, reading.marks
    if len(ids) > 1 or "mab" in ids[0] or any(one in ids[0] for one in _LIVING):
        return False
    if is_international("".join([token.plain for token in tokens[hit.first : hit.last]])):
        return False
    for place in range(hit.first - 1, max(-1, hit.first - 1 - _MOST_BETWEEN), -1):
        if tokens[place].plain in SPECIES:
            return True
        if marks[place] not in ("class", "label", "grammar"):
            break
    behind = tokens[hit.last : hit.last + _MOST_BETWEEN]
    if _CELLS in ids[0] and any(token.plain == _RECEPTOR for token in behind):
        return False  # what the cells bear: CTL019 (murine CAR)
    return any(token.plain in SPECIES for token in behind[:1]) or [one.plain for one in behind[:2]] == [
        "from",
        "mouse",
    ]
