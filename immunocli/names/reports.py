"""Reads the heading of a pathology report: where tissue was taken, how, and what was found in it."""

from __future__ import annotations

import re

from immunocli.names.gates import Gate

_PROCEDURE = re.compile(
    r"\b(?:core|needle|punch|shave|excisional|incisional|endoscopic|open|wedge|partial|total|radical|simple|left|right|"
    r"modified|sentinel|ultrasound|ct|guided|laparoscopic|robotic|low|anterior|segmental|endobronchial)?\s*"
    r"(?:biops(?:y|ies)|excisions?|resections?|curettings?|curettage|leep|cone|conization|\w+ectomy|\w+scopy|core|"
    r"aspirat\w+|fna|ebus|turbt?|turp|debulking|washings?|brushings?|cytology|smear|specimens?)\b",
    re.I,
)
_HEADING = re.compile(r"^\s*(?P<where>[^:;]{3,80}):\s*(?P<found>[^:]{4,})$")
# What of the finding says how it looks, not what it is.
_HOW_IT_LOOKS = re.compile(
    r"(?:^|,|;|\s)\s*(?:(?:well|moderately|poorly|un)(?:[ -]to[ -]\w+)?[ -]?differentiated|invasive|infiltrating|"
    r"(?:figo |nottingham |who |nuclear )?grade\s*(?:group )?[0-9iv]+(?:\s*(?:/|of)\s*[0-9]+)?|gleason[\w ()+=/]*|"
    r"[0-9.]+\s*(?:x\s*[0-9.]+\s*)*(?:cm|mm)|p?t[0-4][a-c]?(?:n[0-3x])?\w*|margins? \w+|see (?:note|comment))"
    r"(?=$|[\s,;.])",
    re.I,
)
_PRIMARY = re.compile(r"\bmetasta\w+\b(?P<kind>[^,;]*)[,;]\s*(?P<site>[\w ]+?)\s+(?:primary|origin)\b", re.I)
_SPREAD = re.compile(r"\bmetasta", re.I)


# How deep a cancer of the bladder has grown.
_OF_BLADDER = re.compile(r"\bbladder\b|\bTURBT?\b", re.I)
_UROTHELIAL = re.compile(r"urothelial|transitional|\bUC\b|\bTCC\b|bladder (?:cancer|carcinoma|ca)\b", re.I)
_SPARED = re.compile(
    r"\b(?:muscularis propria|detrusor(?: muscle)?|muscle)\b[\w ,]*\b(?:un-?\w*involved|not|free|absent|negative|without)\b|"
    r"\b(?:no|not|without)\b[\w ,]*\b(?:muscularis propria|detrusor|muscle)\b|\bnon-?muscle",
    re.I,
)
_IN_MUSCLE = re.compile(
    r"\b(?:inva\w+|infiltrat\w+|into|involv\w+|extend\w+)\b[\w ,()]*\b(?:muscularis propria|detrusor|deep muscle)\b|"
    r"\b(?:muscularis propria|detrusor)(?: muscle)? (?:invasion|involve\w+|invaded)\b|\b[cp]?T[234][ab]?(?!\d)|"
    r"\bmuscle[- ]invasive",
    re.I,
)
_ABOVE_MUSCLE = re.compile(
    r"\blamina propria\b|\b[cp]T(?:a|1[abc]?)(?!\w)|\bnon-?invasive\b|\bsuperficial\b|\bno (?:stromal )?invasion\b",
    re.I,
)


def depth_of(text: str) -> str:
    """Return the name of the cancer of the bladder of which a report tells how deep it has grown, or nothing."""
    if not (_OF_BLADDER.search(text) and _UROTHELIAL.search(text)):
        return ""
    if _IN_MUSCLE.search(_SPARED.sub(" ", text)):
        return "muscle-invasive bladder cancer"
    return "non-muscle-invasive bladder cancer" if _ABOVE_MUSCLE.search(text) else ""


def parts_of(text: str) -> tuple[str, str] | None:
    """Return where tissue was taken and what was found in it; nothing when a string is no such heading."""
    heading = _headed(text)
    return _parted(heading) if heading is not None else None


def _headed(text: str) -> re.Match[str] | None:
    heading = _HEADING.match(text)
    return heading if heading is not None and _PROCEDURE.search(heading["where"]) else None


def _parted(heading: re.Match[str]) -> tuple[str, str]:
    where = " ".join(_PROCEDURE.sub(" ", heading["where"]).replace(" ,", ",").split()).strip(" ,")
    return where, " ".join(_HOW_IT_LOOKS.sub(" ", heading["found"]).strip(" ,;.").split())


def finding(text: str) -> tuple[str, ...]:
    """Return what a heading may name, the likeliest first; nothing when a string is no such heading.

    Args:
        text: `Colon, sigmoid, resection: adenocarcinoma, grade 2`.
    """
    heading = _headed(text)
    if heading is None:
        return ()
    found = heading["found"]
    primary = _PRIMARY.search(found)
    if primary is not None:
        return (f"{primary['site'].strip()} {primary['kind'].strip()}",)
    if _SPREAD.search(found):
        return ()  # of elsewhere
    where, what = _parted(heading)
    return (f"{what}, {where}", what) if where else (what,)


# Who met: HPB MDT - ..., Gyn Onc: ..., Neuro-onc: ...
_BOARD = Gate(
    r"^\s*(?P<field>[\w&/ -]{1,25}?)[\s-]*\b(?:MDT|MDM|TB|tumou?r (?:board|conference)|conference|board|onc|oncology|"
    r"clinic)\s*(?::|\s[-–])\s*(?P<found>[^:]{3,})$|"
    r"^\s*(?P<alone>cutaneous|thoracic|h&n|head and neck|gyn|sarcoma|neuro|endocrine|hpb|gi|gu|cns|heme)\s*:\s*"
    r"(?P<found2>[^:]{3,})$",
    re.I,
    parts=(":", "-"),
)
_LOBE = re.compile(r"\b[RL][UML]L\b")
_SIDE = re.compile(r"(?:\b(?:L|R|lt|rt|left|right|bilateral)\b|\bp16\s?[+-])(?![\w'])\s*")
_DETAILS = re.compile(r"[,;(]")
_OF_OTHERS = re.compile(
    r"\b(?:benign|no|not|negative|rule|r/o|mets?|metasta\w*|family|fh|screening|history)\b", re.I
)


def met_about(text: str) -> list[tuple[str, str]]:
    """Return what the heading of a tumor board may name, each with what of it is then not read.

    Args:
        text: `Gyn Onc: uterine serous, stage III`.
    """
    heading = _BOARD.match(text)
    if heading is None:
        return []
    found = heading["found"] or heading["found2"]
    if _OF_OTHERS.search(found):
        return []
    plain = " ".join(_SIDE.sub("", _LOBE.sub("lung", found)).split())
    head = _DETAILS.split(plain, maxsplit=1)[0].strip()
    rest = plain[len(head) :].strip(" ,;()")
    return [(plain, ""), *((f"{head}{kind}", rest) for kind in ("", " carcinoma", " cancer"))]
