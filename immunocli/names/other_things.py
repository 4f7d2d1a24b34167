"""Knows what short names of drugs stand for beside a form that their drugs have not, a firm, or within other signs."""

from __future__ import annotations

from immunocli.names.forms import normalize
from immunocli.names.reading import CHANCE, NUMBER, SPELLING, SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.names.reading import Found, Hit, Reading

# Where such words are kept: forms that are swallowed, forms for the skin, the drugs of ours that have them, and firms.
THINGS = "thing"
_HAVING = {"swallowed": "in-tablets", "applied": "in-creams"}
FIRM, _GROUP = "firm", "group"
_SHORT = ("abbreviation", "combination", "code", "biosimilar", SPELLING)
_BETWEEN = (NUMBER, "amount", "packing", "route", "form")
_SIGNS = ("//", "\\", "__")
_NO_NAMES = ("form", "packing")


def is_other_thing(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether what stands beside a short name makes it another thing's.

    Args:
        reading: the string.
        hit: the name.
        words: for forms and firms.
    """
    if hit.entry[1] not in _SHORT:
        return False
    return (
        (hit.strength < SURE and has_other_form(reading, hit.last, hit.entry[0], words))
        or _is_firm(reading, hit, words)
        or (hit.strength == CHANCE and (_is_within_signs(reading, hit) or _is_told_of_food(reading, hit)))
    )


def is_of_other(reading: Reading, found: Found, words: dict[str, str]) -> bool:
    """Say whether behind a misspelled name a form is told that its drug has not: `Ontac gel`."""
    return found.how == SPELLING and any(
        has_other_form(reading, place, found.entries[0][0], words) for place in range(1, len(reading.tokens))
    )


def has_other_form(reading: Reading, place: int, ids: Sequence[str], words: dict[str, str]) -> bool:
    """Say whether from a place on a form is told, with amounts between, that none of some drugs has: `R-2 TAB`."""
    tokens, marks = reading.tokens, reading.marks
    while place < len(tokens):
        having = _HAVING.get(words.get(tokens[place].plain, ""))
        if having:
            return not any(words.get(normalize(one)) == having for one in ids)
        if marks[place] not in _BETWEEN or tokens[place].gap.strip(" -.("):
            return False
        place += 1
    return False


def _is_firm(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether a name is that of a firm: `STRIDE INC.`, `AUTO1 Group SE`."""
    behind = reading.tokens[hit.last : hit.last + 2]
    if not behind or behind[0].gap.strip(" ,"):
        return False
    plains = [token.plain for token in behind]
    return words.get(plains[0]) == FIRM or (
        plains[0] == _GROUP
        and len(plains) > 1
        and not behind[1].gap.strip()
        and words.get(" ".join(plains)) == FIRM
    )


def _is_within_signs(reading: Reading, hit: Hit) -> bool:
    """Say whether signs that part no drugs stand right beside a name: `T-47D///BR.T.47D`."""
    tokens = reading.tokens
    before = tokens[hit.first].gap if hit.first else ""
    behind = tokens[hit.last].gap if hit.last < len(tokens) else ""
    return any(sign in gap for gap in (before, behind) for sign in _SIGNS) or behind == "."


def _is_told_of_food(reading: Reading, hit: Hit) -> bool:
    """Say whether a regimen is what a powder is made of: `FOOD POWDER(RICE)`."""
    if hit.entry[1] != "combination" or not hit.first:
        return False
    here, before = reading.tokens[hit.first], reading.tokens[hit.first - 1]
    return here.depth > before.depth and reading.marks[hit.first - 1] in _NO_NAMES
