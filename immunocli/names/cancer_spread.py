"""Reads of which cancer a metastasis is: `liver metastases of colorectal cancer`, `bone mets, breast primary`."""

from __future__ import annotations

import re

_SPREAD = (
    r"metastas[ei]s|mets?|secondar(?:y|ies)(?: (?:tumou?rs?|cancers?|deposits?))?|"
    r"(?<=leptomeningeal )(?:dis(?:ease)?|dz|spread|involvement|seeding|deposits?)\.?|leptomeningitis|"
    r"(?:(?<=lung )|(?<=liver )|(?<=bone )|(?<=brain )|(?<=skin )|(?<=peritoneal )|(?<=nodal )|(?<=pleural ))deposits?|"
    r"carcinomatosis"
)
_SIGNS = ("met", "secondar", "carcinomatosis", "leptomening", "deposit")
_WHITHER = (
    r"(?:(?:lymph )?nodes?|lungs?|liver|bones?|brain|spine|spinal cord|skin|bowel|colon|stomach|adrenals?(?: glands?)?|"
    r"pancreas|ovar(?:y|ies)|kidneys?|thyroid|breasts?|ribs?|pelvis|peritoneum|pleura|omentum|parotid|spleen|heart|eye|orbit|"
    r"vertebrae?|femur|hip|bladder|scalp|neck|axilla)"
)
_OF_PRIMARY = re.compile(
    rf"^\s*(?:[\w /-]{{3,40}}\s)?(?:{_SPREAD})\s+(?:of|from|ex|due to|caused by|secondary to|arising from)\s+"
    r"(?:an? |the )?(?:primary )?(?P<primary>[^,;()]+?)\s*$",
    re.I,
)
_PRIMARY_LAST = re.compile(
    rf"^[\w /-]*\b(?:{_SPREAD})\s*[,;(:]\s*(?:with |an? )?primary\s*:?\s+(?P<primary>[^,;()]+?)\s*\)?\s*$",
    re.I,
)
_PRIMARY_BEHIND = re.compile(
    r"^[\w /-]*\b(?:metasta\w+|mets?|secondary)\b[\w /-]*[,;(]\s*(?P<site>[\w -]+?)\s+(?:primary|origin)\s*\)?\s*$",
    re.I,
)
_UNKNOWN = re.compile(
    rf"\b(?:{_SPREAD}|metasta\w+|carcinomatosis)\b.*\b(?:(?:unknown|occult|unidentified|undetermined) "
    r"(?:primary|origin|source|site)|"
    r"primary (?:site )?(?:is |remains )?(?:unknown|not (?:known|found|identified)|occult|unclear)|CUP)\b",
    re.I,
)
# As the British say of a cancer that has spread: secondary breast cancer in the lung.
_SECONDARY_IN = re.compile(
    r"^\s*secondary (?P<primary>[\w-]+(?: cell)? (?:cancer|carcinoma|melanoma)) "
    r"(?:in|to|spread to|affecting) (?:the |my |both )*"
    r"(?:lungs?|liver|bones?|brain|spine|pelvis|lymph nodes?|skin|ribs?|hips?|peritoneum)\s*$",
    re.I,
)
# Metastatic melanoma to the brain, mets prostate CA to bone: the first is the cancer.
_GONE_TO = re.compile(
    r"^\s*(?:(?:metasta(?:tic|si[sz]ed)|mets?)\.? (?P<primary>[^,;:()]+?)|"
    r"(?P<other>[^,;:()]+?),? (?:metasta(?:tic|si[sz]ed)|mets?))"
    r" to (?:(?:the|both|his|her|my) )*(?:multiple |distant |regional |small |large )*"
    rf"{_WHITHER}(?:(?:, | and |, and |/| & )(?:the )?{_WHITHER})*(?P<rest>[,;(].*)?$",
    re.I,
)
_ELSEWHERE_TOLD = re.compile(
    r"\b(?:no|r/o|rule|family|history|screening|suspected|melanoma|squamous|neuroendocrine)\b", re.I
)
_SITE_FIRST = re.compile(r"^(?P<site>[\w -]+?) (?:primary|origin)$", re.I)
# An organ alone may be where it went, not whence it came.
_CANCER = re.compile(
    r"cancers?\b|(?:carcin|sarc|melan|blast|semin|thym)omas?\b|malignan|leuk\w*emia|\bCA\b", re.I
)
_DENIED = re.compile(
    r"\b(?:no|not|without|negative|r/o|rule|family|history|risk|screening|prevention|benign|suspected)\b",
    re.I,
)


def primary_of(text: str) -> str:
    """Return what names the cancer that has spread, or nothing.

    Args:
        text: a label that tells of a metastasis, and where it came from.
    """
    plain = text.casefold()
    if not any(sign in plain for sign in _SIGNS):
        return ""
    if _UNKNOWN.search(text) and not _ELSEWHERE_TOLD.search(text):
        return "cancer of unknown primary"
    if _DENIED.search(text):
        return ""
    gone = _GONE_TO.match(text)
    if gone is not None:
        named = gone["primary"] or gone["other"]
        rest = (gone["rest"] or "").rstrip()
        return f"metastatic {named}{rest}" if _CANCER.search(named) and " of " not in named else ""
    found = _OF_PRIMARY.match(text) or _PRIMARY_LAST.match(text) or _SECONDARY_IN.match(text)
    if found is not None:
        site = _SITE_FIRST.match(found["primary"])
        if site is not None:
            return f"{site['site']} cancer"
        return found["primary"] if _CANCER.search(found["primary"]) else ""
    found = _PRIMARY_BEHIND.match(text)
    return f"{found['site']} cancer" if found is not None else ""
