"""Says how a short name must be written to be meant: in which letter case, with which hyphens, how long."""

from __future__ import annotations

from immunocli.names.resolve import COMBINATION, LEAST_LONG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.names_protocol import Entry

_LEAST_JOINED = 6
# A code of so few letters is also a brand, a gene or a word.
_BRIEF = 3
# With a vowel so few small letters are a word: alt, read, pin.
_MOST_SPOKEN = 3
_VOWELS = frozenset("aeiouy")
# Symbols of genes and short names of illnesses are written in capitals.
_CAPITALS = ("gene", "disease")


def alike(written: str, entry: Entry) -> bool:
    """Say whether a short name differs in letter case alone; an abbreviation also in its hyphen: `Axicel`."""
    label = entry[2]
    if written.casefold() == label.casefold():
        return True
    least = _LEAST_JOINED if "+" in written or "/" in written else LEAST_LONG
    if entry[1] == COMBINATION and words(written) == words(label) > 1 and len(label) >= least:
        return True  # Ipi+Nivo, pola/BR
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


def is_oddly_written(written: str, entry: Entry) -> bool:
    """Say whether small letters stand among the capitals of a short name, as in that of something else: iDCs, RARs."""
    mixed = not (written.isupper() or written.islower() or written.istitle())
    return mixed and entry[2].isupper() and entry[2].isalpha()


def as_cancer(written: str, entry: Entry, known: tuple[str, str] | None, role: str | None) -> str | None:
    """Return whether a short name of a cancer is to be reviewed; empty: it names none; None: see `as_name`.

    Args:
        written: the string.
        entry: the name.
        known: what the string is known to be that is none of ours.
        role: of the string as a word around names of cancers.
    """
    from immunocli.names.words_beside_drugs import as_code

    if as_code(entry[2], written):
        sure = (known is None or known[0] == "cancer") and role != "grammar" and not is_doubtful(entry)  # ALL
        return "no" if sure else "yes"
    of_cancer = known is not None and known[0] == "cancer"
    if of_cancer and role is None and written.casefold() == entry[2].casefold():
        return "no"
    if is_spoken(written):
        return ""
    # Neither is written in small letters.
    return "yes" if known is not None and known[0] in _CAPITALS and lowered(written, entry) else None


def as_name(text: str, plain: str, entry: Entry, known: tuple[str, str] | None, *, is_cancer: bool) -> str:
    """Return whether a short name is to be reviewed, by how it is written; empty: it is another word.

    Args:
        text: the string.
        plain: its normal form.
        entry: the name.
        known: what the string is known to be that is none of ours.
        is_cancer: the name is a cancer's.
    """
    from immunocli.names.words_beside_drugs import as_written

    if (
        known is not None
        and known[0] != "word"
        and text.strip() != entry[2]
        and not hyphened(text.strip(), entry[2])
    ):
        return ""
    if plain.isalpha() and words(text) > words(entry[2]) and not hyphened(text.strip(), entry[2]):
        return ""  # "de no" is no deno
    if as_written(entry[2], text):
        return "yes" if known is not None and not any(map(str.isdigit, plain)) else "no"
    if known is None and alike(text.strip(), entry):
        return "yes" if is_cancer and (entry[1] == "code" or is_brief(entry)) else "no"
    return ""
