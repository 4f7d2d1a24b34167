"""Reads the grades of what may become a cancer: VIN 3, high-grade PIN, EIN (atypical hyperplasia)."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize
from immunocli.names.reading import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon

_MAY_TELL = re.compile(
    r"intra-?epithelial|\b(?:HG)?(?:CIN|VIN|VA?IN|AIN|PIN|EIN|PEIN)[1-3]?\b|hyperplasia", re.I
)
# A degree, a side, and what only says again where it lies.
_BESIDE = re.compile(
    r"\b(?:high|low|intermediate)[- ]?grade\b|\b[HL]G\b|\bgrade\b|(?<=[\sNn-])(?:[1-3](?:\s?[-/]\s?[23])?|I{1,3})\b|"
    r"\b(?:left|right|focal|multifocal|extensive|recurrent|usual type|differentiated type|complex|simple)\b|[-–](?=\s|$)",
    re.I,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_DENIED = re.compile(
    r"\b(?:no|not|without|negative|r/o|rule|history|screening|carcinoma|cancer|cell|benign)\b", re.I
)
_GLUED = re.compile(r"\b([CVA]IN|VAIN|PIN|PEIN)([1-3])\b", re.I)
_LONGEST = 80


def precancer_of(text: str, lexicon: Lexicon) -> Found | None:
    """Return the precancer of which a string tells the degree; nothing where it holds anything else.

    Args:
        text: `High-grade PIN, prostate`.
        lexicon: the names of cancers.
    """
    if len(text) > _LONGEST or not _MAY_TELL.search(text) or _DENIED.search(text):
        return None
    text = _GLUED.sub(r"\1 \2", text)
    bare = _BESIDE.sub(" ", _IN_BRACKETS.sub(" ", text))
    parts = [" ".join(part.split()) for part in re.split(r"[,/;]|\bof the\b|\bof\b", bare)]
    parts = [part for part in parts if part]
    entries = [entry for part in parts for entry in [lexicon.entry(normalize(part))] if entry is not None]
    early = [entry for entry in entries if entry[0] and all(one.endswith("-precancer") for one in entry[0])]
    if not early or any(entry[0] != early[0][0] for entry in early) or len(early[0][0]) != 1:
        return None
    title = lexicon.keeper.title("cancer", early[0][0][0]).casefold()
    known = {normalize(entry[2]) for entry in early}
    for part in parts:
        again = any(word in title for word in part.casefold().split()) or part.casefold()[:5] in title
        if normalize(part) not in known and not again:
            return None
    return Found([early[0]], "synonym" if early[0][1] == "name" else early[0][1])
