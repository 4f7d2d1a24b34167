"""Reads the labels of registries and studies: codes beside words, what is left out, projects."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.tokens import Token

# A morphology of ICD-O: M-8140/3, 8140/3, 81403 only after an M.
_MORPHOLOGY = re.compile(r"(?<![\w/.])(?:M[- ]?|ICD-?O[- ]?)?([89]\d{3})\s?/\s?([0-9])[1-9]?(?![\w/])")
# A topography of ICD-O or a code of ICD-10 at an end of the string: C34.1, C33-C34, D05.
_CODE = r"[CD]\d\d(?:\.?\d{1,2}|\.[-X])?"
_CODES = rf"{_CODE}(?:\s?[-–,/+]\s?(?:{_CODE}|\d\d(?!\d)))*"
_SYSTEM = re.compile(r"^\s*ICD[- ]?(?:10|O)(?:[- ]?(?:CM|3))?[:\s-]+(?=[A-Z]\d\d)")
_FIRST = re.compile(rf"\s*[(\[]?({_CODES})[)\]]?(?:\s*[:;,–-]\s*|\s+)(?=\D)")
_LAST = re.compile(rf"(?:^|[\s,;:–-])[(\[]?({_CODES})[)\]]?\s*$")
_AMID = re.compile(rf"\s({_CODE})\s")
# What follows these is not meant, what stands before them is.
_EXCEPT = re.compile(
    r"[\s,(]+(?:except(?:ing)?(?: for)?|excluded from|- not collected|"
    r"excl(?:udes|uding|\.)?|exc\.|other than|but(?: not)?)(?=[\s:]).*?(?=\s-\s|$)",
    re.I | re.S,
)
# Where a cancer that is named has spread to.
_SPREAD = re.compile(
    r"\s+(?:brain|liver|hepatic|lung|pulmonary|bone|lymph node|peritoneal|leptomeningeal|cns|cerebral)"
    r"\s+(?:metastas[ei]s|mets)\b.*$",
    re.I | re.S,
)
# Words beside the code of a study's project that change nothing.
_FILLING = frozenset(
    "primary tumor tumors solid tissue sample samples pan can atlas pub provisional firehose legacy "
    "cohort project dataset data study cases patients discovery phase gdc cancer bulk".split()
)
_LEAST_STUDY = 2


# The number of a heading in a registry's list: 9.7.1.1, 2(a)2.3.1, A.1.2.
_OUTLINE = re.compile(
    r"\s*\*?\s*(?:[A-Z]\.\d{1,2}|\d{1,2}(?:\([a-z]\)\d{1,2}|\.\d{1,2}))(?:\.\d{1,2})*\.?\s+(?=[A-Z])"
)


class Codes:
    """The codes that stand beside words, and the words without them.

    Args:
        rest: the string without its codes.
        morphology: (four digits, behavior) of ICD-O.
        sites: codes of a site, of ICD-O or ICD-10.
    """

    __slots__ = ("morphology", "rest", "sites")

    def __init__(self, rest: str, morphology: list[tuple[str, str]], sites: list[str]) -> None:
        self.rest = rest
        self.morphology = morphology
        self.sites = sites


def codes_of(text: str) -> Codes | None:
    """Return the codes that stand beside words, or nothing when there are none."""
    text = _SYSTEM.sub(" ", text)
    morphology = [(found[1], found[2]) for found in _MORPHOLOGY.finditer(text)]
    rest = _MORPHOLOGY.sub(" ", text) if morphology else text
    sites: list[str] = []
    for pattern in (_FIRST, _LAST, _AMID) if morphology else (_FIRST, _LAST):
        found = pattern.match(rest) if pattern is _FIRST else pattern.search(rest)
        if found:
            sites += re.findall(_CODE, found[1])
            rest = rest[: found.start()] + (", " if pattern is _AMID else " ") + rest[found.end() :]
    rest = rest.strip(" ,;:-–()[]") if morphology else rest.strip(" ,;:-–")
    return Codes(rest, morphology, sites) if morphology or sites else None


def rest_of_outline(text: str) -> str:
    """Return a heading of a numbered list without its number, or nothing when it has none."""
    found = _OUTLINE.match(text)
    return text[found.end() :].rstrip(" $*") if found else text.strip()[2:] if text.startswith("* ") else ""


def kept_of(text: str) -> str:
    """Return what stands before an "except" or a place of spread, or nothing when there is none."""
    kept = _SPREAD.sub("", _EXCEPT.sub("", text))
    return kept.strip(" ,(") if kept != text else ""


def of_study(lexicon: Lexicon, tokens: list[Token]) -> Entry | None:
    """Return the cancer of a study's code: `TCGA-COADREAD`, `luad_tcga_pan_can_atlas_2018`."""
    roles = lexicon.roles
    studies = [token for token in tokens if roles.get(token.plain) == "study"]
    if len(studies) != 1:
        return None
    codes = [
        token
        for token in tokens
        if token is not studies[0] and token.plain not in _FILLING and not token.plain.isdigit()
    ]
    if len(codes) != 1 or len(codes[0].text) < _LEAST_STUDY:
        return None
    code = codes[0]
    whole = lexicon.entry(studies[0].plain + code.plain)
    if whole is not None and whole[0]:
        return whole
    entry = lexicon.entry(code.plain)
    written = code.text.isupper() or studies[0].text.islower()
    known = entry is not None and entry[0] and entry[1] in ("code", "abbreviation")
    return entry if known and written else None
