"""Says how a short name must be written to be meant: in which letter case, with which hyphens, how long."""

from __future__ import annotations

from immunocli.names.resolve import COMBINATION, LEAST_LONG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry

_LEAST_JOINED = 6
# A code of so few letters is also a brand, a gene or a word.
_BRIEF = 3
# With a vowel so few small letters are a word: alt, read, pin.
_MOST_SPOKEN = 3
_VOWELS = frozenset("aeiouy")


def alike(written: str, entry: Entry) -> bool:
    """Say whether a short name differs in letter case alone; an abbreviation also in its hyphen: `Axicel`."""
    label = entry[2]
    if written.casefold() == label.casefold():
        return True
    if entry[1] == COMBINATION and words(written) == words(label) > 1 and len(label) >= LEAST_LONG:
        return True  # Ipi+Nivo
    joined = entry[1] == "abbreviation" and len(written) >= _LEAST_JOINED
    return joined and written.casefold() == label.replace("-", "").casefold()


def hyphened(written: str, label: str) -> bool:
    """Say whether an acronym of small and capital letters stands there with hyphens added: `Isa-Kd`."""
    mixed = label.isalnum() and not label.islower() and not label.isupper()
    return mixed and written.replace("-", "") == label


def words(text: str) -> int:
    """Return how many runs of letters a string has."""
    return len("".join(sign if sign.isalnum() and not sign.isdecimal() else " " for sign in text).split())


def is_brief(entry: Entry) -> bool:
    """Say whether a short name has so few letters, and nothing else, that it may mean anything: ABC, EP."""
    return entry[2].isalpha() and len(entry[2]) <= _BRIEF


def is_doubtful(entry: Entry) -> bool:
    """Say whether a short name of a cancer may well mean another: a brief code, or two letters, as MM and UC."""
    return is_brief(entry) and (entry[1] == "code" or len(entry[2]) < _BRIEF)


def is_spoken(written: str) -> bool:
    """Say whether a few letters, not in capitals, are rather a word of some language."""
    return (
        written[1:].islower()
        and len(written) <= _MOST_SPOKEN
        and (len(written) < _BRIEF or not _VOWELS.isdisjoint(written.casefold()))
    )


def lowered(written: str, entry: Entry) -> bool:
    """Say whether an abbreviation of a cancer stands there in small letters, as tables that are lowered have it."""
    return entry[1] in ("abbreviation", "code") and written.islower() and written.upper() == entry[2].upper()
