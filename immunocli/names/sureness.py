"""Says how sure a name of a drug is where it stands among other words."""

from __future__ import annotations

import re
from itertools import accumulate

from immunocli.names.reading import CHANCE, LIKELY, SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.names_protocol import Entry

# A name of so many letters is no chance; of so many it hardly is.
LEAST_SURE = 7
# An acronym of so many letters with its hyphen is no chance: R-EPOCH.
LEAST_OWN = 5
_LEAST_LIKELY = 5
_LEAST_CODE = 5
# What stands behind a code is no part of it: B1 antibody.
_ANTIBODY = "antibody"
_LEAST_WRITTEN_OUT = 12
_LEAST_JOINED = 4
BRANDS = ("brand", "former-brand", "biosimilar")
_MARKED = ("®", "™")
# What joins the short names of two drugs: ipi/nivo.
_JOINED = re.compile(r"[a-zA-Z][-/+ ]+[a-zA-Z]")
_ACRONYMS = ("abbreviation", "combination", "code")
_PIECES = re.compile(r"[^\W_]+")
# An acronym of so many letters hardly is another thing's; one in which small and capital letters mix may then stand in
# small ones, and of so many in capitals.
LEAST_ACRONYM, _LEAST_MIXED = 5, 4


def strength(entry: Entry, plain: str, text: str, start: int, end: int) -> int:
    """Say how sure a name of ours is where it stands among other words.

    Args:
        entry: the name.
        plain: it, normalized.
        text: the string.
        start: where the name begins in it.
        end: where it ends.
    """
    match, label, written = entry[1], entry[2], text[start:end]
    if match == "abbreviation" and plain.endswith(("vaccine", "vhpv")):
        return SURE
    if match in BRANDS and text[end : end + 1] in _MARKED:
        return SURE  # Aldara®
    if match == "code" or (match in _ACRONYMS and any(map(str.isdigit, plain))):
        mixed = any(map(str.isdigit, plain)) and any(map(str.isalpha, plain.removesuffix(_ANTIBODY)))
        if match == "code" and mixed and len(plain.removesuffix(_ANTIBODY)) >= _LEAST_CODE:
            return SURE if not written.islower() or " " not in written else LIKELY
        written_out = match == "abbreviation" and sum(map(str.isalpha, plain)) >= LEAST_SURE
        return LIKELY if written_out else CHANCE  # IFN alfa-2b
    if match in _ACRONYMS:
        if len(plain) >= _LEAST_WRITTEN_OUT:
            return SURE
        written_out = not plain.isascii() or (len(plain) >= LEAST_SURE and _JOINED.search(written))
        regimen = match == "combination" and written_out and is_parted_as(label, written)
        return LIKELY if regimen else CHANCE
    letters = len(plain) if plain.isalpha() else sum(map(str.isalpha, plain))
    if letters >= LEAST_SURE or not plain.isascii():
        return SURE
    return LIKELY if letters >= _LEAST_LIKELY and not label.isupper() else CHANCE


def is_parted_as(label: str, written: str) -> bool:
    """Say whether a regimen is parted where it is known to be, or what is joined stands in its own letter case.

    `Pola RCHP` is Pola-R-CHP, `POLAR ICE` and `Polar ice` are no Pola-R-ICE, `dvd` and `Dvd` no DVd.
    """
    pieces = _PIECES.findall(label)
    letters, ends = "".join(pieces), set(accumulate(map(len, pieces)))
    if len(pieces) == 1:
        least = _LEAST_MIXED if written.isupper() else LEAST_ACRONYM
        alike = "".join(_PIECES.findall(written)) == letters
        return alike or (not label.isupper() and len(label) >= least)
    if len(letters) >= _LEAST_WRITTEN_OUT:
        return True
    # Joined in small letters, short pieces are a word: amilaz.
    is_word = written.islower() and max(map(len, pieces)) < _LEAST_JOINED
    at = 0
    for piece in _PIECES.findall(written):
        end = at + len(piece)
        joined = not ends.isdisjoint(range(at + 1, end))
        if joined and piece.isalpha() and (piece != letters[at:end] or is_word):
            return False
        at = end
    return True
