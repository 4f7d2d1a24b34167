"""Says how sure a name of a drug is where it stands among other words."""

from __future__ import annotations

import re

from immunocli.names.reading import CHANCE, LIKELY, SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry

# A name of so many letters is no chance; of so many it hardly is.
LEAST_SURE = 7
# An acronym of so many letters with its hyphen is no chance: R-EPOCH.
LEAST_OWN = 5
_LEAST_LIKELY = 5
_LEAST_CODE = 5
_LEAST_WRITTEN_OUT = 12
BRANDS = ("brand", "former-brand", "biosimilar")
_MARKED = ("®", "™")
# What joins the short names of two drugs: ipi/nivo.
_JOINED = re.compile(r"[a-zA-Z][-/+ ]+[a-zA-Z]")
_ACRONYMS = ("abbreviation", "combination", "code")


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
        mixed = any(map(str.isdigit, plain)) and any(map(str.isalpha, plain))
        if match == "code" and mixed and len(plain) >= _LEAST_CODE:
            return SURE if not written.islower() or " " not in written else LIKELY
        written_out = match == "abbreviation" and sum(map(str.isalpha, plain)) >= LEAST_SURE
        return LIKELY if written_out else CHANCE  # IFN alfa-2b
    if match in _ACRONYMS:
        if len(plain) >= _LEAST_WRITTEN_OUT:
            return SURE
        written_out = not plain.isascii() or (len(plain) >= LEAST_SURE and _JOINED.search(written))
        return LIKELY if match == "combination" and written_out else CHANCE
    letters = sum(map(str.isalpha, plain))
    if letters >= LEAST_SURE or not plain.isascii():
        return SURE
    return LIKELY if letters >= _LEAST_LIKELY and not label.isupper() else CHANCE
