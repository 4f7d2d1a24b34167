"""Finds the cancer beside another that is named in a string and stands in no answer: both need a look."""

from __future__ import annotations

import re

from immunocli.names.cancer_doubts import is_doubtful
from immunocli.names.cancer_lists import EITHER, passed_over
from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.forms import LONGEST_NAME, normalize
from immunocli.names.gates import Gate
from immunocli.names.reading import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# What stands between two cancers of one person, or of a list.
_PARTED = re.compile(
    r"\s*[;|&+]\s*|,\s+|\s+/\s+|\s+(?:and|plus|then|now|later|also|with|or|followed by|as well as|after|before)\s+",
    re.I,
)
# What tells when one was found: 2011, in 2019, (2008), age 51.
_WHEN = Gate(
    r"[\s,(]*\b(?:in |since |dx(?:'d)? |age )?(?:(?:\d{1,2}/)?(?:19|20)\d\d|(?<=age )\d\d)\b\)?",
    re.I,
    parts=("19", "20", "age "),
)
_CALLED = re.compile(r"\bca\b|canc|carc|tum[ou]|oma\b|leuk|neopl|malig|\b[A-Z]{2,}[A-Za-z]*\b")
_SAID = re.compile(r"\bca\b|canc|carc|tum[ou]|neopl|malig", re.I)
# Not elsewhere classified.
_ELSEWHERE = ("NEC", "NOS")
_BOTH = 2


def with_overlooked(
    text: str, found: Found, read: Callable[[str], Found], names: CancerNames, lexicon: Lexicon
) -> Found:
    """Return what was found, for review where a cancer is named of which nothing was told, or something is doubtful.

    Args:
        text: the string.
        found: what it was read as.
        read: reads a string.
        names: of cancers, by their words.
        lexicon: the names of cancers.
    """

    def name(words: str) -> Entry | None:
        entry = lexicon.entry(normalize(words)) if len(words) <= LONGEST_NAME else None
        return entry if entry is not None and entry[0] else None

    left = passed_over(text, found, name, lexicon.keeper.path) or dropped(text, found, read, lexicon)
    doubtful = is_either(text, found, name, lexicon.roles) or is_doubtful(text, found, lexicon, names)
    if not left and not doubtful:
        return found
    return Found(found.entries, found.how, review=True, unread=left or found.unread)


def dropped(text: str, found: Found, read: Callable[[str], Found], lexicon: Lexicon) -> str:
    """Return the part of a string that names a cancer of which nothing was told, or nothing.

    Args:
        text: the string.
        found: what it was read as.
        read: reads a string.
        lexicon: the names of cancers.
    """
    told = {one for entry in found.entries for one in entry[0]}
    if found.review or not told:
        return ""
    path = lexicon.keeper.path
    held = {step for one in told for step in path(one)}
    parts = [_WHEN.sub("", part).strip(" ,.:()") for part in _PARTED.split(text)]
    if len(parts) < _BOTH:
        return ""
    each = [(part, one) for part in parts for one in [_named(part, read, lexicon)] if one]
    if len(each) < _BOTH or not any(one in told for _, one in each):
        return ""  # "leukemia, smoldering" is the name of one cancer
    for part, one in each:
        if one not in held and not told & {*path(one)}:
            return part.replace(";", ",")
    return ""


def _named(part: str, read: Callable[[str], Found], lexicon: Lexicon) -> str:
    """Return the one cancer that a part of a string is sure to name, or nothing."""
    if len(part) < _BOTH or part in _ELSEWHERE or not _CALLED.search(part):
        return ""
    found = read(part)
    if not found.is_sure or (is_organ_alone(found.entries[0], lexicon.roles) and not _SAID.search(part)):
        return ""
    one: str = found.entries[0][0][0]
    return one


def is_either(text: str, found: Found, name: Callable[[str], Entry | None], roles: dict[str, str]) -> bool:
    """Say whether a string tells one or the other of two cancers, each by a name of its own: HCC or cholangiocarcinoma.

    Args:
        text: the string.
        found: what it was read as.
        name: returns the cancer that a string is the name of.
        roles: of the words around cancers.
    """
    if found.review or len(found.entries) < _BOTH:
        return False
    parts = EITHER.split(text.strip())
    if len(parts) < _BOTH:
        return False
    each = [name(part) for part in parts]
    return all(entry is not None and not is_organ_alone(entry, roles) for entry in each)
