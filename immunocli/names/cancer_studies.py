"""Reads the codes of studies with what stands behind them: `TCGA COAD-MSI`, `oncotree:luad`, STAD-EBV."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize
from immunocli.names.reading import Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# Whose code it is, in any letter case; "target" is a word, too.
_STUDY = re.compile(
    r"^\s*(?:(?P<study>tcga|icgc|pcawg|gdc|cptac-?[23]?|genie|cbioportal|oncotree)|(?-i:TARGET))"
    r"(?:[ _.:/=-]+(?:code|project|cohort|study|bpc|tcga|oncotree|type))?[ _.:/=-]+(?P<rest>[a-z][^()\[\]]*)$",
    re.I,
)
_SUBTYPED = re.compile(r"^(?P<code>[A-Z]{2,8})[-_ .:/](?P<rest>\S+(?: \S+)?)$")
# As cBioPortal names studies: brca_metabric.
_CENTERED = re.compile(r"^(?P<code>[a-z]{3,8})_(?P<center>[a-z]+)(?:_[a-z0-9_]+)?$")
_PIECES = re.compile(r"[ _.:/=-]+")
_SHORT = ("code", "abbreviation")
_LEAST = 3


def of_code(text: str, read: Found, lexicon: Lexicon) -> Found:
    """Return what was read in a string; else the cancer of a study's code, for review where more stands behind it.

    Args:
        text: the string.
        read: what was read in it.
        lexicon: the names of cancers.
    """
    if read.entries:
        return read
    found = _STUDY.match(text)
    if found is not None:
        rest = found["rest"].strip()
        whole = _coded(normalize(rest), lexicon)
        if whole is not None:
            return Found([whole], whole[1])
        code, *subtype = _PIECES.split(rest, maxsplit=1)
        tcga = (found["study"] or "").casefold() == "tcga"
        entry = _coded(f"tcga{normalize(code)}" if tcga else normalize(code), lexicon)
        if entry is None or (len(code) < _LEAST and not tcga):
            return nothing()
        if not subtype:
            return Found([entry], entry[1])
        near = _coded(normalize(_PIECES.split(subtype[0])[0]), lexicon)
        near = near if near is not None and lexicon.is_within(near, entry) else entry
        return Found([near], near[1], review=True, unread=subtype[0].replace(";", ","))
    found = _CENTERED.match(text)
    if found is not None and lexicon.keeper.around("registry").get(found["center"]) == "center":
        entry = _coded(f"tcga{found['code']}", lexicon) or _coded(found["code"], lexicon)
        return (
            Found([entry], entry[1], review=True, unread=found["center"]) if entry is not None else nothing()
        )
    found = _SUBTYPED.match(text)
    if found is None or lexicon.keeper.around("registry").get(normalize(found["rest"])) != "subtype":
        return nothing()
    entry = _coded(f"tcga{normalize(found['code'])}", lexicon)
    return Found([entry], entry[1], review=True, unread=found["rest"]) if entry is not None else nothing()


def _coded(plain: str, lexicon: Lexicon) -> Entry | None:
    """Return the one cancer of a code or an abbreviation."""
    entry = lexicon.entry(plain) if plain else None
    return entry if entry is not None and entry[1] in _SHORT and len(entry[0]) == 1 else None
