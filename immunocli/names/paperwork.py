"""Knows papers, goods and news around a brand, with which no drug is given: copay card, brochure, lawsuit, website."""

from __future__ import annotations

import re

from immunocli.names.reading import OTHERS, OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit, Reading

# Where the words for such things are kept.
PAPERS = "paper"
_PAPER = "paper"
# Between a name and such a word stand so many others at most, and none that tells how it is given.
_MOST_BETWEEN = 3
_GIVEN, _NOT_TOLD = (
    frozenset((OTHERS, OURS, "amount", "dosing", "form", "route")),
    ("patient", "patients", "dosing"),
)
_TOLD_GIVEN = frozenset("given administered received infused dose doses started".split())
# What parts one statement from the next.
_APART = re.compile(r"[,;:|+&_=()\[\]/]|\.\s")
# Behind one of these a word tells of a set of patients: training set, survey arm.
_OF_SETS = frozenset("set sets cohort cohorts data dataset arm arms group fold".split())
# The address of a page or of a mailbox.
_ADDRESS = re.compile(
    r"(?:www\.|://|@)[\w.-]*[a-z]|[a-z]\.(?:com|org|net|info|biz|gov|edu|html?|php|eu|co\.uk)(?![\w-])", re.I
)


def is_address(text: str) -> bool:
    """Say whether a string without blanks is the address of a page or of a mailbox: `keytruda.com`."""
    return ("." in text or "@" in text) and " " not in text.strip() and _ADDRESS.search(text) is not None


def is_on_paper(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether a name stands on a paper, on goods or in an address, and nothing tells that the drug is given.

    Args:
        reading: the string.
        hit: the name.
        words: for such things.
    """
    if is_address(reading.text):
        return True
    if not (_leads_to(reading, hit, words) or _is_led_to(reading, hit, words)):
        return False
    return not reading.tells_amount()


def _leads_to(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether such a word stands behind a name in one phrase: `Yescarta wallet card`."""
    tokens = reading.tokens
    for place in range(hit.last, min(hit.last + _MOST_BETWEEN + 1, len(tokens))):
        if _APART.search(tokens[place].gap):
            return False
        if _is_paper(reading, place, words):
            return True
        if _tells_given(reading, place) or tokens[place].plain in _TOLD_GIVEN:
            return False
    return False


def _is_led_to(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether such a word stands before a name in one phrase: `tarjeta de copago Keytruda`."""
    tokens = reading.tokens
    for place in range(hit.first - 1, max(-1, hit.first - 2 - _MOST_BETWEEN), -1):
        if _APART.search(tokens[place + 1].gap):
            return False
        if _is_paper(reading, place, words):
            return True
        if _tells_given(reading, place):
            return False
    return False


def _is_paper(reading: Reading, place: int, words: dict[str, str]) -> bool:
    """Say whether a word, or two together, are for such a thing."""
    tokens = reading.tokens
    plain = tokens[place].plain
    following = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    if following in _OF_SETS:
        return False
    return words.get(plain) == _PAPER or words.get(f"{plain} {following}") == _PAPER


def _tells_given(reading: Reading, place: int) -> bool:
    """Say whether a word may tell how a drug is given."""
    return reading.marks[place] in _GIVEN and reading.tokens[place].plain not in _NOT_TOLD
